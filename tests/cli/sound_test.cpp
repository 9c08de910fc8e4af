// Voices and sound tracks from the command line.
#include <nlohmann/json.hpp>

#include "program.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using nlohmann::json;

namespace {

struct Studio {
    test::TemporaryFolder folder;
    bool ready = false;

    test::Answer as(const std::string& who, const std::vector<std::string>& arguments) const {
        return test::run_program(
            arguments, {"COUNTERCLIP_ARCHIVE=" + (folder / "archive").string(), "COUNTERCLIP_OPERATOR=" + who});
    }
    std::string done(const std::string& who, const std::vector<std::string>& arguments) const {
        const auto answer = as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
        return answer.out + answer.err;
    }
    std::string file(const std::string& name) const { return (folder / name).string(); }
    bool make(const std::vector<std::string>& options, const std::string& name) const {
        std::vector<std::string> arguments{"-v", "error"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.push_back(file(name));
        return test::run_any("ffmpeg", arguments).exit_code == 0;
    }

    // One recording with two sound tracks: a tone, and a noise on the left beside another tone on the right, in Arabic.
    Studio() {
        if (!make({"-f", "lavfi", "-i", "sine=frequency=300:duration=2", "-f", "lavfi", "-i",
                   "aevalsrc='0.2*random(0)|0.2*sin(2*PI*700*t)':d=2", "-map", "0", "-map", "1", "-c:a", "flac",
                   "-metadata:s:a:1", "language=ara"},
                  "in.mkv") ||
            !make({"-f", "lavfi", "-i", "anoisesrc=d=3:a=0.2:s=7"}, "dub.wav")) {
            WARN("skipped: no ffmpeg to make a recording with");
            return;
        }
        ready = true;
        done("", {"init", file("archive")});
        done("", {"operator", "add", "ruth", "--role", "admin"});
        done("ruth", {"operator", "add", "amina", "--role", "editor"});
        done("amina", {"interview", "add", "S-1", "--kind", "audio", "--pseudonym", "Layla"});
        done("amina", {"import", "S-1", file("in.mkv")});
        done("amina", {"consent", "set", "S-1", "--method", "verbal", "--in", "0", "--out", "1", "--use", "public",
                       "--voice", "alter", "--risk", "strangers"});
        done("amina", {"clip", "new", "heard", "--part", "S-1:1:0-0:00:02", "--title", "Heard", "--disguise", "drawn"});
    }
};

}  // namespace

TEST_CASE("a sound track that is not there is an error that names what there is") {
    const Studio s;
    if (!s.ready) return;
    const auto none = s.as("amina", {"clip", "change", "heard", "--sound", "3"});
    CHECK(none.exit_code == 2);
    CHECK_THAT(none.err, Catch::Contains("no track 3") && Catch::Contains("2 (flac") && Catch::Contains("in ara"));
    CHECK_THAT(s.as("amina", {"clip", "change", "heard", "--sound", "1:right"}).err, Catch::Contains("one channel"));
    CHECK(s.as("amina", {"clip", "change", "heard", "--sound", "left"}).exit_code == 2);
    s.done("amina", {"clip", "change", "heard", "--sound", "2:left"});
    const auto shown = json::parse(s.done("amina", {"--json", "clip", "show", "heard"}));
    CHECK(shown["parts"][0]["sound"]["track"] == 2);
    CHECK(shown["parts"][0]["sound"]["side"] == "left");
}

TEST_CASE("what a voice is drawn from is told nowhere, and a disguise is not enough where strangers must not know it") {
    const Studio s;
    if (!s.ready) return;
    CHECK_THAT(s.as("amina", {"clip", "check", "heard", "--for", "render"}).out, Catch::Contains("RISK-VOICE"));
    for (const std::vector<std::string>& told : {std::vector<std::string>{"--json", "clip", "show", "heard"},
                                                 {"--json", "log", "show"},
                                                 {"clip", "show", "heard"}})
        CHECK_THAT(s.done("amina", told), !Catch::Contains("seed"));
    CHECK_THAT(s.as("", {"clip", "new", "--help"}).out,
               Catch::Contains("no attacker") && Catch::Contains("acquaintance"));
}

TEST_CASE("a dubbed clip plays the track that was brought in, and another track makes its render stale") {
    const Studio s;
    if (!s.ready) return;
    const auto missing = s.as("amina", {"clip", "change", "heard", "--disguise", "dub", "--language", "ar"});
    CHECK(missing.exit_code == 0);
    CHECK_THAT(s.as("amina", {"render", "heard"}).err, Catch::Contains("dub import S-1"));
    s.done("amina", {"dub", "import", "S-1", s.file("dub.wav"), "--language", "ar"});
    CHECK_THAT(s.done("amina", {"dub", "list", "S-1"}), Catch::Contains("ar") && Catch::Contains("from its start"));
    const auto rendered = json::parse(s.as("amina", {"--json", "render", "heard"}).out);
    INFO(rendered["verification"]["sound left"].dump());
    CHECK(rendered["verification"]["sound left"].empty());
    CHECK(rendered["verification"]["sound left"].is_array());
    CHECK(rendered["verification"]["heard"]["windows"].get<int>() > 0);
    CHECK_THAT(s.as("amina", {"clip", "check", "heard", "--for", "approve"}).out, !Catch::Contains("RENDER-STALE"));
    s.done("amina", {"dub", "import", "S-1", s.file("dub.wav"), "--language", "ar", "--offset", "0:00:00.500"});
    CHECK_THAT(s.as("amina", {"clip", "check", "heard", "--for", "approve"}).out, Catch::Contains("RENDER-STALE"));
}
