#include "faces/obscure_fill.h"

#include <algorithm>

namespace counterclip::faces {

namespace {

// Uniform cubic B-spline weights of the four nodes around a place 0 <= t < 1 between the middle two.
void spline(float t, float* w, std::size_t stride) {
    const float s = 1 - t;
    w[0] = s * s * s / 6;
    w[stride] = (4 - 6 * t * t + 3 * t * t * t) / 6;
    w[2 * stride] = (4 - 6 * s * s + 3 * s * s * s) / 6;
    w[3 * stride] = t * t * t / 6;
}

struct Bounds {
    int left, right, top, bottom;
};

Bounds touched_luma(const Shape& shape) {
    Bounds b{1 << 30, 0, shape.luma.top, shape.luma.bottom()};
    for (const Span& s : shape.luma.touched) {
        if (s.empty()) continue;
        b.left = std::min(b.left, s.begin);
        b.right = std::max(b.right, s.end);
    }
    return b;
}

}  // namespace

void lay_grid(Fill& fill, const Shape& shape, int plane, int most) {
    Bounds b = touched_luma(shape);
    // A chroma sample may be touched up to two px beyond the luma samples.
    b.left = (b.left - 2) & ~1;
    b.top = (b.top - 2) & ~1;
    const int side = std::max(b.right + 2 - b.left, b.bottom + 2 - b.top);
    const int cell = 8 * std::max(1, (side + 8 * most - 1) / (8 * most));
    const auto cells = [cell](int length) { return (length + cell - 1) / cell; };
    const int step = plane == 0 ? 1 : 2;
    fill.left = b.left / step;
    fill.top = b.top / step;
    fill.cell = cell / step;
    fill.columns = cells(b.right + 2 - b.left);
    fill.rows = cells(b.bottom + 2 - b.top);
    fill.blocks = false;
    fill.values.resize(static_cast<std::size_t>(fill.nodes_across()) * static_cast<std::size_t>(fill.nodes_down()));
}

void lay_flat(std::array<Fill, 3>& fills, const Shape& shape, const Colour3& colour) {
    constexpr int few = 4;
    for (std::size_t p = 0; p < 3; ++p) {
        lay_grid(fills[p], shape, static_cast<int>(p), few);
        std::fill(fills[p].values.begin(), fills[p].values.end(), colour[p]);
    }
}

FillRows::FillRows(const Fill& fill)
    : fill_(fill),
      nodes_(static_cast<std::size_t>(fill.nodes_across())),
      samples_(static_cast<std::size_t>(fill.columns) * static_cast<std::size_t>(fill.cell)) {
    if (fill.blocks) return;
    const auto cell = static_cast<std::size_t>(fill.cell);
    weights_.resize(4 * cell);
    for (std::size_t i = 0; i < cell; ++i) {
        spline((static_cast<float>(i) + 0.5F) / static_cast<float>(cell), &weights_[i], cell);
    }
}

const float* FillRows::row(int y) {
    if (fill_.blocks) {
        block(y);
    } else {
        smooth(y);
    }
    return samples_.data();
}

void FillRows::smooth(int y) {
    const int below = (y - fill_.top) / fill_.cell;
    const auto across = static_cast<std::size_t>(fill_.nodes_across());
    float w[4];
    spline((static_cast<float>((y - fill_.top) % fill_.cell) + 0.5F) / static_cast<float>(fill_.cell), w, 1);
    const float* grid = fill_.values.data() + static_cast<std::size_t>(below) * across;
    for (std::size_t i = 0; i < across; ++i) {
        nodes_[i] =
            w[0] * grid[i] + w[1] * grid[i + across] + w[2] * grid[i + 2 * across] + w[3] * grid[i + 3 * across];
    }
    const auto cell = static_cast<std::size_t>(fill_.cell);
    const float* const k = weights_.data();
    for (std::size_t c = 0; c < static_cast<std::size_t>(fill_.columns); ++c) {
        const float* const n = nodes_.data() + c;
        float* const out = samples_.data() + c * cell;
        for (std::size_t i = 0; i < cell; ++i) {
            out[i] = k[i] * n[0] + k[cell + i] * n[1] + k[2 * cell + i] * n[2] + k[3 * cell + i] * n[3];
        }
    }
}

void FillRows::block(int y) {
    const auto row = static_cast<std::size_t>((y - fill_.top) / fill_.cell);
    const float* const values = fill_.values.data() + row * static_cast<std::size_t>(fill_.columns);
    const auto cell = static_cast<std::size_t>(fill_.cell);
    for (std::size_t c = 0; c < static_cast<std::size_t>(fill_.columns); ++c) {
        std::fill_n(samples_.data() + c * cell, cell, values[c]);
    }
}

}  // namespace counterclip::faces
