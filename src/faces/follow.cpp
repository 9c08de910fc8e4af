#include "faces/follow.h"

#include <opencv2/imgproc.hpp>

namespace counterclip::faces {

namespace {

constexpr int view_side = 96;
constexpr float view_factor = 2;  // of the face's longer side, so the patch is half the view
constexpr int patch_side = 48;
constexpr double same_patch = 0.75;  // correlation; a face that a hand covers or that turns away falls below
constexpr double flat = 5;           // grey levels of deviation

cv::Mat grey_view(const View& view) {
    cv::Mat grey;
    cv::cvtColor(view.bgr, grey, cv::COLOR_BGR2GRAY);
    cv::GaussianBlur(grey, grey, {3, 3}, 0);
    return grey;
}

}  // namespace

std::optional<Box> followed(const Picture& from, Box box, const Picture& to) {
    const cv::Mat before = grey_view(square_view(from, box, view_factor, view_side));
    const View view = square_view(to, box, view_factor, view_side);
    const int at = (view_side - patch_side) / 2;
    const cv::Mat patch = before(cv::Rect(at, at, patch_side, patch_side));
    cv::Scalar mean, deviation;
    cv::meanStdDev(patch, mean, deviation);
    if (deviation[0] < flat) return std::nullopt;
    cv::Mat match;
    cv::matchTemplate(grey_view(view), patch, match, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point where;
    cv::minMaxLoc(match, nullptr, &best, nullptr, &where);
    if (best < same_patch) return std::nullopt;
    box.x += static_cast<float>(where.x - at) * view.px_wide;
    box.y += static_cast<float>(where.y - at) * view.px_high;
    return box;
}

}  // namespace counterclip::faces
