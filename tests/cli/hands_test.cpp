// The hands-on verbs for faces, as an editor uses them; the archive is looked at afterwards.
#include <nlohmann/json.hpp>

#include "archive/archive.h"
#include "program.h"
#include "support/temporary_folder.h"

using nlohmann::json;
using namespace counterclip;
using namespace std::chrono_literals;
using test::Answer;
using test::TemporaryFolder;

namespace {

faces::Track face(std::int64_t id, Time from, Time to, float x) {
    faces::Track track{id, faces::Label::unlabelled, {}};
    for (Time t = from; t <= to; t += 40ms) track.sightings.push_back({t, {x, 60, 50, 60}, 0, 1, {}});
    return track;
}

// What an analysis would have found: one face in two tracks, a poster, and two doubts.
faces::Analysis found() {
    faces::Analysis a;
    a.ranges = {{0s, 3s}};
    a.frames = 75;
    a.width = 320;
    a.height = 240;
    a.tracks = {face(1, 0s, 800ms, 100), face(2, 1200ms, 2s, 104), face(3, 0s, 2s, 240)};
    faces::Gap lost;
    lost.range = {2040ms, 2400ms};
    lost.track = 2;
    faces::Gap somewhere;
    somewhere.range = {2500ms, 2900ms};
    a.gaps = {lost, somewhere};
    return a;
}

struct Project {
    TemporaryFolder folder;
    bool ready = false;

    Project() {
        const auto film = (folder / "in.mp4").string();
        const auto made =
            test::run_any("ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=3", "-c:v",
                                     "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", film});
        if (made.exit_code != 0) WARN("skipped: no ffmpeg to make a recording with: " << made.err);
        ready = made.exit_code == 0;
        if (!ready) return;
        done({"init", (folder / "archive").string()});
        done({"operator", "add", "amina", "--role", "editor"});
        done({"interview", "add", "I-1", "--pseudonym", "Layla"});
        done({"import", "I-1", film});
        auto archive = archive::Archive::open(folder / "archive");
        archive.store_analysis(archive.recordings("I-1")[0].id, found(), "amina");
    }
    Answer say(const std::vector<std::string>& arguments) const {
        return test::run_program(
            arguments, {"COUNTERCLIP_ARCHIVE=" + (folder / "archive").string(), "COUNTERCLIP_OPERATOR=amina"});
    }
    std::string done(const std::vector<std::string>& arguments) const {
        const auto answer = say(arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
        return answer.out;
    }
    faces::Analysis faces() const {
        const auto archive = archive::Archive::open(folder / "archive");
        return *archive.analysis(archive.recordings("I-1")[0].id);
    }
    std::vector<faces::Region> regions() const {
        const auto archive = archive::Archive::open(folder / "archive");
        return archive.regions(archive.recordings("I-1")[0].id);
    }
};

}  // namespace

TEST_CASE("a face is shown only where the consent of that person shows it") {
    const Project p;
    if (!p.ready) return;
    const auto nobody = p.say({"faces", "show-face", "I-1", "1"});
    CHECK(nobody.exit_code == 3);
    CHECK_THAT(nobody.err, Catch::Contains("nobody said whose it is"));
    const auto unasked = p.say({"faces", "show-face", "I-1", "1", "interviewer"});
    CHECK(unasked.exit_code == 3);
    CHECK_THAT(unasked.err, Catch::Contains("no consent of the interviewer"));
    CHECK(p.say({"faces", "show-face", "I-1", "1", "not-a-face"}).exit_code == 3);
    CHECK(p.faces().tracks[0].label == faces::Label::unlabelled);

    p.done({"consent", "set", "I-1", "--person", "interviewer", "--use", "public", "--face", "show", "--name", "real",
            "--voice", "keep", "--details", "keep", "--method", "witnesses", "--witness", "w1"});
    p.done({"faces", "show-face", "I-1", "1", "interviewer"});
    CHECK(p.faces().tracks[0].label == faces::Label::interviewer);
    // One person's consent shows no other's face.
    CHECK(p.say({"faces", "show-face", "I-1", "2", "translator"}).exit_code == 3);
    p.done({"consent", "withdraw", "I-1", "--person", "interviewer", "--reason", "called"});
    CHECK(p.say({"faces", "show-face", "I-1", "1"}).exit_code == 3);
}

TEST_CASE("tracks are merged, split, extended and deleted by hand") {
    const Project p;
    if (!p.ready) return;
    p.done({"faces", "merge", "I-1", "1", "2"});
    CHECK(p.faces().tracks.size() == 2);
    const auto different = p.say({"faces", "merge", "I-1", "1", "3"});
    CHECK(different.exit_code == 2);
    CHECK_THAT(different.err, Catch::Contains("different places"));
    CHECK(json::parse(p.done({"faces", "split", "I-1", "1", "--at", "0:00:01.000", "--json"}))["second"] == 4);
    p.done({"faces", "extend", "I-1", "4", "--in", "1", "--out", "2.9"});
    p.done({"faces", "delete", "I-1", "3", "--reason", "a poster"});
    for (const auto& track : p.faces().tracks) {
        if (track.id == 3) CHECK(track.label == faces::Label::not_a_face);
        if (track.id == 4) CHECK(track.sightings.back().pts == 2900ms - 1ns);
    }
    CHECK(p.say({"faces", "split", "I-1", "9", "--at", "1"}).exit_code == 1);
}

TEST_CASE("gaps are resolved by no face, by extending and by a region") {
    const Project p;
    if (!p.ready) return;
    p.done({"faces", "resolve", "I-1", "1", "--extend"});
    CHECK(p.say({"faces", "resolve", "I-1", "2", "--extend"}).exit_code == 2);  // about no track
    p.done({"faces", "region", "add", "I-1", "face", "--key", "2.5,10,20,60,70", "--out", "2.9"});
    p.done({"faces", "resolve", "I-1", "2", "--region", "1"});
    auto gaps = p.faces().gaps;
    CHECK(gaps[0].resolution == "extended: track 2");
    CHECK(gaps[1].resolution == "region 1");
    p.done({"faces", "region", "remove", "I-1", "1", "--reason", "nobody there"});
    CHECK(p.faces().gaps[1].resolved_by.empty());
    p.done({"faces", "resolve", "I-1", "2", "--no-face"});
    CHECK(p.faces().gaps[1].resolution == "no face");
    CHECK(json::parse(p.done({"log", "verify", "--json"}))["good"] == true);
}

TEST_CASE("a region is drawn with keys, listed and removed") {
    const Project p;
    if (!p.ready) return;
    p.done({"faces", "region", "add", "I-1", "name plate", "--shape", "rectangle", "--key", "0:00:00.500,10,20,60,30",
            "--key", "1,40,20,60,30,90", "--out", "2", "--note", "left of the door"});
    const auto regions = p.regions();
    REQUIRE(regions.size() == 1);
    CHECK(regions[0].shape == faces::Shape::rectangle);
    REQUIRE(regions[0].keys.size() == 2);
    CHECK(regions[0].keys[1].angle == Approx(1.5708).margin(0.001));
    const auto listed = json::parse(p.done({"faces", "region", "list", "I-1", "--json"}));
    CHECK(listed[0]["what"] == "name plate");
    CHECK(listed[0]["range"]["out"] == "0:00:02.000");
    CHECK_THAT(p.done({"faces", "region", "list", "I-1"}), Catch::Contains("left of the door"));
    CHECK(p.say({"faces", "region", "add", "I-1", "x", "--key", "1,2,3", "--out", "2"}).exit_code == 2);
    CHECK(p.say({"faces", "region", "add", "I-1", "x", "--key", "1,2,3,4,5", "--out", "0.5"}).exit_code == 2);
    p.done({"faces", "region", "remove", "I-1", "1", "--reason", "drawn twice"});
    CHECK(p.regions().empty());
}

TEST_CASE("a drawn box is followed and stored as a region") {
    const Project p;
    if (!p.ready) return;
    const auto told = json::parse(p.done(
        {"faces", "follow", "I-1", "document", "--key", "1,20,20,80,80", "--in", "0.4", "--out", "2", "--json"}));
    CHECK(told["what"] == "document");
    CHECK(told.contains("ends_after"));
    const auto regions = p.regions();
    REQUIRE(regions.size() == 1);
    const auto range = faces::range_of(regions[0]);
    CHECK(range.in >= 400ms);
    CHECK(range.out <= 2s);
    CHECK(faces::at(regions[0], 1s));
}
