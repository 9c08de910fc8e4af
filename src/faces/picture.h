// A decoded frame on its way through the analysis, and views of it for detectors.
#pragma once

#include <opencv2/core.hpp>

#include "core/time.h"
#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::faces {

// All boxes inside the analysis are in px of `frame`, which may be smaller than the source.
struct Picture {
    std::int64_t index = 0;  // counted from the first frame decoded
    Time pts{};
    media::Frame frame;
    float pixel_aspect = 1;  // width of a px over its height
    cv::Mat thumb;           // luma, 32 x 18, 8 bits
    bool first_of_shot = false;
    bool follows_damage = false;
};

// Luma means on a grid of 32 x 18: enough to tell a shot from another and light from dark.
cv::Mat thumb_of(const media::Frame& frame);

// A part of a picture as a detector sees it: square px, black outside the frame.
struct View {
    cv::Mat bgr;
    float left = 0;  // of the part, px of the picture
    float top = 0;
    float px_wide = 1;  // picture px a view px
    float px_high = 1;
    Box to_picture(Box b) const { return {left + b.x * px_wide, top + b.y * px_high, b.w * px_wide, b.h * px_high}; }
    Box to_view(Box b) const { return {(b.x - left) / px_wide, (b.y - top) / px_high, b.w / px_wide, b.h / px_high}; }
};

// `part` in px of the picture, may reach over its edges; scaled to `size`.
View view_of(const Picture& picture, Box part, cv::Size size);
// The size of a view of the whole picture with its longer side at most `longer` px.
cv::Size whole_size(const Picture& picture, int longer);
// The square about the box's centre, `factor` times its longer side, scaled to `side` px.
View square_view(const Picture& picture, Box about, float factor, int side);

// A copy without OpenCV's type, for what stands beyond it. BGR, 8 bits.
media::Image image_of(const cv::Mat& bgr);

}  // namespace counterclip::faces
