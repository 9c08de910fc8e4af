#include "faces/visibility.h"

#include "faces/obscure.h"
#include "picture.h"

using namespace counterclip;
using namespace counterclip::faces;
using namespace counterclip::faces::test;
using media::Frame;
using media::PixelFormat;

namespace {

// Strong texture everywhere.
Frame textured(PixelFormat format, media::Colour colour = {}, int unit = 1) {
    Frame f(320, 240, format, colour);
    Dice dice;
    set_samples(f, [&](int p, int, int) { return unit * (p > 0 ? 128 : 60 + dice.below(120)); });
    return f;
}

Frame flat(int level) {
    Frame f(320, 240, PixelFormat::yuv420p8);
    set_samples(f, [=](int p, int, int) { return p > 0 ? 128 : level; });
    return f;
}

// Its luma changed by `change`.
Frame changed(const Frame& from, const std::function<int(int luma, int x, int y)>& change) {
    Frame f = from;
    set_samples(f, [&](int p, int x, int y) { return p > 0 ? -1 : change(sample(from, 0, x, y), x, y); });
    return f;
}

constexpr Box face{100, 60, 120, 120};  // its middle 80 % is 96 by 96: 36 blocks of 16

}  // namespace

TEST_CASE("a face that was not hidden is wholly visible") {
    const Frame f = textured(PixelFormat::yuv420p8);
    CHECK(visible_share(f, f, face) == 1);
}

TEST_CASE("under a veil nothing is visible") {
    const Frame f = textured(PixelFormat::yuv420p8);
    Frame hidden = f;
    Obscurer({}).apply(hidden, {false, {{160, 120, 90, 90, 0}}});
    CHECK(visible_share(f, hidden, face) == 0);
}

TEST_CASE("a face half hidden is half visible") {
    const Frame f = textured(PixelFormat::yuv420p8);
    const Frame half = changed(f, [](int luma, int x, int) { return x < 160 ? luma : 100; });
    CHECK(visible_share(f, half, face) == Approx(0.5));
}

TEST_CASE("light, shading and contrast do not hide a face; a trace of it is not a face") {
    const Frame f = textured(PixelFormat::yuv420p8);
    const auto contrast = [&](double k) {
        return changed(
            f, [k](int luma, int x, int) { return static_cast<int>(std::lround(60 + x / 4.0 + k * (luma - 120))); });
    };
    CHECK(visible_share(f, contrast(0.5), face) == 1);
    CHECK(visible_share(f, contrast(0.15), face) == 0);
}

TEST_CASE("another texture in its place is not the face") {
    const Frame f = textured(PixelFormat::yuv420p8);
    Dice dice{99};
    const Frame other = changed(f, [&](int, int, int) { return 60 + dice.below(120); });
    const Frame negative = changed(f, [](int luma, int, int) { return 240 - luma; });
    const Frame drowned =
        changed(f, [&](int luma, int, int) { return 60 + luma / 2 + (dice.below(120) - 60) * 9 / 10; });
    CHECK(visible_share(f, other, face) == 0);
    CHECK(visible_share(f, drowned, face) == 0);
    CHECK(visible_share(f, negative, face) == 0);
}

TEST_CASE("a face without texture is judged by how much it changed") {
    CHECK(visible_share(flat(100), flat(100), face) == 1);
    CHECK(visible_share(flat(100), flat(103), face) == 1);  // 98 and 101 where black is 0
    CHECK(visible_share(flat(100), flat(104), face) == 0);
    const auto flat10 = [](int level) {
        Frame f(320, 240, PixelFormat::yuv420p10);
        set_samples(f, [=](int p, int, int) { return p > 0 ? 512 : level; });
        return f;
    };
    CHECK(visible_share(flat10(400), flat10(412), face) == 1);
    CHECK(visible_share(flat10(400), flat10(413), face) == 0);  // 98 and 102 where black is 0
}

TEST_CASE("10 bits and full range are brought to the same scale") {
    media::Colour full;
    full.full_range = true;
    full.range_known = true;
    const auto half = [](int luma, int x, int y) { return (x / 16 + y / 16) % 3 == 0 ? luma : 90; };
    const Frame f8 = textured(PixelFormat::yuv420p8), f10 = textured(PixelFormat::yuv420p10, {}, 4);
    const Frame full8 = textured(PixelFormat::yuv420p8, full);
    const float seen = visible_share(f8, changed(f8, half), face);
    CHECK(seen > 0);
    CHECK(seen < 1);
    CHECK(visible_share(f10, changed(f10, [&](int luma, int x, int y) { return 4 * half(luma / 4, x, y); }), face) ==
          seen);
    CHECK(visible_share(full8, changed(full8, half), face) == seen);
}

TEST_CASE("the part of a face beyond the picture does not count") {
    const Frame f = textured(PixelFormat::yuv420p8);
    CHECK(visible_share(f, f, {-60, -60, 120, 120}) == 1);
    CHECK(visible_share(f, f, {400, 60, 100, 100}) == 0);
    CHECK(visible_share(f, f, {-300, 60, 100, 100}) == 0);
}
