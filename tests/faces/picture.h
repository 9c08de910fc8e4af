// Pictures for the tests of obscuring: frames with texture, and what lies inside an ellipse by a definition of its own.
#pragma once

#include <array>
#include <cmath>
#include <functional>

#include "faces/mask.h"
#include "media/frame.h"

namespace counterclip::faces::test {

// Repeatable noise: the same numbers on every machine.
struct Dice {
    std::uint64_t state = 1;
    std::uint32_t next() {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state >> 33);
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint32_t>(n)); }
    double normal() {  // the sum of twelve
        double sum = -6;
        for (int i = 0; i < 12; ++i) sum += next() / 2147483648.0;
        return sum;
    }
};

inline int bytes_a_sample(const media::Frame& f) {
    return f.format() == media::PixelFormat::yuv420p8 ? 1 : 2;
}

inline int sample(const media::Frame& f, int plane, int x, int y) {
    const media::ConstPlane p = f.plane(plane);
    const std::uint8_t* at = p.data + y * p.stride + static_cast<std::ptrdiff_t>(x) * bytes_a_sample(f);
    return bytes_a_sample(f) == 1 ? at[0] : at[0] + 256 * at[1];
}

// Sets every sample for which `value` gives a number >= 0.
inline void set_samples(media::Frame& f, const std::function<int(int plane, int x, int y)>& value) {
    for (int i = 0; i < 3; ++i) {
        const media::Plane p = f.writable(i);
        for (int y = 0; y < p.height; ++y) {
            for (int x = 0; x < p.width; ++x) {
                const int v = value(i, x, y);
                if (v < 0) continue;
                std::uint8_t* at = p.data + y * p.stride + static_cast<std::ptrdiff_t>(x) * bytes_a_sample(f);
                at[0] = static_cast<std::uint8_t>(v);
                if (bytes_a_sample(f) == 2) at[1] = static_cast<std::uint8_t>(v >> 8);
            }
        }
    }
}

// A scene with gradients, edges and noise; `at` moves it.
inline media::Frame scene(int width, int height, media::PixelFormat format, int at = 0, media::Colour colour = {}) {
    media::Frame f(width, height, format, colour);
    Dice dice{static_cast<std::uint64_t>(at) + 7};
    const int unit = format == media::PixelFormat::yuv420p8 ? 1 : 4;
    set_samples(f, [&](int plane, int x, int y) {
        const int noise = dice.below(9 * unit) - 4 * unit;
        if (plane > 0) return unit * (110 + 20 * plane + (x + at) % 30) + noise;
        return unit * (60 + (x + 3 * at) * 90 / width + ((x / 16 + y / 16) % 2) * 40) + noise;
    });
    f.set_pts(Time(at * 33'366'667LL));
    return f;
}

// One grey with noise of the given deviation (8-bit steps).
inline media::Frame grey_wall(int width, int height, int level, double deviation, Dice& dice) {
    media::Frame f(width, height, media::PixelFormat::yuv420p8);
    set_samples(f, [&](int plane, int, int) {
        return plane > 0 ? 128 : static_cast<int>(std::lround(level + deviation * dice.normal()));
    });
    return f;
}

inline double distance(const Ellipse& e, double x, double y) {  // 1 on the rim
    const double dx = x - e.cx, dy = y - e.cy, c = std::cos(e.angle), s = std::sin(e.angle);
    return std::hypot((dx * c + dy * s) / e.rx, (dy * c - dx * s) / e.ry);
}

// Whether any part of the square px (x, y) lies in the ellipse, looked at in 5 by 5 points.
inline bool pixel_touches(const Ellipse& e, int x, int y) {
    const double middle = distance(e, x + 0.5, y + 0.5);
    if (middle <= 1 || middle > 1 + 2 / std::min(e.rx, e.ry)) return middle <= 1;
    for (int j = 0; j <= 4; ++j) {
        for (int i = 0; i <= 4; ++i) {
            if (distance(e, x + i / 4.0, y + j / 4.0) <= 1) return true;
        }
    }
    return false;
}

// The same for a sample of any plane: a chroma sample stands for its two by two px.
inline bool sample_touches(const Ellipse& e, int plane, int x, int y) {
    if (plane == 0) return pixel_touches(e, x, y);
    for (int j = 0; j < 2; ++j) {
        for (int i = 0; i < 2; ++i) {
            if (pixel_touches(e, 2 * x + i, 2 * y + j)) return true;
        }
    }
    return false;
}

inline bool sample_touches(const FrameMask& mask, int plane, int x, int y) {
    return std::any_of(mask.ellipses.begin(), mask.ellipses.end(),
                       [=](const Ellipse& e) { return sample_touches(e, plane, x, y); });
}

// Number of samples that differ.
inline int differences(const media::Frame& a, const media::Frame& b) {
    int count = 0;
    for (int p = 0; p < 3; ++p) {
        const media::ConstPlane plane = a.plane(p);
        for (int y = 0; y < plane.height; ++y) {
            for (int x = 0; x < plane.width; ++x) count += sample(a, p, x, y) != sample(b, p, x, y);
        }
    }
    return count;
}

// Mean of the samples of a square of 2 * half + 1 around (x, y).
inline double mean_around(const media::Frame& f, int plane, int x, int y, int half) {
    double sum = 0;
    for (int j = y - half; j <= y + half; ++j) {
        for (int i = x - half; i <= x + half; ++i) sum += sample(f, plane, i, j);
    }
    return sum / ((2 * half + 1) * (2 * half + 1));
}

}  // namespace counterclip::faces::test
