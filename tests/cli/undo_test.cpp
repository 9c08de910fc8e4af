// Every edit can be changed and taken back at the command line, and what it answers says how.
#include <nlohmann/json.hpp>

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

// An interview with a recording of ten seconds. amina edits; omar edits and audits; basim audits.
class Desk {
  public:
    Desk() {
        REQUIRE(run_program({"init", archive()}).exit_code == 0);
        good("", {"operator", "add", "amina", "--role", "editor", "--role", "admin"});
        good("amina", {"operator", "add", "omar", "--role", "editor", "--role", "auditor"});
        good("amina", {"operator", "add", "basim", "--role", "auditor"});
        good("amina", {"interview", "add", "A-1", "--pseudonym", "Layla"});
        good("amina", {"import", "A-1", test::write_video(folder_ / "a.mp4", 0, 100).string()});
    }
    std::string archive() const { return (folder_ / "archive").string(); }
    std::string file(const std::string& name, const std::string& bytes) const {
        write_whole(folder_ / name, bytes);
        return (folder_ / name).string();
    }
    Answer as(const std::string& who, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--archive", archive()});
        return run_program(arguments, {"COUNTERCLIP_OPERATOR=" + who});
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
    int exit_of(std::vector<std::string> arguments) const { return as("amina", std::move(arguments)).exit_code; }
    json ranges_of(const std::string& clip) const {
        auto ranges = json::array();
        const auto shown = read({"clip", "show", clip});
        for (const auto& part : shown["parts"])
            ranges.push_back(part["range"]["in"].get<std::string>() + " " + part["range"]["out"].get<std::string>());
        return ranges;
    }

  private:
    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a segment is changed word by word, removed and brought back, and the answer tells what it was") {
    const Desk desk;
    const auto made = desk.read({"segment", "add", "A-1", "--in", "1", "--out", "3", "--tag", "doubt", "--tag",
                                 "prison", "--note", "first", "--identifying"});
    REQUIRE(made["id"] == 1);
    const auto changed = desk.read({"segment", "change", "1", "--out", "4", "--untag", "doubt", "--tag", "hope",
                                    "--note", "", "--no-identifying", "--distress"});
    CHECK(changed["range"]["in"] == "0:00:01.000");
    CHECK(changed["range"]["out"] == "0:00:04.000");
    CHECK(changed["tags"] == json{"prison", "hope"});
    CHECK(changed["note"] == "");
    CHECK(changed["identifying"] == false);
    CHECK(changed["distress"] == true);
    CHECK(changed["before"]["note"] == "first");
    CHECK(changed["before"]["tags"] == json{"doubt", "prison"});

    CHECK(desk.exit_of({"segment", "change", "1"}) == 2);
    CHECK(desk.exit_of({"segment", "change", "1", "--distress", "--tag", "hope"}) == 2);  // changes nothing
    CHECK(desk.exit_of({"segment", "change", "1", "--untag", "doubt"}) == 2);
    CHECK(desk.exit_of({"segment", "change", "1", "--in", "5"}) == 2);
    CHECK(desk.exit_of({"segment", "change", "1", "--out", "99"}) == 1);
    CHECK(desk.as("basim", {"segment", "change", "1", "--out", "5"}).exit_code == 3);
    CHECK(desk.as("basim", {"segment", "remove", "1"}).exit_code == 3);

    desk.good("amina", {"segment", "change", "1", "--identifying"});
    CHECK_THAT(desk.as("omar", {"segment", "remove", "1", "--reason", "marked twice"}).err,
               Contains("somebody else must approve"));
    CHECK(desk.read({"segment", "list", "A-1"}).empty());
    const auto all = desk.read({"segment", "list", "A-1", "--all"});
    REQUIRE(all.size() == 1);
    CHECK(all[0]["removed_by"] == "omar");
    CHECK_THAT(desk.good("amina", {"segment", "list", "A-1", "--all"}), Contains("marked twice"));
    CHECK_THAT(desk.as("amina", {"clip", "new", "c1", "--segment", "1"}).err, Contains("segment restore 1"));
    CHECK(desk.read({"segment", "restore", "1"})["removed_by"] == "");
    CHECK(desk.read({"segment", "list", "A-1"}).size() == 1);
    CHECK(desk.exit_of({"segment", "restore", "1"}) == 2);
    CHECK(desk.read({"log", "verify"})["good"] == true);
}

TEST_CASE("a removed segment's tag finds nothing any more, neither words nor clips nor interviews") {
    const Desk desk;
    desk.good("amina", {"transcript", "import", "A-1",
                        desk.file("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nHe came at nine\n"), "--language", "en"});
    desk.good("amina", {"segment", "add", "A-1", "--cues", "1", "--tag", "prison"});
    desk.good("amina", {"clip", "new", "c1", "--part", "A-1:1:1-2"});
    const auto found = [&] {
        return std::tuple(
            desk.read({"search", "nine", "--tag", "prison"}).size(),
            desk.good("amina", {"clip", "list", "--tag", "prison"}).find("c1") != std::string::npos,
            desk.good("amina", {"interview", "list", "--tag", "prison"}).find("A-1") != std::string::npos);
    };
    CHECK(found() == std::tuple(1, true, true));
    desk.good("amina", {"segment", "remove", "1"});
    CHECK(found() == std::tuple(0, false, false));
    desk.good("amina", {"segment", "restore", "1"});
    CHECK(found() == std::tuple(1, true, true));
}

TEST_CASE("the parts of a clip are set anew in any order, trimmed and dropped, and keep their segment and sound") {
    const Desk desk;
    desk.good("amina", {"segment", "add", "A-1", "--in", "1", "--out", "3"});
    desk.good("amina", {"segment", "add", "A-1", "--in", "4", "--out", "6"});
    desk.good("amina", {"clip", "new", "c1", "--segment", "1", "--segment", "2", "--part", "A-1:1:7-8"});
    desk.good("amina", {"clip", "change", "c1", "--part", "2@4.5-5.5", "--part", "A-1:1:7-8", "--part", "1"});
    CHECK(desk.ranges_of("c1") ==
          json{"0:00:04.500 0:00:05.500", "0:00:07.000 0:00:08.000", "0:00:01.000 0:00:03.000"});
    const auto parts = desk.read({"clip", "show", "c1"})["parts"];
    CHECK(parts[0]["segment"] == 2);
    CHECK_FALSE(parts[1].contains("segment"));
    CHECK(parts[2]["segment"] == 1);
    desk.good("amina", {"clip", "change", "c1", "--part", "1@1-2"});
    CHECK(desk.ranges_of("c1") == json{"0:00:01.000 0:00:02.000"});
    CHECK(desk.exit_of({"clip", "change", "c1", "--part", "1@1-5"}) == 2);  // beyond the segment
    CHECK(desk.exit_of({"clip", "change", "c1", "--part", "1@"}) == 2);
    CHECK(desk.exit_of({"clip", "change", "c1", "--part", "x@1-2"}) == 2);
    CHECK(desk.exit_of({"clip", "change", "c1", "--part", "A-1"}) == 2);

    auto archive = archive::Archive::open(desk.archive());
    auto clip = archive.clip("c1");
    clip.parts[0].sound_side = archive::Side::left;
    archive.change_clip(clip, "amina");
    desk.good("amina", {"clip", "change", "c1", "--part", "A-1:1:1.5-2.5", "--part", "2"});
    for (const auto& part : desk.read({"clip", "show", "c1"})["parts"]) CHECK(part["sound"]["side"] == "left");
}

TEST_CASE("a clip's history says what changed, and it goes back to any version of it") {
    const Desk desk;
    const auto made = desk.read({"clip", "new", "c1", "--part", "A-1:1:1-3", "--title", "First"});
    CHECK(made["version"] == 0);
    CHECK(made["new_version"] == 1);
    const auto changed = desk.read({"clip", "change", "c1", "--title", "Second", "--part", "A-1:1:4-6"});
    CHECK(changed["version"] == 1);
    CHECK(changed["new_version"] == 2);
    desk.good("omar", {"clip", "change", "c1", "--tone", "cool"});
    const auto history = desk.read({"clip", "history", "c1"});
    REQUIRE(history.size() == 3);
    CHECK(history[0]["changes"].empty());
    CHECK(history[1]["changes"].size() == 2);
    CHECK(history[1]["changes"][1] == json{{"what", "title"}, {"from", "First"}, {"to", "Second"}});
    CHECK(history[2]["by"] == "omar");
    CHECK_THAT(desk.good("amina", {"clip", "history", "c1"}),
               Contains("tone: neutral -> cool") && Contains("A-1:1:0:00:01.000-0:00:03.000"));

    CHECK(desk.as("basim", {"clip", "revert", "c1", "--to", "1"}).exit_code == 3);
    CHECK(desk.exit_of({"clip", "revert", "c1", "--to", "9"}) == 2);
    CHECK(desk.exit_of({"clip", "revert", "c1", "--to", "3"}) == 2);  // changes nothing
    CHECK_THAT(desk.as("amina", {"clip", "revert", "c1", "--to", "1"}).err, Contains("next: counterclip clip check"));
    const auto now = desk.read({"clip", "show", "c1"});
    CHECK(now["version"] == 4);
    CHECK(now["title"] == "First");
    CHECK(desk.ranges_of("c1") == json{"0:00:01.000 0:00:03.000"});
    CHECK(desk.read({"clip", "revert", "c1", "--to", "3"})["version"] == 4);
    CHECK(desk.read({"clip", "show", "c1"})["treatments"]["tone"] == "cool");
}

TEST_CASE("a clip is discarded and restored, and says so wherever it is looked for meanwhile") {
    const Desk desk;
    desk.good("amina", {"clip", "new", "c1", "--part", "A-1:1:1-3", "--title", "First"});
    desk.good("amina", {"clip", "change", "c1", "--title", "Second"});
    desk.good("amina", {"clip", "new", "c2", "--part", "A-1:1:1-3"});
    CHECK(desk.exit_of({"clip", "discard", "c1"}) == 2);  // why?
    CHECK(desk.as("basim", {"clip", "discard", "c1", "--reason", "made twice"}).exit_code == 3);
    const auto discarded = desk.read({"clip", "discard", "c1", "--reason", "made twice"});
    CHECK(discarded["code"] == "c1");
    CHECK(discarded["discarded_by"] == "amina");

    CHECK_THAT(desk.good("amina", {"clip", "list"}), Contains("c2") && !Contains("c1"));
    CHECK(desk.read({"status"})["clips"]["draft"] == 1);
    CHECK_THAT(desk.good("amina", {"clip", "list", "--discarded"}),
               Contains("c1") && Contains("amina") && Contains("made twice") && !Contains("c2"));
    CHECK(desk.read({"clip", "list", "--discarded"})[0]["discarded_reason"] == "made twice");
    CHECK(desk.exit_of({"clip", "list", "--discarded", "--state", "draft"}) == 2);
    for (const auto* verb : {"show", "history"})
        CHECK_THAT(desk.good("amina", {"clip", verb, "c1"}),
                   Contains("DISCARDED") && Contains("made twice") && Contains("clip restore c1"));
    CHECK(desk.read({"clip", "show", "c1"})["discarded_by"] == "amina");
    CHECK(desk.read({"clip", "history", "c1"}).size() == 2);
    CHECK(desk.read({"ledger", "list", "--clip", "c1"}).empty());
    CHECK(desk.read({"log", "verify"})["good"] == true);

    using Words = std::vector<std::string>;
    for (const auto& words :
         {Words{"clip", "change", "c1", "--title", "Third"}, Words{"clip", "revert", "c1", "--to", "1"},
          Words{"clip", "check", "c1"}, Words{"clip", "languages", "c1", "--languages", "ar"}, Words{"render", "c1"},
          Words{"render", "c1", "c2"}, Words{"verify", "c1"}, Words{"audit", "report", "c1"},
          Words{"approve", "c1", "--listened"}, Words{"refuse", "c1", "--reason", "no"}, Words{"names", "find", "c1"},
          Words{"clip", "new", "c1", "--part", "A-1:1:1-3"}}) {
        const auto answer = desk.as("omar", words);
        INFO(words.front() << " " << words.at(1) << ": " << answer.err);
        CHECK(answer.exit_code != 0);
        CHECK_THAT(answer.err, Contains("amina discarded it on ") && Contains("clip restore c1"));
    }

    desk.good("omar", {"clip", "restore", "c1"});
    CHECK(desk.exit_of({"clip", "restore", "c1"}) == 2);
    const auto now = desk.read({"clip", "show", "c1"});
    CHECK(now["title"] == "Second");
    CHECK(now["discarded_by"] == "");
    CHECK_THAT(desk.good("amina", {"clip", "list"}), Contains("c1") && Contains("c2"));
}

TEST_CASE("a variant of which the code was discarded is not made anew under it") {
    const Desk desk;
    desk.good("amina", {"clip", "new", "c1", "--part", "A-1:1:1-3"});
    desk.good("amina", {"clip", "languages", "c1", "--languages", "ar"});
    const auto refused = desk.as("amina", {"clip", "discard", "c1", "--reason", "made twice"});
    CHECK(refused.exit_code == 2);
    CHECK_THAT(refused.err, Contains("clip discard c1.ar"));
    desk.good("amina", {"clip", "discard", "c1.ar", "--reason", "nobody reads it"});
    CHECK(desk.read({"clip", "show", "c1"})["variants"].empty());
    CHECK_THAT(desk.as("amina", {"clip", "languages", "c1", "--languages", "ar"}).err, Contains("clip restore c1.ar"));
    desk.good("amina", {"clip", "restore", "c1.ar"});
    CHECK(desk.read({"clip", "show", "c1"})["variants"] == json{"c1.ar"});
}

TEST_CASE("a corrected transcript is what it was again, as a new revision") {
    const Desk desk;
    desk.good("amina", {"transcript", "import", "A-1",
                        desk.file("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nHe came at nine\n"), "--language", "en"});
    CHECK(desk.read({"transcript", "correct", "A-1", "--cue", "1", "--text", "He came at five"})["revision_before"] ==
          1);
    CHECK(desk.exit_of({"transcript", "revert", "A-1", "--to", "2"}) == 2);  // changes nothing
    CHECK(desk.exit_of({"transcript", "revert", "A-1", "--to", "7"}) == 1);
    CHECK(desk.as("basim", {"transcript", "revert", "A-1", "--to", "1"}).exit_code == 3);
    const auto again = desk.read({"transcript", "revert", "A-1", "--to", "1"});
    CHECK(again["revision"] == 3);
    CHECK(again["kind"] == "on-site");
    CHECK(desk.read({"transcript", "diff", "A-1", "--from", "1"}).empty());
    CHECK(desk.read({"search", "nine"}).size() == 1);
    CHECK(desk.read({"log", "show", "--verb", "transcript revert"}).size() == 1);
}

TEST_CASE("every field of an interview goes back to what it was, empty ones included") {
    const Desk desk;
    const auto before = desk.read({"interview", "show", "A-1"});
    const auto changed = desk.read({"interview", "change",         "A-1",     "--date",      "2026",   "--place",
                                    "north",     "--setting",      "prison",  "--gender",    "woman",  "--age-band",
                                    "20-29",     "--nationality",  "x",       "--ethnicity", "y",      "--role",
                                    "witness",   "--language",     "ar",      "--present",   "guard",  "--pseudonym",
                                    "Nour",      "--pseudonym-in", "ar=Nour", "--custody",   "--minor"});
    CHECK(changed["before"]["pseudonym"] == "Layla");
    CHECK(changed["present"] == json{"guard"});
    desk.good("amina",
              {"interview", "change",         "A-1", "--date",       "",          "--place",       "", "--setting",
               "",          "--gender",       "",    "--age-band",   "",          "--nationality", "", "--ethnicity",
               "",          "--role",         "",    "--language",   "",          "--present",     "", "--pseudonym",
               "Layla",     "--pseudonym-in", "ar=", "--no-custody", "--no-minor"});
    CHECK(desk.read({"interview", "show", "A-1"}) == before);
}

TEST_CASE("a redaction is added, taken back and restored by the id that it answered") {
    const Desk desk;
    const auto id = desk.read(
        {"redact", "add", "A-1", "--in", "1", "--out", "2", "--why", "identifying", "--reason", "a village"})["id"];
    REQUIRE(id == 1);
    CHECK(desk.exit_of({"redact", "restore", "1"}) == 2);
    desk.good("amina", {"redact", "remove", "1", "--reason", "another one"});
    CHECK(desk.read({"redact", "list", "A-1"}).empty());
    CHECK(desk.as("basim", {"redact", "restore", "1"}).exit_code == 3);
    CHECK(desk.read({"redact", "restore", "1"}) == json{{"id", 1}, {"removed", false}});
    CHECK(desk.read({"redact", "list", "A-1"}).size() == 1);
}

TEST_CASE("who takes an identifying flag away may not approve the clips that it kept from being made") {
    const Desk desk;
    desk.good("amina", {"consent", "set",      "A-1",     "--use", "public",    "--face", "hide",
                        "--name",  "changed",  "--voice", "keep",  "--details", "omit",   "--risk",
                        "casual",  "--method", "verbal",  "--in",  "0",         "--out",  "1"});
    desk.good("amina", {"faces", "analyze", "A-1"});
    for (const auto& gap : desk.read({"faces", "gaps", "A-1"}))
        desk.good("amina", {"faces", "resolve", "A-1", std::to_string(gap["id"].get<int>()), "--no-face"});
    desk.good("amina", {"segment", "add", "A-1", "--in", "1.5", "--out", "3", "--identifying"});
    desk.good("amina", {"clip", "new", "c1", "--part", "A-1:1:1-2"});
    const auto flagged = desk.as("amina", {"render", "c1"});
    CHECK(flagged.exit_code == 3);
    CHECK_THAT(flagged.err, Contains("DETAILS-IDENTIFYING"));

    desk.good("omar", {"segment", "change", "1", "--no-identifying"});
    desk.good("amina", {"render", "c1"});
    const auto refused = desk.as("omar", {"approve", "c1", "--listened"});
    CHECK(refused.exit_code == 3);
    CHECK_THAT(refused.err, Contains("AUDITOR-EDITED"));
    desk.good("basim", {"approve", "c1", "--listened"});
}
