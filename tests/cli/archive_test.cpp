// The verbs that need no picture: what they store is there when the archive is opened again.
#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include "core/staged_file.h"
#include "program.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using nlohmann::json;
using test::Answer;
using test::run_program;
using test::TemporaryFolder;

namespace {

// An archive with two operators and one interview.
class Desk {
  public:
    Desk() {
        REQUIRE(run_program({"init", archive()}).exit_code == 0);
        REQUIRE(as("", {"operator", "add", "amina", "--role", "editor"}).exit_code == 0);
        REQUIRE(as("amina", {"operator", "add", "basim", "--role", "auditor", "--role", "distributor"}).exit_code == 0);
        REQUIRE(as("amina", {"interview", "add", "BTIB-0042", "--pseudonym", "Layla"}).exit_code == 0);
    }
    std::string archive() const { return (folder_ / "archive").string(); }
    Answer as(const std::string& who, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--archive", archive()});
        return run_program(arguments, {"COUNTERCLIP_OPERATOR=" + who});
    }
    json read(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "--json");
        const auto answer = as("", std::move(arguments));
        INFO(answer.err);
        REQUIRE(answer.exit_code == 0);
        return json::parse(answer.out);
    }
    const TemporaryFolder& folder() const { return folder_; }

  private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("operators get a key that only they can read") {
    const Desk desk;
    const auto operators = desk.read({"operator", "list"});
    REQUIRE(operators.size() == 2);
    CHECK(operators[0]["code"] == "amina");
    CHECK(operators[1]["roles"] == json{"auditor", "distributor"});
    CHECK(operators[1]["public_key"].get<std::string>().size() == 56);
    struct stat info {};
    REQUIRE(::stat((desk.archive() + "/keys/basim.key").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);

    const auto again = desk.as("amina", {"operator", "add", "basim", "--role", "editor"});
    CHECK(again.exit_code == 1);
    CHECK_THAT(again.err, Catch::Contains("basim"));
}

TEST_CASE("an operator's public key is printed as a file that others check releases with") {
    const Desk desk;
    const auto line = desk.read({"operator", "list"})[1]["public_key"].get<std::string>();
    const auto key = desk.as("", {"operator", "key", "basim"});
    CHECK(key.exit_code == 0);
    CHECK(key.out.starts_with("untrusted comment: "));
    CHECK_THAT(key.out, Catch::EndsWith("\n" + line + "\n"));
    CHECK(desk.read({"operator", "key", "basim"})["public_key"] == line);
    CHECK(desk.as("", {"operator", "key", "nobody"}).exit_code == 1);
}

TEST_CASE("a key or folder that is not there raises no alarm about a release") {
    const Desk desk;
    const auto key = desk.read({"operator", "list"})[1]["public_key"].get<std::string>();
    const auto no_file = run_program({"verify-release", desk.archive(), "--key", "/nowhere/basim.pub"});
    CHECK(no_file.exit_code == 2);
    CHECK_THAT(no_file.err, Catch::Contains("/nowhere/basim.pub: there is no such file, and it is no public key"));
    write_whole(desk.folder() / "notes.txt", "no key\n");
    CHECK(run_program({"verify-release", desk.archive(), "--key", (desk.folder() / "notes.txt").string()}).exit_code ==
          2);
    const auto no_folder = run_program({"verify-release", "/nowhere/out", "--key", key});
    CHECK(no_folder.exit_code == 1);
    CHECK_THAT(no_folder.err, Catch::Contains("/nowhere/out") && !Catch::Contains("do not use it"));
    CHECK(no_folder.out.empty());
}

TEST_CASE("what does not exist is named, with exit code 1, and nothing is logged") {
    const Desk desk;
    const auto events = desk.read({"log", "show"}).size();
    struct Case {
        std::vector<std::string> arguments;
        std::string named;
    };
    const std::vector<Case> cases{
        {{"interview", "show", "NONE-1"}, "NONE-1"},
        {{"segment", "list", "NONE-1"}, "NONE-1"},
        {{"consent", "show", "NONE-1"}, "NONE-1"},
        {{"consent", "withdraw", "NONE-1", "--reason", "x"}, "NONE-1"},
        {{"faces", "gaps", "NONE-1"}, "NONE-1"},
        {{"faces", "gaps", "BTIB-0042"}, "no recording yet"},
        {{"import", "NONE-1", "/dev/null"}, "NONE-1"},
        {{"import", "BTIB-0042", "/nowhere/x.mp4"}, "/nowhere/x.mp4"},
        {{"clip", "show", "none"}, "none"},
        {{"clip", "check", "none"}, "none"},
        {{"clip", "new", "c", "--segment", "77"}, "77"},
        {{"render", "none"}, "none"},
    };
    for (const auto& c : cases) {
        const auto answer = desk.as("amina", c.arguments);
        INFO(answer.err);
        CHECK(answer.exit_code == 1);
        CHECK_THAT(answer.err, Catch::Contains(c.named));
    }
    const auto release = desk.as("basim", {"ledger", "done", "77"});
    CHECK(release.exit_code == 1);
    CHECK_THAT(release.err, Catch::Contains("77"));
    CHECK(desk.read({"log", "show"}).size() == events);
}

TEST_CASE("who has not the role is refused, with exit code 3, and named") {
    const Desk desk;
    const auto events = desk.read({"log", "show"}).size();
    struct Case {
        std::string who;
        std::vector<std::string> arguments;
        std::string named;
    };
    const std::vector<Case> cases{
        {"nobody", {"interview", "add", "X-1"}, "nobody"},
        {"basim", {"interview", "add", "X-1"}, "editor"},
        {"amina", {"approve", "c"}, "auditor"},
        {"amina", {"release", "c", "--to", "/nowhere/y", "--destination", "partner"}, "distributor"},
    };
    for (const auto& c : cases) {
        const auto answer = desk.as(c.who, c.arguments);
        INFO(answer.err);
        CHECK(answer.exit_code == 3);
        CHECK_THAT(answer.err, Catch::Contains(c.named));
    }
    CHECK(desk.read({"log", "show"}).size() == events);
}

TEST_CASE("a new consent keeps what it does not name, but never the evidence") {
    const Desk desk;
    REQUIRE(desk.as("amina", {"consent", "set", "BTIB-0042", "--use", "public", "--voice", "keep", "--method",
                              "witnesses", "--witness", "W-1"})
                .exit_code == 0);
    REQUIRE(desk.as("amina", {"consent", "set", "BTIB-0042", "--voice", "alter", "--method", "none"}).exit_code == 0);
    const auto consent = desk.read({"consent", "show", "BTIB-0042"});
    CHECK(consent["id"] == 2);
    CHECK(consent["terms"]["use"] == "public");
    CHECK(consent["terms"]["voice"] == "alter");
    CHECK(consent["terms"]["face"] == "hide");
    CHECK(consent["evidence"] == json{{"method", "none"}});
    const auto history = desk.as("", {"consent", "history", "BTIB-0042"});
    CHECK_THAT(history.out, Catch::Contains("voice: keep -> alter"));
}

TEST_CASE("a first consent tells all its terms, a later one what it changed") {
    const Desk desk;
    const auto first = desk.as("amina", {"consent", "set", "BTIB-0042", "--use", "public", "--method", "none"}).out;
    for (const auto* term : {"use", "face", "name", "voice", "details", "audiences", "territories", "languages",
                             "until", "risk", "preferences"})
        CHECK_THAT(first, Catch::Contains(term));
    const auto second = desk.as("amina", {"consent", "set", "BTIB-0042", "--voice", "keep", "--method", "none"}).out;
    CHECK_THAT(second, Catch::Contains("voice: alter -> keep") && !Catch::Contains("territories"));
}

TEST_CASE("what is named of an interview changes, the rest stays") {
    const Desk desk;
    const auto change = [&](const std::string& who, std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"interview", "change", "BTIB-0042"});
        return desk.as(who, arguments).exit_code;
    };
    CHECK(change("amina", {"--setting", "prison", "--custody", "--language", "ar", "--language", "ku"}) == 0);
    CHECK(change("amina", {"--pseudonym", "Nour", "--no-custody", "--minor"}) == 0);
    const auto interview = desk.read({"interview", "show", "BTIB-0042"});
    CHECK(interview["pseudonym"] == "Nour");
    CHECK(interview["setting"] == "prison");
    CHECK(interview["languages"] == json{"ar", "ku"});
    CHECK(interview["custody"] == false);
    CHECK(interview["minor"] == true);
    CHECK(change("amina", {"--pseudonym", ""}) == 0);
    CHECK(desk.read({"interview", "show", "BTIB-0042"})["pseudonym"] == "");

    CHECK(change("amina", {}) == 2);
    CHECK(change("amina", {"--custody", "--no-custody"}) == 2);
    CHECK(change("basim", {"--pseudonym", "Layla"}) == 3);
    CHECK(desk.as("amina", {"interview", "change", "NONE-1", "--minor"}).exit_code == 1);
}

TEST_CASE("evidence that is claimed must be there") {
    const Desk desk;
    for (const auto& [method, named] :
         {std::pair{"verbal", "--in"}, std::pair{"witnesses", "--witness"}, std::pair{"written", "--document"}}) {
        const auto answer = desk.as("amina", {"consent", "set", "BTIB-0042", "--method", method});
        CHECK(answer.exit_code == 2);
        CHECK_THAT(answer.err, Catch::Contains(named));
    }
    CHECK(desk.read({"consent", "show", "BTIB-0042"}).is_null());
}

TEST_CASE("after a withdrawal a new consent starts from the safest terms") {
    const Desk desk;
    REQUIRE(desk.as("amina", {"consent", "set", "BTIB-0042", "--use", "public", "--face", "show", "--method", "none"})
                .exit_code == 0);
    const auto withdrawn = desk.as("amina", {"consent", "withdraw", "BTIB-0042", "--reason", "called"});
    CHECK(withdrawn.exit_code == 0);
    CHECK_THAT(withdrawn.out, Catch::Contains("nothing of it is out"));
    CHECK(desk.read({"consent", "show", "BTIB-0042"})["withdrawn"] == true);
    REQUIRE(desk.as("amina", {"consent", "set", "BTIB-0042", "--use", "research", "--method", "none"}).exit_code == 0);
    const auto consent = desk.read({"consent", "show", "BTIB-0042"});
    CHECK(consent["withdrawn"] == false);
    CHECK(consent["terms"]["face"] == "hide");
}

TEST_CASE("the log is whole, and a hash that is not in it shows a cut end") {
    const Desk desk;
    const auto good = desk.as("", {"log", "verify"});
    CHECK(good.exit_code == 0);
    CHECK_THAT(good.out, Catch::Contains("unbroken"));
    CHECK(desk.as("", {"log", "verify", "--expect", std::string(64, 'a')}).exit_code == 1);
    const auto last = desk.read({"log", "verify"})["last_hash"].get<std::string>();
    CHECK(desk.as("", {"log", "verify", "--expect", last}).exit_code == 0);
}

TEST_CASE("files that are no recordings are refused and leave no trace") {
    const Desk desk;
    write_whole(desk.folder() / "empty.mp4", "");
    write_whole(desk.folder() / "text.mp4", "this is a text\n");
    for (const auto* name : {"empty.mp4", "text.mp4"}) {
        const auto answer = desk.as("amina", {"import", "BTIB-0042", (desk.folder() / name).string()});
        CHECK(answer.exit_code == 1);
        CHECK_THAT(answer.err, Catch::Contains(name));
        const auto hidden = run_program({"hide", (desk.folder() / name).string(), (desk.folder() / "o.mp4").string()});
        CHECK(hidden.exit_code == 1);
        CHECK_THAT(hidden.err, Catch::Contains(name));
        CHECK_FALSE(std::filesystem::exists(desk.folder() / "o.mp4"));
    }
    CHECK(std::filesystem::is_empty(desk.archive() + "/originals"));
}

TEST_CASE("output that cannot be written is a failure, not silence") {
    const auto answer =
        test::run_any("sh", {"-c", std::string(COUNTERCLIP_PROGRAM) + " clip check --rules >/dev/full"});
    CHECK(answer.exit_code == 1);
    CHECK_THAT(answer.err, Catch::Contains("write the output"));
}

TEST_CASE("terms of a purpose are set, shown and taken back without touching the others") {
    const Desk desk;
    const auto set = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(),
                         {"consent", "set", "BTIB-0042", "--method", "witnesses", "--witness", "W-1"});
        return desk.as("amina", arguments);
    };
    REQUIRE(set({"--use", "public", "--risk", "casual", "--territory", "se", "--territory", "NO", "--until",
                 "2027-12-31", "--language", "ar", "--prefer", "woman-interviewer"})
                .exit_code == 0);
    REQUIRE(set({"--for", "training", "--face", "show", "--reason", "asked for the course"}).exit_code == 0);
    const auto consent = desk.read({"consent", "show", "BTIB-0042"});
    CHECK(consent["terms"]["face"] == "hide");
    CHECK(consent["terms"]["territories"] == json{"SE", "NO"});
    CHECK(consent["terms"]["until"] == "2027-12-31");
    CHECK(consent["terms"]["risk"] == "casual");
    CHECK(consent["preferences"] == json{"woman-interviewer"});
    CHECK(consent["purposes"]["training"]["face"] == "show");
    CHECK(consent["purposes"]["training"]["use"] == "training");
    CHECK_THAT(desk.as("", {"consent", "show", "BTIB-0042"}).out, Catch::Contains("for training"));
    const auto diff = desk.as("", {"consent", "diff", "BTIB-0042"});
    CHECK_THAT(diff.out,
               Catch::Contains("for training, face: hide -> show") && Catch::Contains("asked for the course"));
    CHECK(desk.read({"consent", "diff", "BTIB-0042", "1", "2"})["differences"].size() == 3);
    CHECK(desk.as("", {"consent", "diff", "BTIB-0042", "1", "9"}).exit_code == 1);

    // What is asked for everything holds for the purpose too; "any" takes a limit back.
    REQUIRE(set({"--face", "hide", "--territory", "any", "--until", "forever"}).exit_code == 0);
    const auto later = desk.read({"consent", "show", "BTIB-0042"});
    CHECK(later["purposes"]["training"]["face"] == "hide");
    CHECK(later["terms"]["territories"].empty());
    CHECK(later["terms"]["until"] == "");
    REQUIRE(set({"--for", "training", "--like-all"}).exit_code == 0);
    CHECK(desk.read({"consent", "show", "BTIB-0042"})["purposes"].empty());

    CHECK(set({"--for", "training", "--use", "public"}).exit_code == 2);
    CHECK(set({"--like-all"}).exit_code == 2);
    CHECK(set({"--until", "2027-02-30"}).exit_code == 2);
    CHECK(set({"--territory", "UK"}).exit_code == 2);
    CHECK(set({"--language", "arabic"}).exit_code == 2);
    CHECK(set({"--prefer", "a-nicer-chair"}).exit_code == 2);
    CHECK(desk.as("amina", {"consent", "set", "BTIB-0042", "--method", "witnesses", "--witness", "Fatima"}).exit_code ==
          2);
    CHECK(desk.read({"consent", "history", "BTIB-0042"}).size() == 4);
}

TEST_CASE("the consents of everyone in an interview are shown together") {
    const Desk desk;
    for (const auto* person : {"subject", "translator", "guard"})
        REQUIRE(desk.as("amina", {"consent", "set", "BTIB-0042", "--person", person, "--use", "public", "--method",
                                  "witnesses", "--witness", "W-1"})
                    .exit_code == 0);
    const auto shown = desk.read({"consent", "show", "BTIB-0042"});
    CHECK(shown["person"] == "subject");
    CHECK(shown["others"]["translator"]["terms"]["use"] == "public");
    CHECK(shown["others"].size() == 2);
    CHECK_FALSE(desk.read({"consent", "show", "BTIB-0042", "--person", "guard"}).contains("others"));
    CHECK(desk.read({"consent", "history", "BTIB-0042"}).size() == 3);
    CHECK_THAT(desk.as("", {"interview", "show", "BTIB-0042"}).out, Catch::Contains("translator"));
    CHECK(desk.read({"interview", "show", "BTIB-0042"})["others"].size() == 2);
}

TEST_CASE("an interview without recording has consent and a place in lists, and nothing to cut") {
    const Desk desk;
    REQUIRE(desk.as("amina", {"interview", "add", "BTIB-0043", "--kind", "none", "--present", "interviewer:woman"})
                .exit_code == 0);
    const auto verbal =
        desk.as("amina", {"consent", "set", "BTIB-0043", "--method", "verbal", "--in", "0", "--out", "1"});
    CHECK(verbal.exit_code == 2);
    CHECK_THAT(verbal.err, Catch::Contains("without recording") && Catch::Contains("witnesses"));
    REQUIRE(desk.as("amina",
                    {"consent", "set", "BTIB-0043", "--use", "research", "--method", "witnesses", "--witness", "W-2"})
                .exit_code == 0);
    CHECK_THAT(desk.as("", {"interview", "list"}).out, Catch::Contains("none held") && Catch::Contains("research"));
    CHECK_THAT(desk.as("", {"interview", "show", "BTIB-0043"}).out, Catch::Contains("held without recording"));
    const auto import = desk.as("amina", {"import", "BTIB-0043", "/dev/null"});
    CHECK(import.exit_code == 1);
    CHECK_THAT(import.err, Catch::Contains("without recordings"));
    const auto segment = desk.as("amina", {"segment", "add", "BTIB-0043", "--in", "0", "--out", "1"});
    CHECK(segment.exit_code == 1);
    CHECK_THAT(segment.err, Catch::Contains("held without recording"));
    CHECK(desk.as("amina", {"interview", "add", "BTIB-0044", "--present", "guard:tall"}).exit_code == 2);
}
