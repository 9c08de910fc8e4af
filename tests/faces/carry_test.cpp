#include "faces/carry.h"
#include "core/error.h"
#include "moving_plate.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using namespace counterclip::faces;
using namespace counterclip::faces::test;

namespace {

constexpr int frames = 50;
const Range all{Time{0}, frames* film_frame};

Carried carried_from(int frame, const Story& story, Range within = all, CarryOptions options = {}) {
    const counterclip::test::TemporaryFolder folder;
    write_film(folder / "plate.mp4", frames, story);
    Progress silent;
    return carry(folder / "plate.mp4", drawn_at(story(frame), frame), within, options, silent);
}

Region region_of(const Carried& carried) {
    Region region;
    region.what = "name plate";
    region.shape = Shape::rectangle;
    region.keys = carried.keys;
    region.out = carried.out;
    return region;
}

// Overlap of the box that was carried with the true one, less the margin.
float agreement(const Region& region, const Story& story, int frame) {
    const auto place = at(region, frame * film_frame);
    if (!place) return 0;
    const Box box = scaled_about_centre({place->x, place->y, place->w, place->h}, 1 / (1 + 2 * CarryOptions{}.margin));
    return iou(box, box_of(story(frame)));
}

}  // namespace

TEST_CASE("a drawn box follows what it shows to both ends of the recording") {
    const Story glides = [](int i) { return Moment{70 + 3.5 * i, 90 + 40 * std::sin(i / 9.0), 56, 40}; };
    const Carried carried = carried_from(23, glides);
    const Region region = region_of(carried);
    require_sound(region);
    CHECK(carried.before == CarryEnd::range);
    CHECK(carried.after == CarryEnd::range);
    CHECK(range_of(region) == all);
    for (int i = 0; i < frames; ++i) {
        INFO("frame " << i);
        CHECK(agreement(region, glides, i) > 0.85F);
    }
}

TEST_CASE("a box that comes nearer and turns is followed in size and angle") {
    const Story nears = [](int i) { return Moment{150 + i * 0.4, 120, 40 + i * 0.8, 30 + i * 0.6, i * 0.012}; };
    const Region region = region_of(carried_from(25, nears));
    for (int i = 0; i < frames; ++i) {
        INFO("frame " << i);
        CHECK(agreement(region, nears, i) > 0.8F);
        CHECK(at(region, i * film_frame)->angle == Approx(nears(i).angle).margin(0.08));
    }
}

TEST_CASE("following stops where the box is covered, and holds there half a second") {
    const Story covered = [](int i) { return Moment{100 + 2.0 * i, 120, 50, 40, 0, i >= 30 && i < 36}; };
    const Carried carried = carried_from(10, covered);
    CHECK(carried.after == CarryEnd::lost);
    CHECK(carried.keys.back().pts == 29 * film_frame);
    CHECK(carried.out == 30 * film_frame + CarryOptions{}.hold);
    CHECK(carried.before == CarryEnd::range);
}

TEST_CASE("a box is not carried away by something that slides in front of it") {
    const Story slid_over = [](int i) {
        return Moment{100 + 1.0 * i, 120, 60, 45, 0, false, std::clamp((i - 15) / 20.0, 0.0, 1.0)};
    };
    const Carried carried = carried_from(5, slid_over);
    CHECK(carried.after == CarryEnd::lost);
    CHECK(carried.keys.back().pts < 35 * film_frame);
    const Region region = region_of(carried);
    for (int i = 0; i < 20; ++i) {
        INFO("frame " << i);
        CHECK(agreement(region, slid_over, i) > 0.8F);
    }
}

TEST_CASE("what was covered before is held backwards half a second too") {
    const Story covered = [](int i) { return Moment{100 + 2.0 * i, 120, 50, 40, 0, i >= 14 && i < 20}; };
    const Carried carried = carried_from(40, covered);
    CHECK(carried.before == CarryEnd::lost);
    CHECK(carried.keys.front().pts == 20 * film_frame - CarryOptions{}.hold);
    CHECK(carried.after == CarryEnd::range);
}

TEST_CASE("a box is not carried into another shot") {
    const Story cut = [](int i) { return Moment{160, 120, i < 25 ? 60.0 : 58.0, 50, 0, false, 0, i < 25 ? 0 : 300}; };
    const Carried carried = carried_from(5, cut);
    CHECK(carried.after == CarryEnd::shot_change);
    CHECK(carried.out == 25 * film_frame);
    CHECK(carried_from(40, cut).keys.front().pts == 25 * film_frame);
}

TEST_CASE("a box that goes out over the edge is followed until little of it is left") {
    const Story leaves = [](int i) { return Moment{200 + 4.0 * i, 120, 60, 50}; };
    const Carried carried = carried_from(2, leaves);
    CHECK(carried.after == CarryEnd::left_picture);
    // Half of it is out when its middle stands on the edge, in frame 30.
    CHECK(carried.keys.back().pts >= 26 * film_frame);
    CHECK(carried.keys.back().pts <= 32 * film_frame);
}

TEST_CASE("following keeps to the range it was given") {
    const Story still = [](int) { return Moment{160, 120, 60, 50}; };
    const Range within{10 * film_frame, 30 * film_frame};
    const Carried carried = carried_from(20, still, within);
    CHECK(range_of(region_of(carried)) == within);
    CHECK(carried.keys.size() <= 3);  // what does not move needs no keys
}

TEST_CASE("a plain wall, a box outside the picture and a time outside the range are refused") {
    const Story covered = [](int) { return Moment{160, 120, 60, 50, 0, true}; };
    CHECK_THROWS_AS(carried_from(20, covered), Error);
    const Story outside = [](int) { return Moment{-40, 120, 60, 50}; };
    CHECK_THROWS_AS(carried_from(20, outside), Error);
    const Story still = [](int) { return Moment{160, 120, 60, 50}; };
    CHECK_THROWS_AS(carried_from(20, still, Range{Time{0}, 10 * film_frame}), Error);
}

TEST_CASE("following can be stopped") {
    const counterclip::test::TemporaryFolder folder;
    const Story still = [](int) { return Moment{160, 120, 60, 50}; };
    write_film(folder / "plate.mp4", 10, still);
    Progress stopped;
    stopped.cancel();
    CHECK_THROWS_AS(carry(folder / "plate.mp4", drawn_at(still(5), 5), all, {}, stopped), Error);
}

TEST_CASE("thinned keys stay within their tolerance") {
    std::vector<RegionKey> keys;
    for (int i = 0; i < 400; ++i) {
        keys.push_back({i * film_frame, 10 + static_cast<float>(i < 200 ? i : 200), 20, 30, 40, 0});
    }
    const std::vector<RegionKey> few = thinned(keys, 0.5F);
    CHECK(few.size() < 8);
    Region region;
    region.keys = few;
    region.out = 400 * film_frame;
    for (const RegionKey& key : keys) CHECK(at(region, key.pts)->x == Approx(key.x).margin(0.51));
}
