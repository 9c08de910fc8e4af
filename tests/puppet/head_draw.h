// Draws heads, hands and shoulders into a picture.
#pragma once

#include <opencv2/core.hpp>

#include "puppet/head_shape.h"
#include "puppet/scene.h"

namespace counterclip::puppet {

// `face` as painted_face() makes it. `light` is a gain. Everything outside the picture is clipped.
void draw_head(cv::Mat3b& picture, const HeadPose& pose, const Look& look, const cv::Mat3b& face, double light);

}  // namespace counterclip::puppet
