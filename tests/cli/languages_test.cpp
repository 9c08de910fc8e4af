// One clip in several languages, through the program.
#include <nlohmann/json.hpp>

#include "core/staged_file.h"
#include "program.h"
#include "support/temporary_folder.h"

using nlohmann::json;
using namespace counterclip;
using test::run_program;

namespace {

struct Languages {
    test::TemporaryFolder folder;

    test::Answer amina(std::vector<std::string> words) const {
        return run_program(words,
                           {"COUNTERCLIP_ARCHIVE=" + (folder / "archive").string(), "COUNTERCLIP_OPERATOR=amina"});
    }
    json read(std::vector<std::string> words) const {
        words.emplace_back("--json");
        const auto answer = amina(words);
        INFO(words.at(0) << " " << words.at(1) << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
        return json::parse(answer.out);
    }
    std::string transcript(const std::string& language, const std::string& text) const {
        const auto file = folder / (language + ".srt");
        write_whole(file, "1\n00:00:00,100 --> 00:00:01,900\n" + text + "\n");
        return file.string();
    }
    // An interview with two seconds of sound, and a clip of it; false without ffmpeg.
    bool begin() const {
        const auto sound = (folder / "talk.wav").string();
        if (test::run_any("ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=2", sound})
                .exit_code != 0)
            return false;
        const std::vector<std::vector<std::string>> steps{
            {"init", (folder / "archive").string()},
            {"operator", "add", "amina", "--role", "admin", "--role", "editor"},
            {"interview", "add", "BTIB-0001", "--pseudonym", "Abu Salim"},
            {"import", "BTIB-0001", sound},
            {"consent", "set",     "BTIB-0001", "--use", "public",    "--face",   "hide",
             "--name",  "changed", "--voice",   "keep",  "--details", "keep",     "--method",
             "verbal",  "--in",    "0:00:00",   "--out", "0:00:01",   "--reason", "asked"},
            {"transcript", "import", "BTIB-0001", transcript("ar", "شكرا"), "--language", "ar"},
            {"transcript", "import", "BTIB-0001", transcript("ru", "Спасибо"), "--language", "ru"},
            {"clip", "new", "courage", "--part", "BTIB-0001:1:0:00:00.500-0:00:01.500", "--title", "Courage",
             "--preset", "audio"},
        };
        for (const auto& step : steps) {
            const auto answer = amina(step);
            INFO(step.at(0) << ": " << answer.err);
            REQUIRE(answer.exit_code == 0);
        }
        return true;
    }
};

}  // namespace

TEST_CASE("variants follow their base, keep titles of their own, and stay untouched when they are in step") {
    const Languages l;
    if (!l.begin()) return;
    const auto made = l.read({"clip", "languages", "courage", "--languages", "ar,ru", "--title", "ar=شجاعة"});
    REQUIRE(made.size() == 2);
    CHECK(made[0]["code"] == "courage.ar");
    CHECK(made[0]["title"] == "شجاعة");
    CHECK(made[0]["captions"] == "burned");
    CHECK(made[1]["title"] == "Courage");
    CHECK(made[1]["variant_of"] == "courage");
    CHECK(l.read({"clip", "languages", "courage", "--languages", "ar,ru"})[0]["done"] == "as it was");
    REQUIRE(l.amina({"clip", "change", "courage", "--end-card", "example.org", "--disguise", "deeper"}).exit_code == 0);
    const auto again = l.read({"clip", "languages", "courage", "--languages", "ar"});
    CHECK(again[0]["done"] == "changed");
    CHECK(again[0]["title"] == "شجاعة");
    CHECK(again[0]["treatments"]["disguise"] == "deeper");
    CHECK(l.read({"clip", "show", "courage"})["variants"] == json{"courage.ar", "courage.ru"});
    CHECK(l.amina({"clip", "languages", "courage.ar", "--languages", "ku"}).exit_code == 2);
    CHECK(l.amina({"clip", "languages", "courage", "--languages", "klingonish!"}).exit_code == 2);
}

TEST_CASE("a variant keeps what it hides more than its base, and its way of captions, when it is brought in step") {
    const Languages l;
    if (!l.begin()) return;
    l.read({"clip", "languages", "courage", "--languages", "ar", "--captions", "beside"});
    REQUIRE(l.amina({"clip", "change", "courage.ar", "--disguise", "silence"}).exit_code == 0);
    REQUIRE(l.amina({"clip", "change", "courage", "--disguise", "deeper", "--tone", "cool"}).exit_code == 0);
    l.read({"clip", "languages", "courage", "--languages", "ar"});
    const auto variant = l.read({"clip", "show", "courage.ar"});
    CHECK(variant["treatments"]["tone"] == "cool");
    CHECK(variant["treatments"]["disguise"] == "silence");
    CHECK(variant["captions"] == "beside");
}

TEST_CASE("what is hard to read is told by the check and the render, and stops neither") {
    const Languages l;
    if (!l.begin()) return;
    const auto file = l.transcript("en", "That is far too much to be read by anybody in not even two seconds of time");
    REQUIRE(l.amina({"transcript", "import", "BTIB-0001", file, "--language", "en"}).exit_code == 0);
    l.read({"clip", "languages", "courage", "--languages", "en"});
    const auto checked = l.amina({"clip", "check", "courage.en", "--for", "render"});
    CHECK(checked.exit_code == 0);
    CHECK_THAT(checked.out, Catch::Contains("CAPTIONS-HARD-TO-READ") && Catch::Contains("too fast"));
    bool is_told = false;
    for (const auto& finding : l.read({"clip", "check", "courage.en", "--for", "render"}))
        is_told |= finding["code"] == "CAPTIONS-HARD-TO-READ" && finding["severity"] == "warns";
    CHECK(is_told);
    const auto rendered = l.read({"render", "courage.en"});
    REQUIRE_FALSE(rendered["hard_to_read"].empty());
    CHECK_THAT(rendered["hard_to_read"][0].get<std::string>(), Catch::Contains("too fast"));
    CHECK(rendered["verification"]["problems"].empty());
}

TEST_CASE("several clips are rendered by one command, each told of") {
    const Languages l;
    if (!l.begin()) return;
    l.read({"clip", "languages", "courage", "--languages", "ar,ru", "--captions", "none", "--title", "ar=شجاعة"});
    const auto done = l.read({"render", "courage.ar", "courage.ru"});
    REQUIRE(done.size() == 2);
    for (const auto& clip : done) {
        CHECK(clip["together"] == 2);
        CHECK(clip["verification"]["problems"].empty());
    }
    CHECK(l.amina({"render", "courage.ar", "nobody"}).exit_code != 0);
}

TEST_CASE("a look that cannot be used is one error with its file and field, and leaves the archive as it was") {
    const Languages l;
    if (!l.begin()) return;
    const auto file = (l.folder / "ours.json").string();
    write_whole(file, R"({"caption": {"colour": "blue"}})");
    const auto refused = l.amina({"look", "add", "ours", file});
    CHECK(refused.exit_code == 2);
    CHECK_THAT(refused.err, Catch::Contains("ours.json: caption.colour"));
    CHECK(l.read({"look", "list"}).size() == 3);
    CHECK(l.amina({"clip", "change", "courage", "--look", "ours"}).exit_code == 2);
    write_whole(file, R"({"description": "blue", "caption": {"colour": "#2030FF"}})");
    REQUIRE(l.amina({"look", "add", "ours", file}).exit_code == 0);
    CHECK(l.amina({"clip", "change", "courage", "--look", "ours"}).exit_code == 0);
    CHECK(l.read({"clip", "show", "courage"})["look"] == "ours");
}

TEST_CASE("captions need a language") {
    const Languages l;
    if (!l.begin()) return;
    const auto answer = l.amina({"clip", "new", "long", "--part", "BTIB-0001:1:0:00:00.100-0:00:01.900", "--preset",
                                 "social-story", "--captions", "burned"});
    CHECK(answer.exit_code == 2);  // captions of no language
    CHECK_THAT(answer.err, Catch::Contains("--language"));
}
