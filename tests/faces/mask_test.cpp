#include "faces/mask.h"

#include <cmath>

using namespace counterclip;
using namespace counterclip::faces;

namespace {

constexpr Time frame = std::chrono::milliseconds(40);

Track still_face(std::int64_t id, int first, int count, Box box = {300, 200, 100, 130}) {
    Track track;
    track.id = id;
    for (int i = first; i < first + count; ++i) track.sightings.push_back({i * frame, box, 0, 0.9F, Origin::detected});
    return track;
}

Track moving_face(int count, float px_a_frame, float roll = 0) {
    Track track;
    track.id = 1;
    for (int i = 0; i < count; ++i) {
        track.sightings.push_back(
            {i * frame, {100 + px_a_frame * static_cast<float>(i), 200, 100, 130}, roll, 0.9F, Origin::detected});
    }
    return track;
}

const std::vector<Range> all{{Time{0}, std::chrono::seconds(60)}};

Masks masks_of(const std::vector<Track>& tracks, const std::vector<Gap>& gaps = {}, const std::vector<Time>& cuts = {},
               const MaskOptions& options = {}, const std::vector<Label>& shown = {}) {
    return {tracks, gaps, cuts, all, options, shown};
}

}  // namespace

TEST_CASE("P1: an unlabelled track is a face to hide, whoever else may be shown") {
    const Masks masks = masks_of({still_face(1, 0, 50)}, {}, {}, {}, {Label::interviewer, Label::subject});
    CHECK(masks.at(10 * frame).ellipses.size() == 1);
}

TEST_CASE("a track of a person who may be shown and one that is no face are not hidden") {
    Track interviewer = still_face(1, 0, 50);
    interviewer.label = Label::interviewer;
    Track poster = still_face(2, 0, 50);
    poster.label = Label::not_a_face;
    const Masks masks = masks_of({interviewer, poster}, {}, {}, {}, {Label::interviewer});
    CHECK(masks.at(10 * frame).ellipses.empty());
    CHECK_FALSE(masks.at(10 * frame).whole);
}

TEST_CASE("P1: frames in an open gap are hidden whole, and no others") {
    const Gap gap{1, {20 * frame, 30 * frame}, GapReason::lost, 0, {}, {}, {}};
    const Masks masks = masks_of({still_face(1, 0, 50)}, {gap});
    CHECK_FALSE(masks.at(19 * frame).whole);
    CHECK(masks.at(20 * frame).whole);
    CHECK(masks.at(29 * frame).whole);
    CHECK_FALSE(masks.at(30 * frame).whole);
}

TEST_CASE("P1: an open gap hides whole also where its track may be shown or was called no face") {
    for (const Label label : {Label::interviewer, Label::not_a_face}) {
        Track track = still_face(1, 0, 50);
        track.label = label;
        const Gap gap{1, {10 * frame, 20 * frame}, GapReason::lost, 1, {}, {}, {}};
        const Masks masks({track}, {gap}, {}, {{Time{0}, 100 * frame}}, {}, {Label::interviewer});
        CHECK(masks.at(15 * frame).whole);
        CHECK_FALSE(masks.at(25 * frame).whole);
    }
}

TEST_CASE("a gap that a person has resolved hides nothing") {
    const Gap gap{1, {20 * frame, 30 * frame}, GapReason::lost, 0, {}, "ana", "no face"};
    CHECK_FALSE(masks_of({}, {gap}).at(25 * frame).whole);
}

TEST_CASE("P1: a frame outside what was analysed is hidden whole") {
    const Masks masks({still_face(1, 0, 50)}, {}, {}, {{10 * frame, 40 * frame}}, {});
    CHECK(masks.at(9 * frame).whole);
    CHECK_FALSE(masks.at(10 * frame).whole);
    CHECK(masks.at(40 * frame).whole);
    CHECK(Masks({}, {}, {}, {}, {}).at(Time{0}).whole);
}

TEST_CASE("P3: a mask is at least 1.4 times the face, whatever is asked") {
    for (const float asked : {0.5F, 1.4F, 2.0F}) {
        MaskOptions options;
        options.enlarge = asked;
        const Ellipse e = masks_of({still_face(1, 0, 50)}, {}, {}, options).at(20 * frame).ellipses.at(0);
        const float least = std::max(1.4F, asked);
        CHECK(2 * e.rx >= least * 100 - 0.01F);
        CHECK(2 * e.ry >= least * 130 - 0.01F);
    }
}

TEST_CASE("P3: a mask is held half a second before the first and after the last sighting, whatever is asked") {
    MaskOptions options;
    options.hold = Time{0};
    const Masks masks = masks_of({still_face(1, 50, 50)}, {}, {}, options);
    const Time first = 50 * frame;
    const Time last = 99 * frame;
    const Time half = std::chrono::milliseconds(500);
    CHECK(masks.at(first - half).ellipses.size() == 1);
    CHECK(masks.at(first - half - frame).ellipses.empty());
    CHECK(masks.at(last + half).ellipses.size() == 1);
    CHECK(masks.at(last + half + frame).ellipses.empty());
}

TEST_CASE("a held mask covers at least what the first and last did") {
    const Masks masks = masks_of({still_face(1, 50, 50)});
    const Ellipse first = masks.at(50 * frame).ellipses.at(0);
    const Ellipse held = masks.at(40 * frame).ellipses.at(0);
    CHECK(held.rx >= first.rx);
    CHECK(held.ry >= first.ry);
}

TEST_CASE("P3: holds end at a shot change") {
    const Masks masks = masks_of({still_face(1, 50, 50)}, {}, {47 * frame, 103 * frame});
    CHECK(masks.at(46 * frame).ellipses.empty());
    CHECK(masks.at(47 * frame).ellipses.size() == 1);
    CHECK(masks.at(102 * frame).ellipses.size() == 1);
    CHECK(masks.at(103 * frame).ellipses.empty());
}

TEST_CASE("P3: a mask covers the face where it was a frame before and where it will be a frame after") {
    const Track track = moving_face(40, 30);
    const Masks masks = masks_of({track});
    for (int i = 1; i < 39; ++i) {
        const FrameMask mask = masks.at(i * frame);
        for (const int near : {i - 1, i, i + 1}) {
            REQUIRE(covered_share(track.sightings[static_cast<std::size_t>(near)].box, mask) > 0.95F);
        }
    }
}

TEST_CASE("a time between two sightings is hidden as both are") {
    const Track track = moving_face(40, 30);
    const FrameMask mask = masks_of({track}).at(10 * frame + frame / 2);
    CHECK(covered_share(track.sightings[10].box, mask) > 0.95F);
    CHECK(covered_share(track.sightings[11].box, mask) > 0.95F);
}

TEST_CASE("a jittering detection gives a calm mask that never falls below the detection") {
    Track track = still_face(1, 0, 60);
    for (std::size_t i = 0; i < track.sightings.size(); ++i) {
        const float jitter = i % 2 == 0 ? 4.F : -4.F;
        track.sightings[i].box.x += jitter;
        track.sightings[i].box.w -= jitter;
    }
    const Masks masks = masks_of({track});
    for (int i = 5; i < 55; ++i) {
        const Ellipse now = masks.at(i * frame).ellipses.at(0);
        const Ellipse next = masks.at((i + 1) * frame).ellipses.at(0);
        REQUIRE(std::abs(now.cx - next.cx) < 0.5F);
        REQUIRE(std::abs(now.rx - next.rx) < 0.5F);
        REQUIRE(covered_share(track.sightings[static_cast<std::size_t>(i)].box, masks.at(i * frame)) > 0.95F);
    }
}

TEST_CASE("a turned head is covered by a turned ellipse") {
    for (const float roll : {-0.8F, -0.4F, 0.F, 0.4F, 0.8F, 1.5F}) {
        const Track track = moving_face(20, 0, roll);
        const FrameMask mask = masks_of({track}).at(10 * frame);
        CHECK(mask.ellipses.at(0).angle == Approx(roll).margin(1e-4));
        CHECK(covered_share(scaled_about_centre(track.sightings[10].box, 0.8F), mask) == 1.F);
    }
}

TEST_CASE("with extend, a gap of a known track widens it, and a gap of no track still hides whole") {
    MaskOptions options;
    options.on_doubt = MaskOptions::OnDoubt::extend;
    const Gap known{1, {50 * frame, 80 * frame}, GapReason::lost, 1, {}, {}, {}};
    const Gap unknown{2, {90 * frame, 95 * frame}, GapReason::damaged, 0, {}, {}, {}};
    const Masks masks = masks_of({still_face(1, 0, 50)}, {known, unknown}, {}, options);
    CHECK_FALSE(masks.at(75 * frame).whole);
    CHECK(masks.at(75 * frame).ellipses.size() == 1);
    CHECK(masks.at(92 * frame).whole);
}

TEST_CASE("the covered share of a box is one under a whole frame, none without masks") {
    FrameMask mask;
    CHECK(covered_share({0, 0, 10, 10}, mask) == 0.F);
    mask.ellipses.push_back({5, 5, 5, 5, 0});
    CHECK(covered_share({0, 0, 10, 10}, mask) == Approx(3.14159 / 4).margin(0.02));
    mask.whole = true;
    CHECK(covered_share({0, 0, 10, 10}, mask) == 1.F);
}

TEST_CASE("the box of a turned ellipse is the upright box around it") {
    const Box upright = bounding_box({50, 60, 20, 10, 0});
    CHECK(upright == Box{30, 50, 40, 20});
    const Box turned = bounding_box({50, 60, 20, 10, 1.5707964F});
    CHECK(turned.w == Approx(20).margin(0.01));
    CHECK(turned.h == Approx(40).margin(0.01));
}
