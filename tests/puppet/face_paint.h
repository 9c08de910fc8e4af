// Paints a face flat, as seen straight from the front; head_draw wraps it around the head.
#pragma once

#include <opencv2/core.hpp>

#include "puppet/scene.h"

namespace counterclip::puppet {

struct Expression {
    double mouth = 0;  // 0 closed .. 1 wide open
    bool blink = false;
};

cv::Scalar bgr(Rgb colour);
Rgb mixed(Rgb a, Rgb b, double share_of_b);
Rgb dimmed(Rgb colour, double gain);

// 2 * unit px square: head coordinates (-1, -1) top left to (1, 1) bottom right. BGR.
cv::Mat3b painted_face(const Look& look, Expression expression, int unit);

}  // namespace counterclip::puppet
