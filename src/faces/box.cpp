#include "faces/box.h"

namespace counterclip::faces {

Box intersection(Box a, Box b) noexcept {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    const float right = std::min(a.x + a.w, b.x + b.w);
    const float bottom = std::min(a.y + a.h, b.y + b.h);
    if (right <= left || bottom <= top) return {left, top, 0, 0};
    return {left, top, right - left, bottom - top};
}

Box enclosing(Box a, Box b) noexcept {
    const float left = std::min(a.x, b.x);
    const float top = std::min(a.y, b.y);
    return {left, top, std::max(a.x + a.w, b.x + b.w) - left, std::max(a.y + a.h, b.y + b.h) - top};
}

float iou(Box a, Box b) noexcept {
    const float shared = area(intersection(a, b));
    const float all = area(a) + area(b) - shared;
    return all > 0 ? shared / all : 0;
}

Box scaled_about_centre(Box b, float factor) noexcept {
    return {b.x + b.w * (1 - factor) / 2, b.y + b.h * (1 - factor) / 2, b.w * factor, b.h * factor};
}

Box between(Box a, Box b, float t) noexcept {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.w + (b.w - a.w) * t, a.h + (b.h - a.h) * t};
}

}  // namespace counterclip::faces
