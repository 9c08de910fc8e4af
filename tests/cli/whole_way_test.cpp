// From a recording to a released clip, every step through the program, as one story.
#include <nlohmann/json.hpp>

#include "core/staged_file.h"
#include "program.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace counterclip;
using test::Answer;
using test::run_program;
using test::TemporaryFolder;

namespace {

// Three seconds of moving colour and a tone, with the tags a camera leaves; no face is in it.
bool make_recording(const fs::path& file) {
    const auto made = test::run_any("ffmpeg", {"-v",         "error",
                                               "-f",         "lavfi",
                                               "-i",         "gradients=s=320x240:r=25:d=3",
                                               "-f",         "lavfi",
                                               "-i",         "sine=frequency=300:duration=3",
                                               "-c:v",       "libx264",
                                               "-preset",    "ultrafast",
                                               "-pix_fmt",   "yuv420p",
                                               "-c:a",       "aac",
                                               "-metadata",  "title=Secret Name",
                                               "-metadata",  "location=+33.51+36.29/",
                                               file.string()});
    if (made.exit_code != 0) WARN("skipped: no ffmpeg to make a recording with: " << made.err);
    return made.exit_code == 0;
}

struct Project {
    TemporaryFolder folder;

    Answer as(const std::string& who, std::vector<std::string> arguments) const {
        return run_program(arguments,
                           {"COUNTERCLIP_ARCHIVE=" + (folder / "archive").string(), "COUNTERCLIP_OPERATOR=" + who});
    }
    void done(const std::string& who, const std::vector<std::string>& arguments) const {
        const auto answer = as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
    }
    json read(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        const auto answer = as("amina", arguments);
        INFO(answer.err);
        REQUIRE(answer.exit_code == 0);
        return json::parse(answer.out);
    }
    // As a person who looks at each would.
    void resolve_gaps() const {
        for (const auto& gap : read({"faces", "gaps", "BTIB-0042"}))
            done("amina", {"faces", "resolve", "BTIB-0042", std::to_string(gap["id"].get<std::int64_t>()),
                           "--resolution", "no face"});
    }
    std::string file(const std::string& name) const { return (folder / name).string(); }
};

void import_and_consent(const Project& p) {
    p.done("", {"init", p.file("archive")});
    p.done("", {"operator", "add", "amina", "--role", "editor", "--role", "auditor"});
    p.done("amina", {"operator", "add", "basim", "--role", "auditor", "--role", "distributor"});
    p.done("basim", {"destination", "add", "partner", "--kind", "partner", "--takedown-days", "3"});
    p.done("basim", {"destination", "add", "web", "--kind", "web"});
    p.done("amina", {"interview", "add", "BTIB-0042", "--pseudonym", "Layla"});
    p.done("amina", {"import", "BTIB-0042", p.file("in.mp4")});
    p.done("amina", {"consent", "set",      "BTIB-0042", "--use", "public",    "--face", "hide",
                     "--name",  "changed",  "--voice",   "keep",  "--details", "omit",   "--risk",
                     "casual",  "--method", "verbal",    "--in",  "0",         "--out",  "1"});
}

void make_clip(const Project& p) {
    p.done("amina", {"segment", "add", "BTIB-0042", "--in", "0:00:00.500", "--out", "0:00:01.500", "--tag", "doubt"});
    p.done("amina", {"faces", "analyze", "BTIB-0042"});
    p.resolve_gaps();
    p.done("amina", {"clip", "new", "courage", "--segment", "1", "--title", "Why I left", "--lower-third", "Layla"});
}

void refused(const Answer& answer, const std::string& code) {
    INFO(answer.out << answer.err);
    CHECK(answer.exit_code == 3);
    CHECK_THAT(answer.err, Catch::Contains(code));
}

}  // namespace

TEST_CASE("an interview becomes a released clip, and a withdrawal takes it back") {
    const Project p;
    if (!make_recording(p.folder / "in.mp4")) return;
    import_and_consent(p);
    make_clip(p);

    CHECK(p.read({"clip", "show", "courage"})["treatments"]["hide_faces"] == true);

    // Nothing is approved or released before its time, nor by the one who edited.
    refused(p.as("basim", {"release", "courage", "--to", p.file("out"), "--destination", "partner"}), "NOT-RENDERED");
    p.done("amina", {"render", "courage"});
    // The auditor can look at what the machine looked at; it stays in the archive.
    const auto verified = p.as("basim", {"verify", "courage"});
    CHECK(verified.exit_code == 0);
    const auto report = p.read({"verify", "courage"});
    const auto kept = p.folder / "archive" / "derived" / "proof" / (report["sha256"].get<std::string>() + "-1");
    CHECK(verified.out.find(kept.string() + ".json") != std::string::npos);
    CHECK(verified.out.find(kept.string() + ".png") != std::string::npos);
    CHECK(fs::exists(kept.string() + ".png"));
    refused(p.as("amina", {"approve", "courage", "--listened"}), "AUDITOR-EDITED");
    refused(p.as("basim", {"release", "courage", "--to", p.file("out"), "--destination", "partner"}), "NOT-APPROVED");
    CHECK(p.as("basim", {"release", "courage", "--to", p.file("new/out"), "--destination", "web"}).exit_code == 3);
    CHECK_FALSE(fs::exists(p.file("out")));
    CHECK_FALSE(fs::exists(p.file("new")));

    p.done("basim", {"approve", "courage", "--listened"});
    CHECK_THAT(p.as("", {"clip", "list"}).out, Catch::Contains("approved"));
    CHECK_THAT(p.as("", {"clip", "show", "courage"}).out, Catch::Contains("kept"));
    CHECK(p.as("basim", {"release", "courage", "--to", p.file("in.mp4"), "--destination", "web"}).exit_code == 1);
    CHECK(p.as("basim", {"release", "courage", "--to", p.file("in.mp4/out"), "--destination", "web"}).exit_code == 1);
    const auto nobody = p.as("basim", {"release", "courage", "--to", p.file("out"), "--destination", "nobody"});
    CHECK(nobody.exit_code == 1);
    CHECK_THAT(nobody.err, Catch::Contains("counterclip destination add nobody"));
    p.done("basim", {"release", "courage", "--to", p.file("new/parents/out"), "--destination", "partner"});
    const auto out = p.file("new/parents/out");
    CHECK(fs::exists(out + "/courage.mp4"));
    CHECK(json::parse(read_whole(out + "/manifest.json", 1 << 20))["treatments"]["voice"] == "kept");
    CHECK_THAT(p.as("", {"clip", "list"}).out, Catch::Contains("released"));
    const auto key = p.read({"operator", "list"})[1]["public_key"].get<std::string>();
    CHECK(run_program({"verify-release", out, "--key", key}).exit_code == 0);
    write_whole(p.folder / "basim.pub", p.as("", {"operator", "key", "basim"}).out);
    CHECK(run_program({"verify-release", out, "--key", p.file("basim.pub")}).exit_code == 0);
    CHECK(p.read({"clip", "show", "courage"})["renders"][0]["frames"] == 25);
    CHECK(p.read({"ledger", "list"})[0]["destination"] == "partner");

    const auto withdrawn = p.as("amina", {"consent", "withdraw", "BTIB-0042", "--reason", "called"});
    CHECK(withdrawn.exit_code == 0);
    CHECK_THAT(withdrawn.out, Catch::Contains("partner"));
    const auto listed = p.as("", {"clip", "list"}).out;
    CHECK_THAT(listed, Catch::Contains("withdrawn") && !Catch::Contains("released"));
    refused(p.as("amina", {"render", "courage"}), "WITHDRAWN");
    refused(p.as("basim", {"release", "courage", "--to", p.file("out2"), "--destination", "web"}), "WITHDRAWN");
    CHECK(p.read({"ledger", "list"})[0]["takedown_due"].get<std::string>().size() >= 10);
    p.done("basim", {"ledger", "done", "1"});
    CHECK(p.read({"log", "verify"})["good"] == true);
}

TEST_CASE("a clip that is changed after its approval is not released") {
    const Project p;
    if (!make_recording(p.folder / "in.mp4")) return;
    import_and_consent(p);
    make_clip(p);
    p.done("amina", {"render", "courage"});
    p.done("basim", {"approve", "courage", "--listened"});
    p.done("amina", {"clip", "change", "courage", "--tone", "cool"});
    refused(p.as("basim", {"release", "courage", "--to", p.file("out"), "--destination", "partner"}), "RENDER-STALE");
    const auto json_findings = p.as("basim", {"clip", "check", "courage", "--json"});
    CHECK(json_findings.exit_code == 3);
    CHECK(json::parse(json_findings.out)[0]["code"] == "RENDER-STALE");
}

TEST_CASE("a clip made under an earlier consent is listed as stale, not as approved") {
    const Project p;
    if (!make_recording(p.folder / "in.mp4")) return;
    import_and_consent(p);
    CHECK_THAT(p.as("", {"consent", "show", "BTIB-0042"}).out, Catch::Contains("on recording 1 at"));
    make_clip(p);
    p.done("amina", {"render", "courage"});
    p.done("basim", {"approve", "courage", "--listened"});
    p.done("amina", {"consent", "set", "BTIB-0042", "--method", "none", "--audience", "researchers"});
    const auto listed = p.as("", {"clip", "list"}).out;
    CHECK_THAT(listed, Catch::Contains("stale") && !Catch::Contains("approved"));
}

TEST_CASE("hide needs no archive, and refuses what makes no sense") {
    const Project p;
    if (!make_recording(p.folder / "in.mp4")) return;
    const auto in = p.file("in.mp4");
    const auto hidden = run_program({"hide", in, p.file("safe.mp4"), "--masks", p.file("masks.csv"), "--json"});
    INFO(hidden.err);
    REQUIRE(hidden.exit_code == 0);
    CHECK(json::parse(hidden.out)["frames"] == 75);
    const bool neural = !json::parse(hidden.out)["detectors"].get<std::string>().starts_with("Haar");
    const auto quiet = run_program({"--quiet", "hide", in, p.file("quiet.mp4")});
    CHECK(quiet.err.empty() == neural);
    if (!neural) CHECK_THAT(quiet.err, Catch::Contains("watch every second"));
    CHECK(fs::exists(p.file("masks.csv")));

    CHECK(run_program({"hide", in, p.file("safe.mp4")}).exit_code == 1);  // it exists
    CHECK(run_program({"hide", in, in, "--force"}).exit_code == 2);
    CHECK(run_program({"hide", in, p.file("b.mp4"), "--in", "2", "--out", "1"}).exit_code == 2);
    CHECK(run_program({"hide", in, p.file("b.mp4"), "--out", "0:10:00"}).exit_code == 2);
    CHECK(run_program({"hide", in, "/nowhere/b.mp4"}).exit_code == 1);
    CHECK_FALSE(fs::exists(p.file("b.mp4")));
}
