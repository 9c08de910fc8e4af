#include "faces/obscure_paint.h"

#include <algorithm>

namespace counterclip::faces {

namespace {

// Rows of 10-bit planes are two-byte aligned (libav allocates with far more).
template <class Sample>
Sample* row_of(const media::Plane& plane, int y) {
    return reinterpret_cast<Sample*>(plane.data + y * plane.stride);
}

template <class Sample>
Sample to_sample(float value, float max) {
    return static_cast<Sample>(static_cast<int>(std::min(std::max(value + 0.5F, 0.0F), max)));
}

// How much of the fill shows at the samples of a row: 1 at the ellipse's rim, 0 where the feather ends.
class Feather {
  public:
    Feather(const Shape& shape, int plane)
        : q_(quadric(shape, plane)), end_(shape.reach * shape.reach), slope_(1 / (end_ - 1)) {}

    void row(Span span, int y, float* out) const {
        const float dy = static_cast<float>(y) + 0.5F - q_.cy;
        const float across = 2 * q_.b * dy, down = q_.c * dy * dy;
        const float start = static_cast<float>(span.begin) + 0.5F - q_.cx;
        for (int i = 0; i < span.end - span.begin; ++i) {
            const float dx = start + static_cast<float>(i);
            const float r2 = q_.a * dx * dx + across * dx + down;
            const float t = std::min(std::max((end_ - r2) * slope_, 0.0F), 1.0F);
            out[i] = t * t * (3 - 2 * t);
        }
    }

  private:
    Quadric q_;
    float end_;
    float slope_;
};

template <class Sample>
void cover(Sample* out, const float* fill, int count, float max) {
    for (int i = 0; i < count; ++i) out[i] = to_sample<Sample>(fill[i], max);
}

template <class Sample>
void blend(Sample* out, const float* fill, const float* share, int count, float max) {
    for (int i = 0; i < count; ++i) {
        const auto there = static_cast<float>(out[i]);
        out[i] = to_sample<Sample>(there + share[i] * (fill[i] - there), max);
    }
}

template <class Sample>
void paint_plane(const media::Plane& plane, int index, float max, const Shape& shape, const Fill& fill,
                 const GrainOver& grain) {
    const Rows& rows = shape.rows(index);
    const Feather feather(shape, index);
    FillRows fill_rows(fill);
    std::vector<float> colours(static_cast<std::size_t>(plane.width));
    std::vector<float> share(static_cast<std::size_t>(plane.width));
    for (int y = rows.top; y < rows.bottom(); ++y) {
        const auto at = static_cast<std::size_t>(y - rows.top);
        const Span touched = rows.touched[at];
        if (touched.empty()) continue;
        const int count = touched.end - touched.begin;
        const float* const smooth = fill_rows.row(y) + (touched.begin - fill.left);
        if (grain.strength > 0) {
            grain.grain.row(grain.place, touched.begin, y, grain.strength, count, colours.data());
            for (int i = 0; i < count; ++i) colours[static_cast<std::size_t>(i)] += smooth[i];
        } else {
            std::copy_n(smooth, count, colours.begin());
        }
        Sample* const out = row_of<Sample>(plane, y);
        const auto fade = [&](Span span) {
            if (span.empty()) return;
            feather.row(span, y, share.data());
            blend(out + span.begin, colours.data() + (span.begin - touched.begin), share.data(), span.end - span.begin,
                  max);
        };
        const Span inside = rows.inside[at];
        if (inside.empty()) {
            fade(touched);
            continue;
        }
        fade({touched.begin, inside.begin});
        cover(out + inside.begin, colours.data() + (inside.begin - touched.begin), inside.end - inside.begin, max);
        fade({inside.end, touched.end});
    }
}

template <class Sample>
void flood_plane(const media::Plane& plane, float value, float max) {
    const auto sample = to_sample<Sample>(value, max);
    for (int y = 0; y < plane.height; ++y) std::fill_n(row_of<Sample>(plane, y), plane.width, sample);
}

bool is_8_bit(const Levels& levels) {
    return levels.max < 256;
}

}  // namespace

void paint(const media::Plane& plane, int index, const Levels& levels, const Shape& shape, const Fill& fill,
           const GrainOver& grain) {
    if (is_8_bit(levels)) {
        paint_plane<std::uint8_t>(plane, index, levels.max, shape, fill, grain);
    } else {
        paint_plane<std::uint16_t>(plane, index, levels.max, shape, fill, grain);
    }
}

void flood(const media::Plane& plane, const Levels& levels, float value) {
    if (is_8_bit(levels)) {
        flood_plane<std::uint8_t>(plane, value, levels.max);
    } else {
        flood_plane<std::uint16_t>(plane, value, levels.max);
    }
}

}  // namespace counterclip::faces
