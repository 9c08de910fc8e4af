#include "faces/head.h"

#include <algorithm>
#include <cmath>

namespace counterclip::faces {

namespace {

// Of Detection::nose: a face that looks into the camera stays below the one, a profile comes up to the other (measured
// on puppets of known yaw, docs/faces.md).
constexpr float frontal_nose = 0.06F;
constexpr float profile_nose = 0.19F;
// Of the face's height: with the enlargement a mask then reaches as far back as a head does.
constexpr float back_of_profile = 0.3F;

}  // namespace

float nose_offset(Point one_eye, Point other_eye, Point nose, float roll) {
    const float dx = nose.x - (one_eye.x + other_eye.x) / 2;
    const float dy = nose.y - (one_eye.y + other_eye.y) / 2;
    return dx * std::cos(roll) + dy * std::sin(roll);
}

Box with_back_of_head(Box face, float roll, float nose) {
    const float turned = std::clamp((std::abs(nose) - frontal_nose) / (profile_nose - frontal_nose), 0.F, 1.F);
    const float back = (nose > 0 ? -1.F : 1.F) * turned * back_of_profile * face.h;
    const Box behind{face.x + back * std::cos(roll), face.y + back * std::sin(roll), face.w, face.h};
    return enclosing(face, behind);
}

}  // namespace counterclip::faces
