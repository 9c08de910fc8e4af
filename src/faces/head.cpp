#include "faces/head.h"

#include <algorithm>
#include <cmath>

namespace counterclip::faces {

namespace {

// Of Detection::nose: a face that looks into the camera stays below the one, one at 40 degrees comes up to the other
// (measured on puppets of known yaw, docs/faces.md).
constexpr float frontal_nose = 0.03F;
constexpr float profile_nose = 0.14F;
// Of the height of a face in profile: how far its head goes on behind it, and how much of what the enlargement adds
// before the nose is not needed. Box and enlargement together then hold a head as deep as it is high.
constexpr float behind_profile = 0.45F;
constexpr float before_profile = 0.1F;

}  // namespace

float nose_offset(Point one_eye, Point other_eye, Point nose, float roll) {
    const float dx = nose.x - (one_eye.x + other_eye.x) / 2;
    const float dy = nose.y - (one_eye.y + other_eye.y) / 2;
    return dx * std::cos(roll) + dy * std::sin(roll);
}

Box with_back_of_head(Box face, float roll, float nose) {
    const float turned = std::clamp((std::abs(nose) - frontal_nose) / (profile_nose - frontal_nose), 0.F, 1.F);
    const float back = (nose > 0 ? -1.F : 1.F) * turned * face.h;
    const auto moved = [&](float share) {
        return Box{face.x + share * back * std::cos(roll), face.y + share * back * std::sin(roll), face.w, face.h};
    };
    return enclosing(moved(before_profile), moved(behind_profile));
}

}  // namespace counterclip::faces
