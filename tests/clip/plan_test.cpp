#include "clip/plan.h"

#include "clip/rehearsal.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

TEST_CASE("what is found or done far from a clip changes nothing about it") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 0s, 400ms);
    const auto before = clip::make_plan(r.archive, "C");
    r.archive.split_track(r.recording.id, 1, 2800ms, "amina");
    const auto after = clip::make_plan(r.archive, "C");
    CHECK(after.settings_sha256 == before.settings_sha256);
    REQUIRE(after.parts[0].faces_to_hide.size() == 1);
    CHECK(after.parts[0].faces_to_hide[0].sightings.back().pts < 2500ms);
    r.archive.split_track(r.recording.id, 1, 200ms, "amina");
    CHECK(clip::make_plan(r.archive, "C").settings_sha256 != before.settings_sha256);
}

TEST_CASE("a track with a hole over a clip hides it from both of its ends") {
    Rehearsal r;
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    auto& sightings = analysis.tracks[0].sightings;
    const auto box = sightings[0].box;
    sightings = {{0s, box, 0, 1, {}}, {20s, box, 0, 1, {}}};
    analysis.ranges = {{0s, 20s}};
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    // The recording has three seconds; the plan asks the track only.
    r.cut("C", 2600ms, 2900ms);
    const auto plan = clip::make_plan(r.archive, "C");
    const auto mask = clip::mask_at(plan.parts[0], 2700ms);
    CHECK_FALSE(mask.whole);
    CHECK(faces::covered_share(box, mask) > 0.9F);
}
