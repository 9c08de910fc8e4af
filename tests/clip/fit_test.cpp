// Pictures of one size in a clip of another.
#include "clip/fit.h"

using namespace counterclip;

TEST_CASE("a square picture stands in the middle of a wide one, a tall one between black") {
    CHECK(clip::place(480, 480, {1, 1}, 1280, 720, {1, 1}) == clip::Placement{280, 0, 720, 720});
    CHECK(clip::place(1280, 720, {1, 1}, 1280, 720, {1, 1}) == clip::Placement{0, 0, 1280, 720});
    CHECK(clip::place(1920, 1080, {1, 1}, 1280, 720, {1, 1}) == clip::Placement{0, 0, 1280, 720});
    // 720x576 shown at 16:9 fills a 16:9 clip.
    CHECK(clip::place(720, 576, {64, 45}, 1280, 720, {1, 1}) == clip::Placement{0, 0, 1280, 720});
}

TEST_CASE("what fits already is not copied") {
    media::Frame frame(64, 64, media::PixelFormat::yuv420p8);
    const auto same = clip::fitted(frame, {0, 0, 64, 64}, 64, 64, media::PixelFormat::yuv420p8, frame.colour());
    CHECK(same.plane(0).data == frame.plane(0).data);
}

TEST_CASE("a full-range picture keeps its levels in a clip of studio range") {
    const media::Colour full{1, 1, 1, true, true, 1}, studio{1, 1, 1, false, true, 1};
    const auto white = clip::plain(64, 64, media::PixelFormat::yuv420p8, full, 235, 128, 128);
    REQUIRE(int(white.plane(0).data[0]) == 255);
    const auto fitted = clip::fitted(white, {0, 0, 64, 64}, 64, 64, media::PixelFormat::yuv420p8, studio);
    CHECK(int(fitted.plane(0).data[0]) == 235);
}

TEST_CASE("a box moves with its picture") {
    const clip::Placement p{280, 0, 720, 720};
    CHECK(clip::fitted(faces::Box{0, 0, 480, 240}, 480, 480, p) == faces::Box{280, 0, 720, 360});
}
