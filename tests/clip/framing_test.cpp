// The part of the picture that is shown where the clip has another shape.
#include "clip/framing.h"

#include <cmath>

using namespace counterclip;
using namespace counterclip::clip;
using namespace std::chrono_literals;

namespace {

constexpr int width = 1280, height = 720;

// Ten seconds at 25 frames a second; `x` of the face's middle at each.
faces::Track walking(const std::function<double(double seconds)>& x, faces::Label label = faces::Label::subject) {
    faces::Track track{1, label, {}};
    for (int i = 0; i < 250; ++i) {
        const auto middle = static_cast<float>(x(i / 25.0));
        track.sightings.push_back({i * 40ms, {middle - 60, 200, 120, 150}, 0, 1, faces::Origin::detected});
    }
    return track;
}

Crop followed(const std::vector<faces::Track>& tracks, const std::vector<Time>& shots = {}) {
    return follow(tracks, {0s, 10s}, shots, width, height, {1, 1}, 1080, 1920, {1, 1});
}

}  // namespace

TEST_CASE("a crop has the output's shape, even sides and even places inside the picture") {
    const auto crop = followed({walking([](double t) { return 100 + 108 * t; })});
    CHECK(crop.height == 720);
    CHECK(crop.width == 404);  // 720 * 9 / 16 = 405
    for (int i = 0; i < 250; ++i) {
        const auto cut = at(crop, i * 40ms, width, height);
        CHECK(cut.x % 2 == 0);
        CHECK(cut.y % 2 == 0);
        CHECK(cut.x >= 0);
        CHECK(cut.x + cut.width <= width);
        CHECK(cut.y + cut.height <= height);
    }
}

TEST_CASE("squeezed pixels are cut wider, so that what is shown has the output's shape") {
    // 720x576 with 16:11: 1047 x 576 as displayed.
    const auto crop = follow({}, {0s, 1s}, {}, 720, 576, {16, 11}, 1080, 1080, {1, 1});
    CHECK(crop.height == 576);
    CHECK(crop.width == 396);
}

TEST_CASE("who sits and nods moves nothing") {
    const auto crop = followed({walking([](double t) { return 640 + 25 * std::sin(3 * t); })});
    const auto first = at(crop, 0s, width, height);
    for (int i = 0; i < 250; ++i) CHECK(at(crop, i * 40ms, width, height) == first);
}

TEST_CASE("who walks is followed: in the picture all the time, without a jump or a jerk") {
    const auto path = [](double t) { return t < 3 ? 300.0 : t < 6 ? 300 + 200 * (t - 3) : 900.0; };
    const auto crop = followed({walking(path)});
    int before = at(crop, 0s, width, height).x, speed_before = 0;
    for (int i = 0; i < 250; ++i) {
        const auto cut = at(crop, i * 40ms, width, height);
        const double middle = path(i / 25.0);
        CAPTURE(i, cut.x, middle);
        CHECK(middle - 60 >= cut.x);
        CHECK(middle + 60 <= cut.x + cut.width);
        const int speed = cut.x - before;
        CHECK(std::abs(speed) <= 12);                // 200 px a second are 8 a frame
        CHECK(std::abs(speed - speed_before) <= 4);  // two steps of the even grid
        before = cut.x;
        speed_before = speed;
    }
}

TEST_CASE("at a shot change the crop jumps at once to where the person is then") {
    const auto crop = followed({walking([](double t) { return t < 5 ? 300.0 : 1000.0; })}, {5s});
    CHECK(at(crop, 4960ms, width, height).x == at(crop, 0s, width, height).x);
    CHECK(at(crop, 5s, width, height).x == at(crop, 9s, width, height).x);
    CHECK(at(crop, 5s, width, height).x > 700);
}

TEST_CASE("the subject is followed, not the larger face of somebody else") {
    auto guard = walking([](double) { return 1100.0; }, faces::Label::guard);
    for (auto& s : guard.sightings) s.box.w = s.box.h = 300;
    const auto crop = followed({guard, walking([](double) { return 300.0; })});
    CHECK(at(crop, 5s, width, height).x < 300);
    CHECK(at(followed({guard}), 5s, width, height).x > 800);
}

TEST_CASE("where nobody is seen the middle is shown") {
    const auto cut = at(followed({}), 5s, width, height);
    CHECK(std::abs(cut.x + cut.width / 2 - width / 2) <= 2);
}
