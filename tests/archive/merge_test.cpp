#include "archive/analysis_merge.h"

using namespace counterclip;
using namespace std::chrono_literals;
using archive::merged;
using faces::Analysis;
using faces::Label;
using faces::Track;

namespace {

constexpr Time frame = 100ms;

// A face that stands still at `x` from `in` to `out`.
Track standing(float x, Time in, Time out, Label label = Label::unlabelled) {
    Track track;
    track.label = label;
    for (auto t = in; t < out; t += frame) track.sightings.push_back({t, {x, 10, 40, 50}, 0, 0.9F, {}});
    return track;
}

Analysis analysis(Range range, std::vector<Track> tracks, std::vector<faces::Gap> gaps = {}) {
    Analysis a;
    a.ranges = {range};
    a.frames = duration(range) / frame;
    std::int64_t id = 0;
    for (auto& track : tracks) track.id = ++id;
    id = 0;
    for (auto& gap : gaps) gap.id = ++id;
    a.tracks = std::move(tracks);
    a.gaps = std::move(gaps);
    return a;
}

}  // namespace

TEST_CASE("ranges that overlap or touch become one") {
    CHECK(archive::joined({{5s, 6s}, {0s, 2s}, {2s, 3s}, {1s, 2s}}) == std::vector<Range>{{0s, 3s}, {5s, 6s}});
    CHECK(archive::joined({{1s, 1s}}).empty());
}

TEST_CASE("a track analysed again keeps its label where it stands in the same place") {
    const auto before =
        analysis({0s, 4s}, {standing(0, 0s, 4s, Label::translator), standing(200, 0s, 4s, Label::guard)});
    const auto whole = merged(before, analysis({0s, 4s}, {standing(205, 0s, 4s), standing(5, 0s, 4s)}));
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.tracks[0].label == Label::guard);
    CHECK(whole.tracks[1].label == Label::translator);
    CHECK(whole.tracks[0].id == 3);  // an id never comes to mean another face
    CHECK(whole.frames == 40);
}

TEST_CASE("a track in another place, or at another time, gets no label") {
    const auto before = analysis({0s, 4s}, {standing(0, 0s, 2s, Label::not_a_face)});
    CHECK(merged(before, analysis({0s, 4s}, {standing(30, 0s, 2s)})).tracks[0].label == Label::unlabelled);
    CHECK(merged(before, analysis({0s, 4s}, {standing(0, 2s, 4s)})).tracks[0].label == Label::unlabelled);
}

TEST_CASE("a label is not stretched over frames in which the old track was not seen") {
    const auto before = analysis({0s, 4s}, {standing(0, 0s, 1s, Label::not_a_face)});
    CHECK(merged(before, analysis({0s, 4s}, {standing(0, 0s, 4s)})).tracks[0].label == Label::unlabelled);
}

TEST_CASE("analysed again, a label that shows a face stays where the face was seen when it was given") {
    const auto before = analysis({0s, 10s}, {standing(0, 0s, 6s, Label::not_a_face)});
    const auto whole = merged(before, analysis({0s, 10s}, {standing(0, 0s, 10s)}));
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.tracks[0].label == Label::not_a_face);
    CHECK(whole.tracks[0].sightings.back().pts < 6500ms);
    CHECK(whole.tracks[1].label == Label::unlabelled);
    CHECK(whole.tracks[1].sightings.back().pts == 10s - frame);
}

TEST_CASE("a track that retraces two with different labels gets none") {
    const auto first = standing(0, 0s, 2s, Label::guard);
    const auto second = GENERATE(standing(0, 2s, 4s), standing(0, 2s, 4s, Label::translator));
    const auto again = analysis({0s, 4s}, {standing(0, 0s, 4s)});
    CHECK(merged(analysis({0s, 4s}, {first, second}), again).tracks[0].label == Label::unlabelled);
    const auto seen_first = standing(0, 0s, 1s, second.label);
    const auto then = standing(0, 1s, 4s, Label::guard);
    CHECK(merged(analysis({0s, 4s}, {seen_first, then}), again).tracks[0].label == Label::unlabelled);
}

TEST_CASE("outside the new ranges nothing changes, and a face that crosses their borders stays one track") {
    const auto before = analysis({0s, 6s}, {standing(0, 0s, 6s, Label::subject), standing(200, 0s, 1s)});
    const auto whole = merged(before, analysis({2s, 4s}, {standing(0, 2s, 4s)}));
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.ranges == std::vector<Range>{{0s, 6s}});
    CHECK(whole.frames == 60);
    CHECK(whole.tracks[0].id == 1);
    CHECK(whole.tracks[0].label == Label::subject);
    CHECK(whole.tracks[0].sightings.size() == 60);
    CHECK(whole.tracks[1].sightings.size() == 10);
    for (const auto& track : whole.tracks)
        for (std::size_t i = 1; i < track.sightings.size(); ++i)
            CHECK(track.sightings[i].pts - track.sightings[i - 1].pts == frame);  // no hole within a track
}

TEST_CASE("what is cut away between two stretches leaves two tracks with ids of their own") {
    const auto before = analysis({0s, 6s}, {standing(0, 0s, 6s, Label::subject)});
    const auto whole = merged(before, analysis({2s, 4s}, {}));
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.tracks[0].id == 1);
    CHECK(whole.tracks[1].id == 2);
    CHECK(whole.tracks[0].sightings.back().pts == 2s - frame);
    CHECK(whole.tracks[1].sightings.front().pts == 4s);
}

TEST_CASE("gaps inside the new ranges are replaced, even resolved ones; outside they stay as they are") {
    faces::Gap resolved;
    resolved.range = {1s, 3s};
    resolved.track = 1;
    resolved.resolved_by = "amina";
    faces::Gap inside;
    inside.range = {2s, 3s};
    faces::Gap fresh;
    fresh.range = {2500ms, 3s};
    fresh.track = 1;
    const auto before = analysis({0s, 4s}, {standing(0, 0s, 1s)}, {resolved, inside});
    const auto whole = merged(before, analysis({2s, 4s}, {standing(100, 3s, 4s)}, {fresh}));
    REQUIRE(whole.gaps.size() == 2);
    CHECK(whole.gaps[0].range == Range{1s, 2s});
    CHECK(whole.gaps[0].resolved_by == "amina");
    CHECK(whole.gaps[0].track == 1);
    CHECK(whole.gaps[1].range == Range{2500ms, 3s});
    CHECK(whole.gaps[1].resolved_by.empty());
    CHECK(whole.gaps[1].id == 3);
    CHECK(whole.gaps[1].track == 2);  // the new analysis's first track, as it is called now
}

TEST_CASE("an open gap of which only a part is looked at anew stays whole, once; one that goes is named") {
    faces::Gap wide;
    wide.range = {1s, 3s};
    faces::Gap inside;
    inside.range = {3200ms, 3400ms};
    faces::Gap beside;
    beside.range = {1200ms, 1500ms};
    const auto before = analysis({0s, 4s}, {}, {wide, inside, beside});
    const auto whole = merged(before, analysis({2s, 4s}, {}));
    REQUIRE(whole.gaps.size() == 1);
    CHECK(whole.gaps[0].range == Range{1s, 3s});
    CHECK(whole.gaps[0].id == 1);
    const auto gone = archive::gaps_gone(before, whole);
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].id == 2);
    // A new one that holds it takes its place; what a person resolved stays beside it.
    faces::Gap wider;
    wider.range = {900ms, 3500ms};
    auto resolved = beside;
    resolved.resolved_by = "amina";
    const auto again = merged(analysis({0s, 4s}, {}, {wide, inside, resolved}), analysis({2s, 4s}, {}, {wider}));
    REQUIRE(again.gaps.size() == 2);
    CHECK(again.gaps[0].range == Range{900ms, 3500ms});
    CHECK(again.gaps[1].resolved_by == "amina");
}

TEST_CASE("shot changes and detectors of what was not analysed again stay") {
    auto before = analysis({0s, 4s}, {});
    before.shot_changes = {1s, 3s};
    before.detectors = {{"cascades", "", "c"}};
    auto now = analysis({2s, 4s}, {});
    now.shot_changes = {3500ms};
    now.detectors = {{"yunet", "", "y"}};
    auto whole = merged(before, now);
    CHECK(whole.shot_changes == std::vector<Time>{1s, 3500ms});
    CHECK(whole.detectors.size() == 2);
    now.ranges = {{0s, 4s}};
    whole = merged(before, now);
    CHECK(whole.shot_changes == std::vector<Time>{3500ms});
    CHECK(whole.detectors.size() == 1);
}
