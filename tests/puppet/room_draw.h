// Draws the room behind the people.
#pragma once

#include <opencv2/core.hpp>

#include "puppet/scene.h"

namespace counterclip::puppet {

// From the scene's px to the picture's.
struct Camera {
    double zoom = 1;
    double dx = 0;  // picture = scene * zoom + d
    double dy = 0;
    cv::Point2d operator()(double x, double y) const { return {x * zoom + dx, y * zoom + dy}; }
};

// `picture` has its size already; `scene_width` and `scene_height` say how large the room is.
void draw_room(cv::Mat3b& picture, const Room& room, const Camera& camera, int scene_width, int scene_height);

}  // namespace counterclip::puppet
