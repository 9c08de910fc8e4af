// How a box of the picture moved from one view to the next: the median of many points' optical flow.
#pragma once

#include <opencv2/core.hpp>
#include <optional>

namespace counterclip::faces {

struct Motion {
    float dx = 0;  // of the box's centre, px of the views
    float dy = 0;
    float scale = 1;
    float turn = 0;  // rad, clockwise in the picture (y down)
};

// Median flow (Kalal, Mikolajczyk, Matas: Forward-Backward Error, ICPR 2010): points inside `inside` (255 = belongs to
// the box) are followed from `before` to `after` and back; those that do not come back are dropped; the motion is the
// median of the rest, scale and turn the medians over pairs of points. Both views 8-bit grey, one size. Nothing when
// too few points hold or they disagree.
std::optional<Motion> median_flow(const cv::Mat& before, const cv::Mat& after, const cv::Mat& inside);

}  // namespace counterclip::faces
