// Transcripts, searching and the codebook at the command line: what people type, and what is in the archive afterwards.
#include <nlohmann/json.hpp>

#include <filesystem>

#include "archive/shelf.h"
#include "core/staged_file.h"
#include "program.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using Catch::Matchers::Contains;
using nlohmann::json;
using test::Answer;
using test::run_program;

namespace {

// An interview with a recording of ten seconds.
class Desk {
  public:
    explicit Desk(std::vector<std::string> environment = {}) : environment_(std::move(environment)) {
        REQUIRE(run_program({"init", archive()}).exit_code == 0);
        good("", {"operator", "add", "amina", "--role", "editor", "--role", "admin"});
        good("amina", {"operator", "add", "basim", "--role", "auditor"});
        good("amina", {"interview", "add", "A-1", "--pseudonym", "Layla"});
        good("amina", {"import", "A-1", test::write_video(folder_ / "a.mp4", 0, 100).string()});
    }
    std::string archive() const { return (folder_ / "archive").string(); }
    std::string file(const std::string& name, const std::string& bytes = {}) const {
        if (!bytes.empty()) write_whole(folder_ / name, bytes);
        return (folder_ / name).string();
    }
    Answer as(const std::string& who, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--archive", archive()});
        auto environment = environment_;
        environment.push_back("COUNTERCLIP_OPERATOR=" + who);
        return run_program(arguments, environment);
    }
    std::string good(const std::string& who, std::vector<std::string> arguments) const {
        const auto answer = as(who, std::move(arguments));
        INFO(answer.err);
        REQUIRE(answer.exit_code == 0);
        return answer.out;
    }
    json read(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "--json");
        return json::parse(good("amina", std::move(arguments)));
    }

  private:
    test::TemporaryFolder folder_;
    std::vector<std::string> environment_;
};

const std::string on_site =
    "1\n00:00:01,000 --> 00:00:03,000\nHe came at nine\n\n2\n00:00:04,000 --> 00:00:06,500\nThey took my passport\n";

}  // namespace

TEST_CASE("a transcript is taken in, shown, corrected cue by cue, and compared with what it was") {
    const Desk desk;
    const auto answer =
        desk.good("amina", {"transcript", "import", "A-1", desk.file("a.srt", on_site), "--language", "EN"});
    CHECK_THAT(answer, Contains("en, revision 1, on-site, 2 cues (read as srt, UTF-8)"));
    CHECK_THAT(desk.good("amina", {"transcript", "show", "A-1"}), Contains("They took my passport"));

    desk.good("amina",
              {"transcript", "correct", "A-1", "--cue", "1", "--text", "He came at five", "--speaker", "subject"});
    desk.good("amina", {"transcript", "correct", "A-1", "--in", "0:07", "--out", "0:09", "--text", "Yes\\nno"});
    const auto all = desk.read({"transcript", "list", "A-1"});
    REQUIRE(all.size() == 3);
    CHECK(all[2]["kind"] == "corrected");
    CHECK(all[2]["cues"] == 3);
    CHECK(desk.read({"transcript", "show", "A-1"})["cues"][2]["text"] == "Yes\nno");
    CHECK(desk.read({"transcript", "show", "A-1", "--revision", "1"})["cues"][0]["text"] == "He came at nine");

    CHECK_THAT(desk.good("amina", {"transcript", "diff", "A-1", "--from", "1"}),
               Contains("speaker - -> subject; He came at [-nine-] {+five+}") && Contains("added"));
    CHECK(desk.read({"transcript", "diff", "A-1", "--from", "2"}).size() == 1);

    CHECK(desk.as("amina", {"transcript", "correct", "A-1", "--cue", "9", "--text", "x"}).exit_code == 2);
    CHECK(desk.as("amina", {"transcript", "correct", "A-1", "--cue", "1"}).exit_code == 2);
    CHECK(desk.as("basim", {"transcript", "correct", "A-1", "--cue", "1", "--text", "x"}).exit_code == 3);
}

TEST_CASE("a cue is split, two are merged, each as a new revision that is taken back") {
    const Desk desk;
    desk.good("amina", {"transcript", "import", "A-1", desk.file("a.srt", on_site), "--language", "en"});
    const auto texts = [&] {
        std::vector<std::string> all;
        const auto cues = desk.read({"transcript", "show", "A-1"})["cues"];
        for (const auto& cue : cues) all.push_back(cue["text"]);
        return all;
    };
    using Texts = std::vector<std::string>;
    const auto split = desk.read({"transcript", "split", "A-1", "--language", "en", "--cue", "2", "--at", "0:00:05"});
    CHECK(split["revision"] == 2);
    CHECK(split["revision_before"] == 1);
    CHECK(split["kind"] == "corrected");
    CHECK(texts() == Texts{"He came at nine", "They took", "my passport"});
    CHECK(desk.read({"transcript", "show", "A-1"})["cues"][2]["range"]["in"] == "0:00:05.000");

    const auto merged = desk.read({"transcript", "merge", "A-1", "--language", "en", "--cue", "2-3"});
    CHECK(merged["revision_before"] == 2);
    CHECK(texts() == Texts{"He came at nine", "They took\nmy passport"});
    CHECK_THAT(desk.good("amina", {"transcript", "merge", "A-1", "--cue", "1-2"}), Contains("cues 1-2 as one"));
    desk.read({"transcript", "revert", "A-1", "--to", "1"});
    CHECK(texts() == Texts{"He came at nine", "They took my passport"});
    CHECK(desk.read({"log", "show", "--verb", "transcript add"}).size() == 4);
    CHECK(desk.read({"log", "show", "--verb", "transcript revert"}).size() == 1);

    const auto exit_of = [&](const std::string& who, std::vector<std::string> how) {
        how.insert(how.begin(), "transcript");
        return desk.as(who, how).exit_code;
    };
    CHECK(exit_of("amina", {"split", "A-1", "--cue", "9", "--at", "0:00:05"}) == 2);
    CHECK(exit_of("amina", {"split", "A-1", "--cue", "1", "--at", "0:00:05"}) == 2);  // not inside of it
    CHECK(exit_of("amina", {"split", "A-1", "--cue", "1"}) == 2);
    CHECK(exit_of("amina", {"merge", "A-1", "--cue", "1"}) == 2);
    CHECK(exit_of("amina", {"merge", "A-1", "--cue", "2-3"}) == 2);
    CHECK(exit_of("basim", {"split", "A-1", "--cue", "2", "--at", "0:00:05"}) == 3);
    CHECK(exit_of("basim", {"merge", "A-1", "--cue", "1-2"}) == 3);
    CHECK(desk.read({"transcript", "list", "A-1"}).size() == 5);
}

TEST_CASE("cues over a silence are not merged, and of two speakers nobody is the speaker") {
    const Desk desk;
    const auto vtt = desk.file("a.vtt",
                               "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Subject>Yes\n\n"
                               "00:02.200 --> 00:03.000\n<v Interviewer>Why\n\n00:04.500 --> 00:05.000\nHe left\n");
    desk.good("amina", {"transcript", "import", "A-1", vtt, "--language", "en"});
    CHECK_THAT(desk.as("amina", {"transcript", "merge", "A-1", "--cue", "2-3"}).err,
               Contains("between cues 2 and 3") && Contains("1.5 s"));
    const auto answer = desk.as("amina", {"transcript", "merge", "A-1", "--cue", "1-2"});
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.err, Contains("several speakers"));
    CHECK(desk.read({"transcript", "show", "A-1"})["cues"][0]["speaker"] == "");
}

TEST_CASE("a cue is not split where one half would show what is redacted") {
    const Desk desk;
    desk.good("amina", {"transcript", "import", "A-1", desk.file("a.srt", on_site), "--language", "en"});
    desk.good("amina", {"redact", "add", "A-1", "--in", "0:00:04.200", "--out", "0:00:04.600", "--why", "identifying",
                        "--reason", "a name"});
    const std::vector<std::string> split{"transcript", "split", "A-1", "--cue", "2", "--at", "0:00:05"};
    const auto refused = desk.as("amina", split);
    CHECK(refused.exit_code == 3);
    CHECK_THAT(refused.err, Contains("one of the two new cues could show") && Contains("redact list A-1") &&
                                Contains("transcript correct") && !Contains("passport"));
    CHECK(desk.read({"transcript", "list", "A-1"}).size() == 1);
    desk.good("amina", {"redact", "remove", "1", "--reason", "no name"});
    desk.good("amina", split);
}

TEST_CASE("times can be moved and speakers named on the way in; a file of another recording is refused") {
    const Desk desk;
    const auto vtt = desk.file("a.vtt",
                               "WEBVTT\n\n00:10.000 --> 00:12.000\n<v Voice 1>Here\n\n"
                               "00:13.000 --> 00:21.000\n<v Interviewer>There\n");
    const auto late = desk.as("amina", {"transcript", "import", "A-1", vtt, "--language", "en"});
    CHECK(late.exit_code == 1);
    CHECK_THAT(late.err, Contains("a.vtt") && Contains("cue 1") && Contains("--offset"));
    const auto answer = desk.as("amina", {"transcript", "import", "A-1", vtt, "--language", "en", "--offset=-0:00:10",
                                          "--speaker", "Voice 1=subject"});
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.err, Contains("cut"));
    const auto cues = desk.read({"transcript", "show", "A-1"})["cues"];
    CHECK(cues[0]["speaker"] == "subject");
    CHECK(cues[0]["range"]["in"] == "0:00:00.000");
    CHECK(cues[1]["speaker"] == "interviewer");
    CHECK(
        desk.as("amina", {"transcript", "import", "A-1", vtt, "--language", "en", "--speaker", "Nobody=x"}).exit_code ==
        2);
    CHECK(desk.as("amina", {"transcript", "import", "A-1", vtt, "--language", "english"}).exit_code == 2);
    CHECK(desk.as("amina", {"transcript", "import", "A-1", desk.file("x.srt", "no times"), "--language", "en"})
              .exit_code == 1);
}

TEST_CASE("captions that are hard to read are listed") {
    const Desk desk;
    desk.good("amina", {"transcript", "import", "A-1",
                        desk.file("a.txt", "0:01 - 0:02 This is much too long for a single second\n0:04 - 0:06 Fine\n"),
                        "--language", "en"});
    const auto troubles = desk.read({"transcript", "check", "A-1"});
    REQUIRE(troubles.size() == 1);
    CHECK(troubles[0]["cue"] == 1);
    CHECK(troubles[0]["what"] == "too fast");
}

TEST_CASE("transcripts leave with pseudonyms and roles only, or as they were said with a word in the log") {
    const Desk desk({"COUNTERCLIP_VAULT_PASSPHRASE=a long passphrase of a test"});
    desk.good("amina", {"transcript", "import", "A-1",
                        desk.file("a.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Umm Yusuf>I am Samira Haddad\n"),
                        "--language", "en"});
    desk.good("amina", {"vault", "init"});
    desk.good("amina", {"vault", "set", "A-1", "--name", "Samira Haddad"});

    const auto file = desk.file("out.vtt");
    desk.good("amina", {"transcript", "export", "A-1", file});
    CHECK_THAT(read_whole(file), Contains("I am Layla") && !Contains("Samira") && !Contains("Yusuf"));

    const auto answer = desk.as("amina", {"transcript", "export", "A-1", file, "--original"});
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.err, Contains("as secret as the originals"));
    CHECK_THAT(read_whole(file), Contains("Samira Haddad"));
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::others_read) ==
          std::filesystem::perms::none);
    CHECK(desk.read({"log", "show", "--verb", "transcript export"}).size() == 1);
    CHECK(desk.as("basim", {"transcript", "export", "A-1", file, "--original"}).exit_code == 3);
    CHECK(desk.as("amina", {"transcript", "export", "A-1", desk.file("out.doc")}).exit_code == 2);
}

TEST_CASE("what was said is searched, by phrase, language and tag, and found words are marked") {
    const Desk desk;
    desk.good("amina", {"transcript", "import", "A-1", desk.file("a.srt", on_site), "--language", "en"});
    CHECK_THAT(desk.good("amina", {"search", "PASSPORT", "took"}), Contains("They [took] my [passport]"));
    CHECK_THAT(desk.good("amina", {"search", "took passport"}), Contains("nobody says that"));
    CHECK(desk.read({"search", "took my pass*"}).size() == 1);
    CHECK(desk.read({"search", "he", "--language", "ar"}).empty());
    desk.good("amina", {"segment", "add", "A-1", "--cues", "2", "--tag", "prison"});
    CHECK(desk.read({"segment", "list", "A-1"})[0]["range"]["out"] == "0:00:06.500");
    CHECK(desk.read({"search", "passport", "--tag", "prison"}).size() == 1);
    CHECK(desk.read({"search", "nine", "--tag", "prison"}).empty());
    CHECK(desk.as("amina", {"search", "*"}).exit_code == 2);
}

TEST_CASE("the codebook is listed, changed, sent out and brought back") {
    const Desk desk;
    CHECK_THAT(desk.good("amina", {"codebook", "list"}), Contains("  doubt"));
    desk.good("amina", {"codebook", "add", "music", "--under", "videos-seen", "--description", "Songs, \"chants\""});
    const auto csv = desk.file("codes.csv");
    desk.good("amina", {"codebook", "export", csv});
    CHECK_THAT(read_whole(csv), Contains("music,videos-seen,\"Songs, \"\"chants\"\"\","));
    desk.good("amina", {"codebook", "retire", "music"});
    desk.good("amina", {"codebook", "import", csv});
    CHECK_THAT(desk.good("amina", {"codebook", "list"}), Contains("music"));
    CHECK(desk.as("amina", {"codebook", "import", csv}).exit_code == 2);
    CHECK(desk.as("amina", {"codebook", "add", "music"}).exit_code == 2);
    CHECK_THAT(desk.as("amina", {"codebook", "retire", "musik"}).err, Contains("near: music"));

    const std::vector<std::string> add{"segment", "add", "A-1", "--in", "0:01", "--out", "0:02", "--tag", "recrutment"};
    CHECK_THAT(desk.as("amina", add).err, Contains("not in the codebook; near: recruitment"));
    desk.good("amina", {"codebook", "strict", "yes"});
    CHECK(desk.as("amina", add).exit_code == 2);
    CHECK(desk.read({"codebook", "list"})["strict"] == true);
}
