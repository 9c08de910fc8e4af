#include "faces/edit.h"
#include "core/error.h"
#include "faces/mask.h"

using namespace counterclip;
using namespace counterclip::faces;
using namespace std::chrono_literals;

namespace {

constexpr Time frame = 40ms;

Track face(std::int64_t id, int first, int last, float x, Label label = Label::unlabelled) {
    Track track{id, label, {}};
    for (int i = first; i <= last; ++i)
        track.sightings.push_back({i * frame, {x, 50, 40, 50}, 0, 0.8F, Origin::detected});
    return track;
}

bool rises(const Track& track) {
    return std::adjacent_find(track.sightings.begin(), track.sightings.end(), [](const Sighting& a, const Sighting& b) {
               return a.pts >= b.pts;
           }) == track.sightings.end();
}

Masks masks_of(const Track& track) {
    return Masks({track}, {}, {}, {{0s, 10s}}, {});
}

}  // namespace

TEST_CASE("merging two tracks of a face fills the hole between them") {
    const Track one = merge(face(4, 0, 10, 100), face(5, 40, 50, 160));
    CHECK(one.id == 4);
    CHECK(one.sightings.size() == 51);
    CHECK(rises(one));
    CHECK(one.sightings[25].origin == Origin::interpolated);
    CHECK(one.sightings[25].box.x == Approx(130));
    // A frame in the middle of the hole, off the grid of frames, is covered.
    CHECK(covered_share({130, 50, 40, 50}, masks_of(one).at(1010ms)) > 0.95F);
}

TEST_CASE("the order in which tracks are named changes only whose id stays") {
    const Track one = merge(face(5, 40, 50, 160), face(4, 0, 10, 100));
    CHECK(one.id == 5);
    CHECK(one.sightings.size() == 51);
    CHECK(one.sightings.front().box.x == 100);
}

TEST_CASE("two tracks of the same face in the same frames become one that holds both boxes") {
    const Track one = merge(face(1, 0, 20, 100), face(2, 10, 30, 104));
    CHECK(one.sightings.size() == 31);
    CHECK(rises(one));
    CHECK(one.sightings[5].box == Box{100, 50, 40, 50});
    CHECK(one.sightings[15].box == Box{100, 50, 44, 50});
    CHECK(one.sightings[25].box == Box{104, 50, 40, 50});
}

TEST_CASE("two faces in different places at the same time are not merged") {
    CHECK_THROWS_AS(merge(face(1, 0, 20, 100), face(2, 10, 30, 200)), Error);
    CHECK_THROWS_AS(merge(face(1, 0, 20, 100), face(1, 0, 20, 100)), Error);
    CHECK_THROWS_AS(merge(face(1, 0, 20, 100), Track{2, Label::unlabelled, {}}), Error);
}

TEST_CASE("a merge never makes a face visible that was hidden") {
    const Track guard = face(1, 0, 10, 100, Label::guard);
    CHECK(merge(guard, face(2, 12, 20, 100, Label::guard)).label == Label::guard);
    CHECK(merge(guard, face(2, 12, 20, 100, Label::interviewer)).label == Label::unlabelled);
    CHECK(merge(face(2, 12, 20, 100, Label::interviewer), face(3, 30, 40, 100)).label == Label::unlabelled);
    CHECK_THROWS_AS(merge(guard, face(2, 12, 20, 100, Label::not_a_face)), Error);
}

TEST_CASE("a track is cut in two before the sighting at the time given") {
    const auto [first, second] = split(face(7, 0, 20, 100, Label::subject), 10 * frame);
    CHECK(first.id == 7);
    CHECK(second.id == 0);
    CHECK(first.sightings.back().pts == 9 * frame);
    CHECK(second.sightings.front().pts == 10 * frame);
    CHECK(second.label == Label::subject);
}

TEST_CASE("a cut that would leave an empty track is refused") {
    CHECK_THROWS_AS(split(face(7, 5, 20, 100), 5 * frame), Error);
    CHECK_THROWS_AS(split(face(7, 5, 20, 100), 21 * frame), Error);
    CHECK_NOTHROW(split(face(7, 5, 20, 100), 20 * frame));
}

TEST_CASE("a lengthened track covers every moment of the range") {
    const Track longer = extend(face(3, 50, 60, 100), 0s, 5s);
    CHECK(rises(longer));
    CHECK(longer.sightings.front().pts == 0s);
    CHECK(longer.sightings.front().origin == Origin::manual);
    CHECK(longer.sightings.back().pts == 5s - 1ns);
    const Masks masks = masks_of(longer);
    for (Time t = 0s; t < 5s; t += 7ms) CHECK(covered_share({100, 50, 40, 50}, masks.at(t)) > 0.95F);
    CHECK_THROWS_AS(extend(face(3, 50, 60, 100), 2s, 2s), Error);
}

TEST_CASE("lengthening leaves alone what the machine saw") {
    const Track longer = extend(face(3, 50, 60, 100), 51 * frame, 59 * frame);
    CHECK(longer.sightings.size() == 11);
    CHECK(longer.sightings[5].origin == Origin::detected);
}

TEST_CASE("a gap is closed by the track it is about, over the place where the face was last known") {
    Gap gap;
    gap.id = 9;
    gap.range = {20 * frame, 40 * frame};
    gap.track = 3;
    gap.where = {130, 50, 40, 50};
    const Track closed = extended_by_gap(face(3, 0, 19, 100), gap);
    CHECK(closed.sightings.back().box == Box{100, 50, 70, 50});
    CHECK(covered_share({130, 50, 40, 50}, masks_of(closed).at(39 * frame)) > 0.9F);
    gap.track = 4;
    CHECK_THROWS_AS(extended_by_gap(face(3, 0, 19, 100), gap), Error);
    gap.track = 0;
    CHECK_THROWS_AS(extended_by_gap(face(3, 0, 19, 100), gap), Error);
}

TEST_CASE("a gap inside a track is closed by boxes that hold all that is known of the face there") {
    Track track = face(3, 0, 60, 100);
    for (int i = 21; i <= 60; ++i) track.sightings[static_cast<std::size_t>(i)].box.x = i <= 39 ? 150.F : 220.F;
    track.sightings.erase(track.sightings.begin() + 30, track.sightings.begin() + 34);  // a hole
    Gap gap;
    gap.id = 9;
    gap.range = {21 * frame, 40 * frame};
    gap.track = 3;
    gap.where = {100, 20, 40, 50};
    const Track closed = extended_by_gap(track, gap);
    CHECK(rises(closed));
    REQUIRE(closed.sightings.size() == 61);
    for (std::size_t i = 0; i <= 60; ++i) {
        INFO(i);
        CHECK(closed.sightings[i].pts == static_cast<int>(i) * frame);
        const bool inside = i >= 21 && i <= 39;
        CHECK((closed.sightings[i].origin == Origin::manual) == inside);
        if (inside) CHECK(closed.sightings[i].box == Box{100, 20, 160, 80});
    }
    CHECK(closed.sightings[20].box == Box{100, 50, 40, 50});
    CHECK(closed.sightings[40].box == Box{220, 50, 40, 50});
    // Once more there is nothing to add.
    CHECK_THROWS_WITH(extended_by_gap(closed, gap), Catch::Contains("already"));
}

TEST_CASE("a gap that begins in a track and ends after it is held over both") {
    Track track = face(3, 0, 30, 100);
    for (int i = 25; i <= 30; ++i) track.sightings[static_cast<std::size_t>(i)].box.x = 160;
    Gap gap;
    gap.range = {25 * frame, 40 * frame};
    gap.track = 3;
    const Track closed = extended_by_gap(track, gap);
    CHECK(closed.sightings[27].box == Box{100, 50, 100, 50});
    CHECK(closed.sightings.back().pts == 40 * frame - 1ns);
    CHECK(closed.sightings.back().box == Box{100, 50, 100, 50});
}
