// Where a face is in a picture. Units: px of the displayed frame (after rotation, before any scaling), top left origin.
#pragma once

namespace counterclip::faces {

struct Box {
    float x = 0;  // left
    float y = 0;  // top
    float w = 0;
    float h = 0;
    friend constexpr bool operator==(const Box&, const Box&) = default;
};

constexpr float area(Box b) noexcept {
    return b.w > 0 && b.h > 0 ? b.w * b.h : 0;
}
Box intersection(Box a, Box b) noexcept;  // w, h = 0 when apart
Box enclosing(Box a, Box b) noexcept;
float iou(Box a, Box b) noexcept;  // intersection over union, 0..1
Box scaled_about_centre(Box b, float factor) noexcept;
Box between(Box a, Box b, float t) noexcept;  // linear, t = 0 gives a, 1 gives b

}  // namespace counterclip::faces
