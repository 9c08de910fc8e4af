#include "faces/shots.h"

using namespace counterclip::faces;

namespace {

// A picture with a bright disc at x and y on a shaded wall.
cv::Mat scene(int x, int y, int light = 0) {
    cv::Mat thumb(18, 32, CV_8UC1);
    for (int row = 0; row < thumb.rows; ++row) {
        for (int column = 0; column < thumb.cols; ++column) {
            const int dx = column - x;
            const int dy = row - y;
            const int value = dx * dx + dy * dy < 20 ? 200 : 60 + column;
            thumb.at<std::uint8_t>(row, column) = static_cast<std::uint8_t>(std::clamp(value + light, 0, 255));
        }
    }
    return thumb;
}

cv::Mat flat(int value) {
    return {18, 32, CV_8UC1, cv::Scalar(value)};
}

}  // namespace

TEST_CASE("another picture that stays is a cut") {
    const cv::Mat a = scene(8, 9);
    const cv::Mat b = scene(24, 5);
    CHECK(is_cut(a, a, b, b, b));
    CHECK(is_cut({}, a, b, b, {}));
}

TEST_CASE("a flash is no cut: the old picture comes back") {
    const cv::Mat a = scene(8, 9);
    CHECK_FALSE(is_cut(a, a, flat(250), a, a));
    CHECK_FALSE(is_cut(a, a, flat(250), flat(250), a));
}

TEST_CASE("light that changes as a whole is no cut, but worth a look") {
    CHECK_FALSE(is_cut(scene(8, 9), scene(8, 9), scene(8, 9, 40), scene(8, 9, 40), scene(8, 9, 40)));
    CHECK(changed(scene(8, 9), scene(8, 9, 40)));
    CHECK_FALSE(changed(scene(8, 9), scene(8, 9, 2)));
}

TEST_CASE("fast motion is no cut: it does not stand out of the motion around it") {
    CHECK_FALSE(is_cut(scene(4, 9), scene(10, 9), scene(16, 9), scene(22, 9), scene(28, 9)));
}

TEST_CASE("the first picture of a recording is no cut") {
    CHECK_FALSE(is_cut({}, {}, scene(4, 9), scene(4, 9), {}));
}

TEST_CASE("a dark picture has little contrast") {
    CHECK(contrast(flat(30)) == 0);
    CHECK(contrast(scene(8, 9)) > 100);
}
