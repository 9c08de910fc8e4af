// A long recording is looked at in pieces that overlap: over their seams nothing may come apart, and nothing be lost.
#include "archive/analysis_merge.h"
#include "faces/mask.h"

using namespace counterclip;
using namespace std::chrono_literals;
using archive::merged;
using faces::Analysis;
using faces::Gap;
using faces::GapReason;
using faces::Label;
using faces::Track;

namespace {

constexpr Time frame = 40ms;

Track face(float x, Time in, Time out, Label label = Label::unlabelled) {
    Track track;
    track.label = label;
    for (auto t = in; t < out; t += frame) track.sightings.push_back({t, {x, 100, 80, 100}, 0, 0.9F, {}});
    return track;
}

Gap gap(Range range, GapReason reason, std::int64_t track) {
    Gap g;
    g.range = range;
    g.reason = reason;
    g.track = track;
    return g;
}

Analysis looked(Range range, std::vector<Track> tracks, std::vector<Gap> gaps = {}) {
    Analysis a;
    a.ranges = {range};
    a.frames = duration(range) / frame;
    std::int64_t id = 0;
    for (auto& t : tracks) t.id = ++id;
    id = 0;
    for (auto& g : gaps) g.id = ++id;
    a.tracks = std::move(tracks);
    a.gaps = std::move(gaps);
    return a;
}

// The piece before looked at 0 to 11 s; the next one was asked for 11 to 20 s and looked at 10 to 20 s.
const std::vector<Range> asked{{11s, 20s}};

bool has_hole(const Track& track) {
    for (std::size_t i = 1; i < track.sightings.size(); ++i)
        if (track.sightings[i].pts - track.sightings[i - 1].pts > frame) return true;
    return false;
}

}  // namespace

TEST_CASE("a face that crosses the seam of two pieces is one track") {
    const auto before = looked({0s, 11s}, {face(50, 0s, 11s)});
    const auto whole = merged(before, looked({10s, 20s}, {face(52, 10s, 20s)}), 0, asked);
    REQUIRE(whole.tracks.size() == 1);
    CHECK(whole.tracks[0].id == 1);
    CHECK(whole.tracks[0].sightings.size() == 500);
    CHECK_FALSE(has_hole(whole.tracks[0]));
    CHECK(whole.frames == 500);
    CHECK(whole.ranges == std::vector<Range>{{0s, 20s}});
    // What the piece before saw stays as it was.
    CHECK(whole.tracks[0].sightings[260].box.x == 50);
    CHECK(whole.tracks[0].sightings[280].box.x == 52);
}

TEST_CASE("two faces side by side keep apart over the seam, each with its label") {
    const auto before = looked({0s, 11s}, {face(50, 0s, 11s, Label::guard), face(300, 0s, 11s)});
    const auto whole = merged(before, looked({10s, 20s}, {face(301, 10s, 20s), face(51, 10s, 20s)}), 0, asked);
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.tracks[0].label == Label::guard);
    CHECK(whole.tracks[0].sightings.back().box.x == 51);
    CHECK(whole.tracks[1].label == Label::unlabelled);
    CHECK(whole.tracks[1].sightings.size() == 500);
}

TEST_CASE("a label that shows a face is not carried into frames nobody had looked at when it was given") {
    const auto label = GENERATE(Label::not_a_face, Label::subject, Label::interviewer, Label::translator);
    const auto before = looked({0s, 11s}, {face(50, 0s, 11s, label)});
    const auto lost = gap({19s, 19500ms}, GapReason::lost, 1);
    const auto whole = merged(before, looked({10s, 20s}, {face(50, 10s, 19s)}, {lost}), 0, asked);
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.tracks[0].label == label);
    CHECK(whole.tracks[0].sightings.back().pts == 11s - frame);
    CHECK(whole.tracks[1].label == Label::unlabelled);
    CHECK(whole.tracks[1].sightings.front().pts == 11s);
    // What is in doubt later is about the one that is hidden.
    REQUIRE(whole.gaps.size() == 1);
    CHECK(whole.gaps[0].track == whole.tracks[1].id);
    const faces::Masks masks(whole.tracks, whole.gaps, {}, whole.ranges, {});
    for (Time t = 11s; t < 19s; t += frame) CHECK(faces::covered_share({50, 100, 80, 100}, masks.at(t)) > 0.95F);
    // Nor when it goes on again in what was looked at on the other side.
    auto sides = looked({0s, 8s}, {face(50, 0s, 8s, label), face(50, 13s, 20s, label)});
    sides.ranges.push_back({13s, 20s});
    const auto between = merged(sides, looked({7s, 14s}, {face(50, 7s, 14s)}), 0, {{8s, 13s}});
    REQUIRE(between.tracks.size() == 3);
    CHECK(between.tracks[1].label == Label::unlabelled);
    CHECK(between.tracks[1].sightings.front().pts <= 8s);
    CHECK(between.tracks[1].sightings.back().pts >= 13s - frame);
}

TEST_CASE("a face lost just at the seam and found again beyond it is one track without a hole") {
    const auto before = looked({0s, 11s}, {face(50, 0s, 10s)}, {gap({10s, 10500ms}, GapReason::lost, 1)});
    const auto whole = merged(
        before, looked({10s, 20s}, {face(60, 11520ms, 20s)}, {gap({11s, 11520ms}, GapReason::starts_midframe, 1)}), 0,
        asked);
    REQUIRE(whole.tracks.size() == 1);
    CHECK_FALSE(has_hole(whole.tracks[0]));
    CHECK(whole.tracks[0].sightings.size() == 500);
    // Each piece alone was in doubt; together they are not.
    CHECK(whole.gaps.empty());
}

TEST_CASE("a loss over the seam after which the face is elsewhere is a gap, all of it, and hidden all the way") {
    // Lost 8.96 to 11.08 s. Asked for 10 to 20 s, the second analysis knew that from its context and drew a line.
    const auto before = looked({0s, 11s}, {face(50, 0s, 8960ms)}, {gap({8960ms, 9460ms}, GapReason::lost, 1)});
    auto after = face(100, 10s, 20s);
    for (auto& s : after.sightings)
        if (s.pts < 11080ms) s.origin = faces::Origin::interpolated;
    const auto reason = GENERATE(true, false);
    const auto doubt = gap({reason ? 8960ms : 10580ms, 11080ms}, GapReason::lost, 1);
    const auto whole = merged(before, looked({10s, 20s}, {after}, {doubt}), 0, asked);
    REQUIRE(whole.gaps.size() == 1);
    CHECK(whole.gaps[0].range == Range{8960ms, 11080ms});
    CHECK(whole.gaps[0].resolved_by.empty());
    const faces::Masks masks(whole.tracks, whole.gaps, {}, whole.ranges, {});
    for (Time t = 8960ms; t < 11080ms; t += frame) CHECK(masks.at(t).whole);
    // Resolved by a person, the way between is hidden.
    const faces::Masks looked_at(whole.tracks, {}, {}, whole.ranges, {});
    for (Time t = 8960ms; t < 11080ms; t += frame)
        for (const float x : {50.F, 75.F, 100.F})
            CHECK(faces::covered_share({x, 100, 80, 100}, looked_at.at(t)) > 0.9F);
}

TEST_CASE("a doubt that the other piece cannot answer stays") {
    const auto before = looked({0s, 11s}, {face(50, 0s, 10400ms)}, {gap({10400ms, 10900ms}, GapReason::lost, 1)});
    const auto whole = merged(before, looked({10s, 20s}, {}), 0, asked);
    REQUIRE(whole.gaps.size() == 1);
    CHECK(whole.gaps[0].track == 1);
    const auto late =
        merged(looked({0s, 11s}, {}),
               looked({10s, 20s}, {face(50, 11200ms, 20s)}, {gap({10700ms, 11200ms}, GapReason::starts_midframe, 1)}),
               0, asked);
    REQUIRE(late.gaps.size() == 1);
    CHECK(late.gaps[0].range == Range{10700ms, 11200ms});
}

TEST_CASE("a face that only the second piece saw before the seam is hidden there too") {
    const auto whole = merged(looked({0s, 11s}, {}), looked({10s, 20s}, {face(50, 10520ms, 20s)}), 0, asked);
    REQUIRE(whole.tracks.size() == 1);
    CHECK(whole.tracks[0].sightings.front().pts == 10520ms);
}

TEST_CASE("a face is not carried over a shot change at the seam") {
    auto now = looked({10s, 20s}, {face(50, 11520ms, 20s)});
    now.shot_changes = {11520ms};
    const auto whole = merged(looked({0s, 11s}, {face(50, 0s, 10800ms)}), now, 0, asked);
    CHECK(whole.tracks.size() == 2);
    CHECK(whole.shot_changes == std::vector<Time>{11520ms});
}

TEST_CASE("a label is not carried over a loss at the seam; the time between is hidden without it") {
    const auto before = looked({0s, 11s}, {face(50, 0s, 10s, Label::interviewer)});
    const auto whole = merged(before, looked({10s, 20s}, {face(60, 11520ms, 20s)}), 0, asked);
    REQUIRE(whole.tracks.size() == 2);
    CHECK(whole.tracks[0].label == Label::interviewer);
    CHECK(whole.tracks[0].sightings.back().pts < 10s);
    CHECK(whole.tracks[1].label == Label::unlabelled);
    CHECK(whole.tracks[1].sightings.front().pts == 10s);
    CHECK_FALSE(has_hole(whole.tracks[1]));
}

TEST_CASE("a gap that a person resolved near the seam is not opened by the next piece") {
    auto resolved = gap({10200ms, 10700ms}, GapReason::lost, 0);
    resolved.resolved_by = "amina";
    const auto before = looked({0s, 11s}, {}, {resolved});
    const auto whole = merged(before, looked({10s, 20s}, {}, {gap({10200ms, 10700ms}, GapReason::lost, 0)}), 0, asked);
    REQUIRE(whole.gaps.size() == 1);
    CHECK(whole.gaps[0].resolved_by == "amina");
}

TEST_CASE("what a person put where nobody had looked yet stays when it is looked at") {
    auto extended = face(50, 0s, 11s);
    for (auto t = 11s; t < 13s; t += 1s)
        extended.sightings.push_back({t, {50, 100, 80, 100}, 0, 0.9F, faces::Origin::manual});
    const auto whole = merged(looked({0s, 11s}, {extended}), looked({10s, 20s}, {}), 0, asked);
    REQUIRE(whole.tracks.size() == 1);
    CHECK(whole.tracks[0].sightings.back().pts == 12s);
}

TEST_CASE("masks over a seam are those of the whole: no frame is bare, none hidden in vain") {
    std::vector<Track> all{face(50, 0s, 20s)};
    const auto cut = merged(looked({0s, 11s}, {face(50, 0s, 11s)}), looked({10s, 20s}, {face(50, 10s, 20s)}), 0, asked);
    const faces::Masks whole(all, {}, {}, {{0s, 20s}}, {});
    const faces::Masks sewn(cut.tracks, cut.gaps, cut.shot_changes, cut.ranges, {});
    for (Time t = 9s; t < 13s; t += 20ms) {
        CHECK(sewn.at(t).ellipses == whole.at(t).ellipses);
        CHECK_FALSE(sewn.at(t).whole);
    }
}
