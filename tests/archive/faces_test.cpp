#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using faces::Analysis;
using faces::Label;
using test::Shelf;

namespace {

Analysis one_face(float x = 10) {
    Analysis a;
    a.ranges = {{0s, 1s}, {1500ms, 2s}};
    a.frames = 15;
    a.width = a.height = 64;
    a.shot_changes = {500ms};
    a.detectors = {{"yunet", "/home/someone/models/yunet.onnx", "abc"}};
    a.detector_runs = 17;
    faces::Track track;
    for (int i = 0; i < 10; ++i) track.sightings.push_back({i * 100ms, {x, 10, 20, 25}, 0, 1, faces::Origin::detected});
    a.tracks = {track};
    faces::Gap gap;
    gap.range = {1500ms, 2s};
    gap.reason = faces::GapReason::low_score;
    gap.where = {1, 2, 3.5F, 4};
    a.gaps = {gap};
    return a;
}

}  // namespace

TEST_CASE("an analysis comes back whole") {
    Shelf shelf;
    const auto id = shelf.import().id;
    CHECK_FALSE(shelf.archive.analysis(id));
    const auto given = one_face();
    shelf.archive.store_analysis(id, given, "amina");
    const auto stored = shelf.again().analysis(id);
    REQUIRE(stored);
    CHECK(stored->ranges == given.ranges);
    CHECK(stored->frames == 15);
    CHECK(stored->width == 64);
    CHECK(stored->height == 64);
    CHECK(stored->shot_changes == given.shot_changes);
    CHECK(stored->detector_runs == 17);
    REQUIRE(stored->detectors.size() == 1);
    CHECK(stored->detectors[0].name == "yunet");
    CHECK(stored->detectors[0].sha256 == "abc");
    CHECK(stored->detectors[0].file == "yunet.onnx");  // folders can hold a person's name
    REQUIRE(stored->tracks.size() == 1);
    CHECK(stored->tracks[0].id == 1);
    REQUIRE(stored->tracks[0].sightings.size() == 10);
    CHECK(stored->tracks[0].sightings[3].pts == 300ms);
    CHECK(stored->tracks[0].sightings[3].box == given.tracks[0].sightings[3].box);
    REQUIRE(stored->gaps.size() == 1);
    CHECK(stored->gaps[0].id == 1);
    CHECK(stored->gaps[0].range == given.gaps[0].range);
    CHECK(stored->gaps[0].reason == faces::GapReason::low_score);
    CHECK(stored->gaps[0].where == given.gaps[0].where);
}

TEST_CASE("labels and resolutions are kept, with who made them") {
    Shelf shelf;
    const auto id = shelf.import().id;
    shelf.archive.store_analysis(id, one_face(), "amina");
    shelf.archive.label_track(id, 1, Label::interviewer, "omar");
    shelf.archive.resolve_gap(id, 1, "no face", "omar");
    const auto stored = shelf.archive.analysis(id);
    CHECK(stored->tracks[0].label == Label::interviewer);
    CHECK(stored->gaps[0].resolved_by == "omar");
    CHECK(stored->gaps[0].resolution == "no face");
    CHECK_THROWS_WITH(shelf.archive.label_track(id, 9, Label::guard, "omar"), Catch::Contains("track '9'"));
    CHECK_THROWS_WITH(shelf.archive.resolve_gap(id, 9, "no face", "omar"), Catch::Contains("gap '9'"));
    CHECK_THROWS_AS(shelf.archive.resolve_gap(id, 1, "", "omar"), Error);
}

TEST_CASE("a second analysis keeps the label and opens its gaps again") {
    Shelf shelf;
    const auto id = shelf.import().id;
    shelf.archive.store_analysis(id, one_face(), "amina");
    shelf.archive.label_track(id, 1, Label::interviewer, "omar");
    shelf.archive.resolve_gap(id, 1, "no face", "omar");
    shelf.archive.store_analysis(id, one_face(11), "amina");
    const auto stored = shelf.archive.analysis(id);
    REQUIRE(stored->tracks.size() == 1);
    CHECK(stored->tracks[0].label == Label::interviewer);
    REQUIRE(stored->gaps.size() == 1);
    CHECK(stored->gaps[0].resolved_by.empty());
}

TEST_CASE("an analysis of nothing is refused") {
    Shelf shelf;
    const auto id = shelf.import().id;
    CHECK_THROWS_AS(shelf.archive.store_analysis(id, Analysis{}, "amina"), Error);
    CHECK_THROWS_WITH(shelf.archive.store_analysis(77, one_face(), "amina"), Catch::Contains("recording '77'"));
}
