#include "faces/visibility.h"

#include <cmath>
#include <cstring>

namespace counterclip::faces {

namespace {

constexpr double kept_middle = 0.8;
constexpr double textured_from = 3;     // standard deviation, grey levels
constexpr double follows_from = 0.7;    // correlation
constexpr double strength_from = 0.25;  // of the source's
constexpr double same_below = 4;        // mean difference, grey levels

struct Rect {
    int x0, y0, x1, y1;
    int width() const { return x1 - x0; }
    int height() const { return y1 - y0; }
};

// Halves to even, as Python rounds.
int rounded(double v) {
    return static_cast<int>(std::nearbyint(std::clamp(v, -1e6, 1e6)));
}

Rect middle(Box box, int width, int height) {
    const double w = box.w, h = box.h;
    const double x0 = box.x + w * (1 - kept_middle) / 2;
    const double y0 = box.y + h * (1 - kept_middle) / 2;
    return {std::max(0, rounded(x0)), std::max(0, rounded(y0)), std::min(width, rounded(x0 + w * kept_middle)),
            std::min(height, rounded(y0 + h * kept_middle))};
}

// Whole grey levels, 0 to 255, of a part of the luma plane, as a player would show them.
struct Grey {
    int width = 0;
    int height = 0;
    std::vector<double> values;
    double at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

template <class Sample>
Grey grey(const media::Frame& frame, Rect r) {
    const media::ConstPlane luma = frame.plane(0);
    const double unit = sizeof(Sample) == 1 ? 1 : 4;
    const bool full = frame.colour().full_range;
    Grey g{r.width(), r.height(), {}};
    g.values.reserve(static_cast<std::size_t>(g.width) * static_cast<std::size_t>(g.height));
    for (int y = r.y0; y < r.y1; ++y) {
        for (int x = r.x0; x < r.x1; ++x) {
            Sample s;
            std::memcpy(&s, luma.data + y * luma.stride + x * static_cast<std::ptrdiff_t>(sizeof s), sizeof s);
            const double level = s / unit;
            g.values.push_back(std::nearbyint(full ? level : std::clamp((level - 16) * 255 / 219, 0.0, 255.0)));
        }
    }
    return g;
}

Grey grey(const media::Frame& frame, Rect r) {
    return frame.format() == media::PixelFormat::yuv420p8 ? grey<std::uint8_t>(frame, r)
                                                          : grey<std::uint16_t>(frame, r);
}

// The square block at (x, y) less its best plane.
std::vector<double> without_plane(const Grey& g, int x, int y, int side) {
    std::vector<double> block;
    double sum = 0;
    for (int j = 0; j < side; ++j) {
        for (int i = 0; i < side; ++i) {
            block.push_back(g.at(x + i, y + j));
            sum += block.back();
        }
    }
    const double mean = sum / (side * side);
    const double centre = (side - 1) / 2.0;
    double squares = 0, across = 0, down = 0;
    auto value = block.begin();
    for (int j = 0; j < side; ++j) {
        squares += (j - centre) * (j - centre);
        for (int i = 0; i < side; ++i) {
            const double d = *value++ - mean;
            across += d * (i - centre);
            down += d * (j - centre);
        }
    }
    across /= squares * side;
    down /= squares * side;
    value = block.begin();
    for (int j = 0; j < side; ++j) {
        for (int i = 0; i < side; ++i) {
            *value++ -= mean + down * (j - centre) + across * (i - centre);
        }
    }
    return block;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

double mean_difference(const Grey& a, const Grey& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) sum += std::abs(a.values[i] - b.values[i]);
    return sum / static_cast<double>(a.values.size());
}

}  // namespace

float visible_share(const media::Frame& source, const media::Frame& output, Box box) {
    const Rect part = middle(box, source.width(), source.height());
    if (part.width() <= 0 || part.height() <= 0) return 0;
    const Grey a = grey(source, part), b = grey(output, part);
    const int side = std::max(4, std::min(16, std::min(a.width, a.height) / 6));
    int seen = 0, textured = 0;
    for (int y = 0; y + side <= a.height; y += side) {
        for (int x = 0; x + side <= a.width; x += side) {
            const std::vector<double> p = without_plane(a, x, y, side);
            const double pp = dot(p, p);
            if (std::sqrt(pp / (side * side)) < textured_from) continue;
            ++textured;
            const std::vector<double> q = without_plane(b, x, y, side);
            const double pq = dot(p, q), qq = dot(q, q);
            if (qq > 0 && pq / std::sqrt(pp * qq) > follows_from && pq / pp > strength_from) ++seen;
        }
    }
    if (textured == 0) return mean_difference(a, b) < same_below ? 1.0F : 0.0F;
    return static_cast<float>(seen) / static_cast<float>(textured);
}

}  // namespace counterclip::faces
