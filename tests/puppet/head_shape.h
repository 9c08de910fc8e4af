// The form of a head, and how it is seen when it is turned.
//
// Head coordinates: x to the picture's right, y down, z to the viewer; the unit is half the head's height, so that the
// crown is at y = -1 and the chin at y = 1. A head is a pile of level ellipses: at each y a half width, a half depth
// and how far its middle lies before the axis.
#pragma once

namespace counterclip::puppet {

struct Slice {
    double half_width = 0;
    double half_depth = 0;
    double forward = 0;
};
Slice slice_at(double y) noexcept;  // zero outside -1..1
// How far the middle line of the face stands out before its slice: brow, nose, lips, chin.
double profile_at(double y) noexcept;
double nose_at(double x, double y) noexcept;  // the nose's part, over the whole face

struct Point3 {
    double x = 0;
    double y = 0;
    double z = 0;
};
// The front of the head at (x, y).
Point3 surface(double x, double y) noexcept;

// A head in a picture.
struct HeadPose {
    double x = 0;  // centre, px
    double y = 0;
    double unit = 1;  // px, half the head's height
    double yaw = 0;
    double roll = 0;
    double pitch = 0;
};
// Where a point of the head is seen, px; z says how near.
Point3 seen(const HeadPose& pose, Point3 point) noexcept;

struct Extent {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};
// Forehead to chin and ear to ear, as much of it as faces the viewer; upright.
Extent face_extent(const HeadPose& pose) noexcept;

}  // namespace counterclip::puppet
