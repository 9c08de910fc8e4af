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
    CHECK(p.say({"faces", "show-face", "I-1", "1", "guard"}).exit_code == 3);
    CHECK(p.faces().tracks[0].label == faces::Label::unlabelled);

    const auto consent = [&](const std::string& use, const std::string& face) {
        p.done({"consent", "set",      "I-1",       "--person",  "interviewer", "--use",    use,
                "--face",  face,       "--name",    "real",      "--voice",     "keep",     "--details",
                "keep",    "--method", "witnesses", "--witness", "w1",          "--reason", "asked"});
    };
    // Research is not the public.
    consent("research", "show");
    const auto research = p.say({"faces", "show-face", "I-1", "1", "interviewer"});
    CHECK(research.exit_code == 3);
    CHECK_THAT(research.err, Catch::Contains("ends at the use 'research'"));
    consent("public", "hide");
    CHECK_THAT(p.say({"faces", "show-face", "I-1", "1", "interviewer"}).err,
               Catch::Contains("asked for a hidden face"));
    CHECK(p.faces().tracks[0].label == faces::Label::unlabelled);
    consent("public", "show");
    p.done({"faces", "show-face", "I-1", "1", "interviewer"});
    CHECK(p.faces().tracks[0].label == faces::Label::interviewer);
    const auto log = json::parse(p.done({"log", "show", "--json"}));
    CHECK(log.back()["verb"] == "faces show-face");
    // One person's consent shows no other's face.
    CHECK(p.say({"faces", "show-face", "I-1", "2", "translator"}).exit_code == 3);
    p.done({"consent", "withdraw", "I-1", "--person", "interviewer", "--reason", "called"});
    CHECK_THAT(p.say({"faces", "show-face", "I-1", "1"}).err, Catch::Contains("withdrew"));
}

TEST_CASE("a label that takes a face out of hiding for good needs a reason, so it goes through delete") {
    const Project p;
    if (!p.ready) return;
    const auto answer = p.say({"faces", "label", "I-1", "3", "not-a-face"});
    CHECK(answer.exit_code == 2);
    CHECK_THAT(answer.err, Catch::Contains("faces delete"));
    CHECK(p.faces().tracks[1].label == faces::Label::unlabelled);
    CHECK(p.say({"faces", "delete", "I-1", "3"}).exit_code == 2);
    CHECK(p.say({"faces", "delete", "I-1", "3", "--reason", ""}).exit_code == 2);
    p.done({"faces", "label", "I-1", "3", "guard"});
}

TEST_CASE("what was seen in a gap can be told with each way of resolving it") {
    const Project p;
    if (!p.ready) return;
    p.done({"faces", "resolve", "I-1", "1", "--extend", "--resolution", "he turned round"});
    p.done({"faces", "resolve", "I-1", "2", "--no-face", "--resolution", "a poster"});
    CHECK(p.faces().gaps[0].resolution == "extended: track 2; he turned round");
    CHECK(p.faces().gaps[1].resolution == "no face; a poster");
    CHECK(p.say({"faces", "resolve", "I-1", "2", "--no-face", "--extend"}).exit_code == 2);
    CHECK(p.say({"faces", "resolve", "I-1", "2"}).exit_code == 2);
}

TEST_CASE("an interview of sound alone has nothing to look at, and nothing comes next") {
    const Project p;
    if (!p.ready) return;
    const auto sound = (p.folder / "in.wav").string();
    REQUIRE(test::run_any("ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "sine=d=1", sound}).exit_code == 0);
    p.done({"interview", "add", "I-2", "--pseudonym", "Omar"});
    p.done({"import", "I-2", sound});
    const auto answer = p.say({"faces", "analyze", "I-2"});
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.out, Catch::Contains("nothing to look at"));
    CHECK_THAT(answer.out + answer.err, !Catch::Contains("next:"));
}

TEST_CASE("what a person did to a track is taken back, step by step") {
    const Project p;
    if (!p.ready) return;
    p.done({"faces", "merge", "I-1", "1", "2"});
    p.done({"faces", "delete", "I-1", "1", "--reason", "mistaken"});
    CHECK(json::parse(p.done({"faces", "undo", "I-1", "1", "--json"}))["undone"] == "faces delete");
    CHECK(p.faces().tracks[0].label == faces::Label::unlabelled);
    p.done({"faces", "undo", "I-1", "1"});
    const auto tracks = p.faces().tracks;
    REQUIRE(tracks.size() == 3);
    CHECK(tracks[0].sightings.back().pts == 800ms);
    const auto nothing = p.say({"faces", "undo", "I-1", "1"});
    CHECK(nothing.exit_code == 2);
    CHECK_THAT(nothing.err, Catch::Contains("nothing was done to it by hand"));
    CHECK(json::parse(p.done({"log", "verify", "--json"}))["good"] == true);
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
    const auto told = json::parse(p.done({"log", "show", "--json"}));
    int resolved = 0;
    for (const auto& event : told) resolved += event["verb"] == "faces resolve" ? 1 : 0;
    CHECK(resolved == 3);
    const auto listed = p.done({"faces", "gaps", "I-1"});
    CHECK_THAT(listed, Catch::Contains("extended: track 2, by amina") && Catch::Contains("no face, by amina"));
    CHECK(p.say({"faces", "resolve", "I-1", "1"}).exit_code == 2);  // none of the ways
    CHECK(p.say({"faces", "resolve", "I-1", "1", "--no-face", "--extend"}).exit_code == 2);
    CHECK(p.say({"faces", "resolve", "I-1", "9", "--no-face"}).exit_code == 1);
    CHECK(p.say({"faces", "resolve", "I-1", "1", "--region", "7"}).exit_code == 1);
    CHECK(json::parse(p.done({"log", "verify", "--json"}))["good"] == true);
}

TEST_CASE("what people worked on is analysed again only when that is asked for, and what is known is left alone") {
    const Project p;
    if (!p.ready) return;
    p.done({"faces", "label", "I-1", "3", "guard"});
    p.done({"faces", "resolve", "I-1", "2", "--no-face"});
    // It was stored as if by detectors that nobody has.
    const auto refused = p.say({"faces", "analyze", "I-1"});
    CHECK(refused.exit_code == 3);
    CHECK_THAT(refused.err, Catch::Contains("track 3: guard; gap 2: resolved by amina") && Catch::Contains("--again"));
    CHECK(p.faces().tracks.size() == 3);
    const auto again = p.say({"faces", "analyze", "I-1", "--again", "--json"});
    REQUIRE(again.exit_code == 0);
    CHECK_THAT(again.err, Catch::Contains("this replaces") && Catch::Contains("gap 2: resolved by amina"));
    CHECK(json::parse(again.out)[0]["work_replaced"].size() == 2);
    const auto known = p.say({"faces", "analyze", "I-1"});
    CHECK(known.exit_code == 0);
    CHECK_THAT(known.err, Catch::Contains("0:00:03.000 analysed already, nothing to do"));
}

TEST_CASE("each gap has its picture, and the list says where") {
    const Project p;
    if (!p.ready) return;
    const auto listed = json::parse(p.done({"faces", "gaps", "I-1", "--json"}));
    REQUIRE(listed.size() == 2);
    const std::filesystem::path picture = listed[0]["picture"].get<std::string>();
    CHECK(std::filesystem::file_size(picture) > 100);
    CHECK_THAT(p.done({"faces", "gaps", "I-1"}), Catch::Contains("derived/gaps/1-1-2220.png"));
    std::filesystem::remove(picture);
    p.done({"faces", "gaps", "I-1"});
    CHECK(std::filesystem::exists(picture));
}

TEST_CASE("labels, gaps and regions go back to what they were, and every answer says how") {
    const Project p;
    if (!p.ready) return;
    const auto read = [&](std::vector<std::string> arguments) {
        arguments.emplace_back("--json");
        return json::parse(p.done(arguments));
    };
    CHECK(read({"faces", "label", "I-1", "1", "guard"}) == json{{"track", 1}, {"from", "unlabelled"}, {"to", "guard"}});
    CHECK(read({"faces", "label", "I-1", "1", "unlabelled"})["from"] == "guard");
    CHECK(p.faces().tracks[0].label == faces::Label::unlabelled);
    CHECK(read({"faces", "delete", "I-1", "3", "--reason", "a poster"})["to"] == "not_a_face");
    p.done({"faces", "label", "I-1", "3", "unlabelled"});
    CHECK(p.faces().tracks[1].label == faces::Label::unlabelled);

    CHECK(read({"faces", "resolve", "I-1", "2", "--no-face"})[0]["gap"] == 2);
    CHECK(read({"faces", "reopen", "I-1", "2", "--reason", "there was one"}) == json{{{"gap", 2}, {"open", true}}});
    CHECK(p.faces().gaps[1].resolved_by.empty());
    CHECK(p.say({"faces", "reopen", "I-1", "2"}).exit_code == 2);
    p.done({"faces", "resolve", "I-1", "1", "--extend"});
    CHECK_THAT(p.say({"faces", "reopen", "I-1", "1"}).err, Catch::Contains("counterclip faces undo I-1 2"));
    p.done({"faces", "undo", "I-1", "2"});
    CHECK(p.faces().gaps[0].resolved_by.empty());

    const auto id = read({"faces", "region", "add", "I-1", "face", "--key", "2.5,10,20,60,70", "--out", "2.9"})["id"];
    REQUIRE(id == 1);
    CHECK(read({"faces", "region", "remove", "I-1", "1", "--reason", "x"}) == json{{"id", 1}, {"removed", true}});
    CHECK(p.regions().empty());
    CHECK(read({"faces", "region", "restore", "I-1", "1"})["id"] == 1);
    CHECK(p.regions().size() == 1);
    CHECK(p.say({"faces", "region", "restore", "I-1", "1"}).exit_code == 1);
    CHECK(read({"faces", "extend", "I-1", "2", "--in", "1.2", "--out", "2.2"})["track"] == 2);
    p.done({"faces", "undo", "I-1", "2"});
    CHECK(read({"faces", "merge", "I-1", "1", "2"})["merged"] == 2);
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
