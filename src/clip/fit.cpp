#include "clip/fit.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "media/scale.h"

namespace counterclip::clip {

namespace {

double ratio(Rational r) {
    return r.num > 0 && r.den > 0 ? static_cast<double>(r.num) / static_cast<double>(r.den) : 1.0;
}

int even(double v) {
    return std::max(2, static_cast<int>(std::lround(v / 2)) * 2);
}

int sample_bytes(media::PixelFormat format) {
    return format == media::PixelFormat::yuv420p8 ? 1 : 2;
}

void fill(media::Plane plane, media::PixelFormat format, int value) {
    for (int row = 0; row < plane.height; ++row) {
        auto* line = plane.data + row * plane.stride;
        if (format == media::PixelFormat::yuv420p8)
            std::memset(line, value, static_cast<std::size_t>(plane.width));
        else
            std::fill_n(reinterpret_cast<std::uint16_t*>(line), plane.width, static_cast<std::uint16_t>(value));
    }
}

void paste(media::ConstPlane from, media::Plane to, int x, int y, int bytes) {
    for (int row = 0; row < from.height; ++row)
        std::memcpy(to.data + (y + row) * to.stride + x * bytes, from.data + row * from.stride,
                    static_cast<std::size_t>(from.width) * static_cast<std::size_t>(bytes));
}

// The samples of `part`, which lies inside the frame.
media::Frame cut_out(const media::Frame& frame, const Cut& part) {
    media::Frame made(part.width, part.height, frame.format(), frame.colour());
    made.set_pts(frame.pts());
    const int bytes = sample_bytes(frame.format());
    for (int i = 0; i < 3; ++i) {
        const int shrink = i == 0 ? 1 : 2;
        auto from = frame.plane(i);
        const auto to = made.writable(i);
        from.data += part.y / shrink * from.stride + part.x / shrink * bytes;
        from.width = to.width;
        from.height = to.height;
        paste(from, to, 0, 0, bytes);
    }
    return made;
}

}  // namespace

Placement place(int width, int height, Rational sample_aspect, int into_width, int into_height, Rational into_aspect) {
    const double shape = width * ratio(sample_aspect) / ratio(into_aspect);  // width in the output's samples
    const double scale = std::min(into_width / shape, into_height / static_cast<double>(height));
    Placement p;
    // Within a px of the whole size it is the whole size: no hairline of black from rounding.
    p.width = std::abs(shape * scale - into_width) < 1.5 ? into_width : even(shape * scale);
    p.height = std::abs(height * scale - into_height) < 1.5 ? into_height : even(height * scale);
    p.x = (into_width - p.width) / 4 * 2;
    p.y = (into_height - p.height) / 4 * 2;
    return p;
}

media::Frame fitted(const media::Frame& frame, const Placement& placement, int into_width, int into_height,
                    media::PixelFormat format, const media::Colour& colour) {
    auto picture = media::converted(placement.part.width > 0 ? cut_out(frame, placement.part) : frame, placement.width,
                                    placement.height, format, colour);
    if (placement.width == into_width && placement.height == into_height) return picture;
    auto canvas = plain(into_width, into_height, format, colour, 16, 128, 128);
    canvas.set_pts(frame.pts());
    for (int i = 0; i < 3; ++i) {
        const int shrink = i == 0 ? 1 : 2;
        paste(picture.plane(i), canvas.writable(i), placement.x / shrink, placement.y / shrink, sample_bytes(format));
    }
    return canvas;
}

Mapping mapping(int width, int height, const Placement& p) noexcept {
    const Cut part = p.part.width > 0 ? p.part : Cut{0, 0, width, height};
    Mapping m;
    m.scale_x = static_cast<float>(p.width) / static_cast<float>(std::max(1, part.width));
    m.scale_y = static_cast<float>(p.height) / static_cast<float>(std::max(1, part.height));
    m.x = static_cast<float>(p.x) - static_cast<float>(part.x) * m.scale_x;
    m.y = static_cast<float>(p.y) - static_cast<float>(part.y) * m.scale_y;
    return m;
}

faces::Box fitted(faces::Box box, int width, int height, const Placement& placement) noexcept {
    const auto m = mapping(width, height, placement);
    return {m.x + box.x * m.scale_x, m.y + box.y * m.scale_y, box.w * m.scale_x, box.h * m.scale_y};
}

faces::Box in_source(faces::Box box, int width, int height, const Placement& placement) noexcept {
    if (placement.width <= 0 || placement.height <= 0) return {};
    const auto m = mapping(width, height, placement);
    return {(box.x - m.x) / m.scale_x, (box.y - m.y) / m.scale_y, box.w / m.scale_x, box.h / m.scale_y};
}

media::Frame plain(int width, int height, media::PixelFormat format, const media::Colour& colour, int y, int cb,
                   int cr) {
    media::Frame frame(width, height, format, colour);
    const int scale = format == media::PixelFormat::yuv420p8 ? 1 : 4;
    const bool full = colour.range_known && colour.full_range;
    const int luma = full ? (y - 16) * 255 / 219 : y;
    const int values[] = {luma, cb, cr};
    for (int i = 0; i < 3; ++i) fill(frame.writable(i), format, values[i] * scale);
    return frame;
}

}  // namespace counterclip::clip
