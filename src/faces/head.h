// From a face to the head it belongs to: behind a turned face there is a head, on the side the nose does not point to.
#pragma once

#include "faces/box.h"

namespace counterclip::faces {

struct Point {
    float x = 0;
    float y = 0;
};

// How far the nose lies from the middle of the eyes along the line of a head with this roll, in the unit of the points;
// > 0 to the right.
float nose_offset(Point one_eye, Point other_eye, Point nose, float roll);

// The upright box that holds the face and the back of its head. `nose`: Detection::nose.
Box with_back_of_head(Box face, float roll, float nose);

}  // namespace counterclip::faces
