// A head behind its face, and what it looks like.
#include "faces/head.h"

#include <numbers>

#include "faces/appearance.h"

using namespace counterclip;
using namespace counterclip::faces;

namespace {

// One colour everywhere, 8 bits.
Picture plain(std::uint8_t y, std::uint8_t u, std::uint8_t v) {
    Picture picture;
    picture.frame = media::Frame(128, 128, media::PixelFormat::yuv420p8);
    for (int p = 0; p < 3; ++p) {
        const media::Plane plane = picture.frame.writable(p);
        for (int row = 0; row < plane.height; ++row) {
            std::fill_n(plane.data + row * plane.stride, plane.width, p == 0 ? y : p == 1 ? u : v);
        }
    }
    return picture;
}

constexpr Box face{100, 50, 60, 100};

}  // namespace

TEST_CASE("a face that looks into the camera is its own box") {
    CHECK(with_back_of_head(face, 0, 0) == face);
    CHECK(with_back_of_head(face, 0, 0.02F) == face);
}

TEST_CASE("behind a profile there is a head, on the side the nose does not point to") {
    const Box to_the_right = with_back_of_head(face, 0, 0.25F);
    CHECK(to_the_right.x == Approx(55));
    CHECK(to_the_right.x + to_the_right.w == Approx(face.x + face.w - 10));
    const Box to_the_left = with_back_of_head(face, 0, -0.25F);
    CHECK(to_the_left.x == Approx(face.x + 10));
    CHECK(to_the_left.w == Approx(95));
    const Box half = with_back_of_head(face, 0, 0.08F);
    CHECK(half.x < face.x);
    CHECK(half.x > to_the_right.x);
}

TEST_CASE("the back of a head that lies on its side is above or below") {
    const Box box = with_back_of_head(face, std::numbers::pi_v<float> / 2, 0.25F);
    CHECK(box.y == Approx(5));
    CHECK(box.x == Approx(face.x));
}

TEST_CASE("the nose's way is taken along the line of the eyes") {
    CHECK(nose_offset({0, 0}, {10, 0}, {8, 6}, 0) == Approx(3));
    // Turned by a right angle: eyes above one another, the nose lower between them means towards the second eye.
    CHECK(nose_offset({0, 0}, {0, 10}, {-6, 8}, std::numbers::pi_v<float> / 2) == Approx(3));
}

TEST_CASE("looks differ by colour, not by light, and in the dark there is none") {
    const Box head{30, 30, 50, 60};
    const Appearance skin = appearance_of(plain(150, 110, 150), head);
    const Appearance darker_skin = appearance_of(plain(100, 116, 143), head);
    const Appearance scarf = appearance_of(plain(150, 160, 90), head);
    REQUIRE(skin.known);
    CHECK(unlikeness(skin, skin) == 0);
    CHECK(unlikeness(skin, darker_skin) < 0.1F);
    CHECK(unlikeness(skin, scarf) > 0.3F);
    CHECK_FALSE(appearance_of(plain(18, 128, 128), head).known);
}
