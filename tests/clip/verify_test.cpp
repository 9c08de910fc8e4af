// The proof must fail on files that are wrong, whoever made them.
#include "clip/verify.h"
#include "clip/proof_report.h"

#include <cstdlib>

#include <fmt/format.h>

#include "clip/gate_facts.h"
#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "clip/render.h"
#include "clip/tampered.h"
#include "core/hash.h"
#include "core/staged_file.h"
#include "media/reader.h"
#include "puppet/film.h"
#include "puppet/performance.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

namespace fs = std::filesystem;

struct Finished {
    Rehearsal r;
    clip::Plan plan;
    fs::path file;

    Finished() {
        r.store_true_faces();
        r.cut("C", 400ms, 2s);
        plan = clip::make_plan(r.archive, "C");
        file = r.outside("clip.mp4");
    }
    void render_as(const clip::Plan& other) const {
        Progress silent;
        clip::render(other, file, silent);
    }
    clip::Verification verified(const fs::path& f) const {
        Progress silent;
        return clip::verify(plan, f, test::detectors(), silent);
    }
    // What someone does to a good file afterwards.
    fs::path spoilt(const std::string& options) const {
        const auto out = r.outside("spoilt.mp4");
        const auto command = fmt::format("ffmpeg -v error -y -i '{}' {} '{}'", file.string(), options, out.string());
        REQUIRE(std::system(command.c_str()) == 0);
        return out;
    }
};

std::shared_ptr<const faces::Masks> hides_nothing(Range analysed) {
    return std::make_shared<faces::Masks>(std::vector<faces::Track>{}, std::vector<faces::Gap>{}, std::vector<Time>{},
                                          std::vector{analysed}, faces::MaskOptions{});
}

}  // namespace

TEST_CASE("a render that shows the face is found out on every frame") {
    Finished f;
    auto careless = f.plan;
    careless.parts[0].masks = hides_nothing({0s, 3s});
    f.render_as(careless);
    const auto v = f.verified(f.file);
    CHECK(*v.facts.frames_uncovered == 40);
    CHECK(v.worst_visible > 0.5F);
    CHECK(*v.facts.faces_found >= 20);  // a cascade misses some
}

TEST_CASE("a render that lets the face through on one frame is found out") {
    Finished f;
    auto careless = f.plan;
    auto tracks = f.plan.parts[0].faces_to_hide;
    // The track ends well before the part does, as if the detector had lost the face.
    tracks[0].sightings.resize(11 + 25);
    careless.parts[0].masks = std::make_shared<faces::Masks>(
        tracks, std::vector<faces::Gap>{}, std::vector<Time>{1460ms}, std::vector{Range{0s, 3s}}, faces::MaskOptions{});
    f.render_as(careless);
    CHECK(*f.verified(f.file).facts.frames_uncovered >= 1);
}

TEST_CASE("tags, streams, chapters and cuts that are not ours are found") {
    if (!puppet::has_ffmpeg()) {
        WARN("skipped: the ffmpeg program is not here to spoil files");
        return;
    }
    Finished f;
    f.render_as(f.plan);
    REQUIRE(f.verified(f.file).facts.streams_as_planned);

    const auto tagged = f.verified(f.spoilt("-c copy -metadata location=+33.31+044.36/ -movflags use_metadata_tags"));
    CHECK_FALSE(tagged.facts.foreign_tags->empty());

    const auto shorter = f.verified(f.spoilt("-c copy -t 1"));
    CHECK_FALSE(shorter.facts.frames_as_planned);

    const auto hidden_frames = f.verified(f.spoilt("-ss 0.5 -c copy"));
    CHECK_FALSE((hidden_frames.facts.frames_as_planned && hidden_frames.facts.streams_as_planned));

    const auto silent = f.verified(f.spoilt("-c copy -an"));
    CHECK_FALSE(silent.facts.streams_as_planned);

    const auto another = f.verified(f.spoilt("-vf negate -c:a copy"));
    CHECK_FALSE(another.facts.frames_as_planned);

    const auto late = f.verified(f.spoilt("-c:v copy -af adelay=400:all=1"));
    CHECK_FALSE(late.facts.in_sync);
}

TEST_CASE("a verification report survives the way into the archive and back") {
    clip::Verification v;
    v.facts.sha256 = "abc";
    v.facts.in_sync = true;
    v.facts.foreign_tags = {"location"};
    v.facts.frames_uncovered = 3;
    const auto back = clip::facts_from_json(clip::to_json(v));
    CHECK(back.sha256 == "abc");
    CHECK(back.in_sync);
    CHECK_FALSE(back.frames_as_planned);
    CHECK(*back.foreign_tags == std::vector<std::string>{"location"});
    CHECK(*back.frames_uncovered == 3);
    CHECK_FALSE(back.faces_found.has_value());  // nobody looked: not known, not zero
    CHECK_THROWS_WITH(clip::facts_from_json("{"), Catch::Contains("damaged"));
}

TEST_CASE("a face painted under the mask, unlike the source's, is found by the detectors") {
    Finished f;
    f.render_as(f.plan);
    auto stranger = test::small_interview();
    stranger.people[0].look.skin = {120, 84, 62};
    stranger.people[0].look.beard = true;
    stranger.people[0].poses = {{.at = 0, .x = 150, .y = 118, .head = 96, .yaw = -0.2}};
    puppet::Performance other(stranger);
    const auto painted = other.draw(0);
    const auto box = other.truth(0)[0];
    const auto spoilt = f.r.outside("painted.mp4");
    test::tamper(f.plan, f.file, spoilt, [&](std::int64_t number, media::Frame& frame) {
        if (number >= 10 && number < 20) test::paste(painted, {box.x, box.y, box.w, box.h}, frame);
    });
    const auto v = f.verified(spoilt);
    CAPTURE(clip::to_json(v));
    CHECK(*v.facts.frames_uncovered == 0);  // nothing follows the source
    CHECK(*v.facts.faces_found > 0);
    REQUIRE_FALSE(v.worst.empty());
    CHECK(v.worst[0].is_bad);
    CHECK(v.worst[0].score > 0);
}

TEST_CASE("one frame that shows the face is the worst of the report") {
    Finished f;
    f.render_as(f.plan);
    media::VideoReader original(f.plan.parts[0].file, {.range = f.plan.parts[0].range});
    const auto spoilt = f.r.outside("shown.mp4");
    test::tamper(f.plan, f.file, spoilt, [&](std::int64_t number, media::Frame& frame) {
        media::Frame source;
        REQUIRE(original.next(source));
        if (number == 17) test::paste(source, {60, 30, 200, 180}, frame);
    });
    const auto v = f.verified(spoilt);
    CAPTURE(clip::to_json(v));
    CHECK(*v.facts.frames_uncovered == 1);
    REQUIRE_FALSE(v.worst.empty());
    CHECK(v.worst[0].is_bad);
    CHECK(v.worst[0].at == 680ms);  // 17 frames of 40 ms
    CHECK(v.worst[0].visible > 0.5F);
    CHECK(v.worst_at == 680ms);
    CHECK(v.sheet.width > 0);
}

TEST_CASE("a face that the analysis missed is listed with its time and place") {
    auto scene = test::small_interview();
    scene.width = 640;
    scene.height = 360;
    puppet::Person second;
    second.poses = {{.at = 0, .x = 480, .y = 150, .head = 90}};
    second.from = 1;
    scene.people.push_back(second);
    Rehearsal r(scene);
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    REQUIRE(analysis.tracks.size() == 2);
    const auto missed = analysis.tracks.back().sightings.front().box;
    analysis.tracks.pop_back();
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    r.cut("C", 400ms, 2400ms);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(p.render.verification);
    CHECK(*p.verification.facts.frames_uncovered == 0);
    CHECK(*p.verification.facts.faces_found > 0);
    REQUIRE_FALSE(p.verification.elsewhere.empty());
    const auto& face = p.verification.elsewhere[0];
    CHECK(face.from >= 600ms);
    CHECK(face.from <= 900ms);  // it came at 0.6 s of the clip: looked at when the picture changed
    CHECK(iou(face.box, missed) > 0.3F);
    CHECK(face.score >= 0.6F);
    CHECK(face.deleted == 0);
    // And how to go on: the region in the recording's px and time hides it.
    CHECK(p.render.verification.find(face.command) != std::string::npos);
    CHECK_THAT(face.command,
               Catch::StartsWith("counterclip faces region add BTIB-0001 face --recording 1 --key 0:00:0"));
    CHECK(face.source_from == face.from + 400ms);
    CHECK(iou(face.in_source, missed) > 0.3F);
}

TEST_CASE("a small face that comes while the picture stays calm is seen within a quarter second") {
    auto scene = test::small_interview();
    scene.width = 640;
    scene.height = 360;
    puppet::Person second;
    second.poses = {{.at = 0, .x = 560, .y = 250, .head = 64}};
    second.from = 0.9;
    scene.people.push_back(second);
    Rehearsal r(scene);
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    analysis.tracks.pop_back();
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    r.cut("C", 400ms, 1200ms);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(p.render.verification);
    REQUIRE_FALSE(p.verification.elsewhere.empty());
    CHECK(p.verification.elsewhere[0].from >= 500ms);
    CHECK(p.verification.elsewhere[0].from < 760ms);
}

TEST_CASE("a face that the analysis missed is found though it is small, or in the dark") {
    if (test::detectors().front().name == "cascades") {
        WARN("skipped: cascades do not see such faces");
        return;
    }
    const bool small = GENERATE(true, false);
    auto scene = test::small_interview();
    scene.duration = 1.4;
    scene.speech.reset();
    scene.width = small ? 1280 : 640;
    scene.height = small ? 720 : 360;
    puppet::Person second;
    second.poses = {{.at = 0, .x = small ? 1000. : 470., .y = 180, .head = small ? 44. : 100.}};
    scene.people.push_back(second);
    if (!small) scene.lights = {{.at = 0, .all = 0.16, .people = 1}};
    Rehearsal r(scene);
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    const auto missed = analysis.tracks.back().sightings.front().box;
    analysis.tracks.pop_back();
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    r.cut("C", 0s, 1200ms);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(small, p.render.verification);
    CHECK(std::any_of(p.verification.elsewhere.begin(), p.verification.elsewhere.end(),
                      [&](const auto& f) { return iou(f.box, missed) > 0.3F; }));
}

TEST_CASE("a real face that somebody deleted is reported, with who did it and why") {
    Rehearsal r;
    r.store_true_faces();
    r.archive.delete_track(r.recording.id, 1, "a poster", "amina");
    r.cut("C", 400ms, 2s);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(p.render.verification);
    REQUIRE(p.verification.deleted.size() == 1);
    CHECK(p.verification.deleted[0].track == 1);
    CHECK(p.verification.deleted[0].by == "amina");
    CHECK(p.verification.deleted[0].reason == "a poster");
    CHECK(p.verification.deleted[0].range.in == 0s);
    CHECK(*p.verification.facts.faces_found > 0);
    REQUIRE_FALSE(p.verification.elsewhere.empty());
    CHECK(p.verification.elsewhere[0].deleted == 1);
    const auto findings = consent::check(
        clip::gather_facts(r.archive, "C", {.signed_by = [](auto, auto, auto) { return false; }}, silent),
        consent::Stage::approve);
    CHECK(std::any_of(findings.begin(), findings.end(), [](const auto& f) { return f.code == "FACE-DELETED"; }));
}

TEST_CASE("a face that its owner shows is not reported") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 400ms, 2s);
    c.treatments.hide_faces = false;
    r.archive.change_clip(c, "amina");
    r.archive.label_track(r.recording.id, 1, faces::Label::subject, "amina");
    auto agreed = *r.archive.latest_consent("BTIB-0001");
    agreed.terms.face = consent::FaceTerm::show;
    r.archive.append_consent(agreed, "amina");
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(p.render.verification);
    CHECK(*p.verification.facts.faces_found == 0);
    CHECK(p.verification.elsewhere.empty());
    CHECK(p.verification.problems.empty());
}

TEST_CASE("the report does not depend on the number of threads") {
    Finished f;
    f.render_as(f.plan);
    Progress silent;
    const auto one = clip::verify(f.plan, f.file, test::detectors(), silent, 1);
    const auto three = clip::verify(f.plan, f.file, test::detectors(), silent, 3);
    CHECK(clip::to_json(one) == clip::to_json(three));
    CHECK(one.sheet.pixels == three.sheet.pixels);
}

TEST_CASE("report and sheet are kept in the archive, bound to the render's bytes") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1600ms);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    const auto files = clip::proof_files(r.archive, p.render.id, p.render.sha256);
    CHECK(files.report.filename() == p.render.sha256 + "-1.json");
    CHECK(read_whole(files.report) == p.render.verification);
    CHECK(sha256_of_file(files.sheet) == p.verification.sheet_sha256);
    CHECK(p.render.verification.find(p.verification.sheet_sha256) != std::string::npos);
    CHECK(clip::facts_from_json(p.render.verification).sha256 == p.render.sha256);
    CHECK(test::names_in(files.report.parent_path()).size() == 2);
    // A sheet of a bad render shows faces: for the owner's eyes alone.
    const auto mode = [](const fs::path& path) { return static_cast<unsigned>(fs::status(path).permissions()); };
    CHECK(mode(files.report.parent_path()) == 0700);
    CHECK(mode(files.report) == 0600);
    CHECK(mode(files.sheet) == 0600);

    // The same again replaces them; of another file, the report does not speak for this one.
    clip::verify_again(r.archive, p.render.id, "amina", test::detectors(), silent);
    CHECK(test::names_in(files.report.parent_path()).size() == 2);
    auto other = p.verification;
    other.facts.sha256 = std::string(64, 'b');
    r.archive.set_verification(p.render.id, clip::to_json(other), "amina");
    const auto findings = consent::check(
        clip::gather_facts(r.archive, "C", {.signed_by = [](auto, auto, auto) { return false; }}, silent),
        consent::Stage::approve);
    CHECK(std::any_of(findings.begin(), findings.end(), [](const auto& f) {
        return f.code == "NOT-VERIFIED" && f.severity == consent::Severity::blocks;
    }));
}

TEST_CASE("a report or a sheet that is gone or changed is no verification, until it is made again") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    const auto is_verified = [&](consent::Stage stage) {
        const auto facts =
            clip::gather_facts(r.archive, "C", {.signed_by = [](auto, auto, auto) { return false; }}, silent);
        const auto findings = consent::check(facts, stage);
        const auto found =
            std::find_if(findings.begin(), findings.end(), [](const auto& f) { return f.code == "NOT-VERIFIED"; });
        if (found == findings.end()) return true;
        CHECK(found->severity == consent::Severity::blocks);
        CHECK_THAT(found->mend, Catch::Contains("counterclip verify C"));
        return false;
    };
    const auto files = clip::proof_files(r.archive, p.render.id, p.render.sha256);
    REQUIRE(is_verified(consent::Stage::approve));
    SECTION("the report is edited") {
        write_whole(files.report, read_whole(files.report) + " ");
    }
    SECTION("the report is gone") {
        fs::remove(files.report);
    }
    SECTION("the sheet is cut short") {
        write_whole(files.sheet, read_whole(files.sheet).substr(0, 1000));
    }
    SECTION("the sheet is gone") {
        fs::remove(files.sheet);
    }
    CHECK_FALSE(is_verified(consent::Stage::approve));
    CHECK_FALSE(is_verified(consent::Stage::release));
    clip::verify_again(r.archive, p.render.id, "amina", test::detectors(), silent);
    CHECK(is_verified(consent::Stage::approve));
}
