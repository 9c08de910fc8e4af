// Draws what belongs to a head: neck, shoulders and clothes behind it, a hand before it.
#pragma once

#include <opencv2/core.hpp>

#include "puppet/head_shape.h"
#include "puppet/scene.h"

namespace counterclip::puppet {

void draw_body(cv::Mat3b& picture, const HeadPose& pose, const Look& look, double light);
// The part of a scarf that hangs before the neck.
void draw_drape(cv::Mat3b& picture, const HeadPose& pose, const Look& look, double light);
// `up`: 0 below the picture .. 1 before the face.
void draw_hand(cv::Mat3b& picture, const HeadPose& pose, const Look& look, Hand::Over over, double up, double light);

// Whether a point of the picture is hidden behind this person's head or body, or behind the hand.
bool covers(const HeadPose& pose, double x, double y) noexcept;
bool hand_covers(const HeadPose& pose, Hand::Over over, double up, double x, double y) noexcept;

}  // namespace counterclip::puppet
