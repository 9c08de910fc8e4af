#include "faces/visibility.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "media/samples.h"

namespace counterclip::faces {

namespace {

constexpr double kept_middle = 0.8;
constexpr float textured_from = 3;      // standard deviation, grey levels
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
    std::vector<std::uint8_t> values;
    const std::uint8_t* row(int y) const {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

// What each sample value is shown as.
template <class Sample>
std::vector<std::uint8_t> shown_as(bool full_range) {
    constexpr int unit = media::PlaneOf<Sample>::per_level;
    std::vector<std::uint8_t> levels(std::size_t{256} * unit);
    for (std::size_t s = 0; s < levels.size(); ++s) {
        const double level = static_cast<double>(s) / unit;
        const double seen = full_range ? level : std::clamp((level - 16) * 255 / 219, 0.0, 255.0);
        levels[s] = static_cast<std::uint8_t>(std::clamp(std::nearbyint(seen), 0.0, 255.0));
    }
    return levels;
}

template <class Sample>
const std::vector<std::uint8_t>& levels_of(bool full_range) {
    static const std::array<std::vector<std::uint8_t>, 2> tables{shown_as<Sample>(false), shown_as<Sample>(true)};
    return tables[full_range ? 1 : 0];
}

Grey grey(const media::Frame& frame, Rect r) {
    Grey g{r.width(), r.height(), {}};
    g.values.resize(static_cast<std::size_t>(g.width) * static_cast<std::size_t>(g.height));
    media::with_plane(frame, 0, [&]<class Sample>(media::PlaneOf<Sample> luma) {
        const auto& levels = levels_of<Sample>(frame.colour().full_range);
        auto to = g.values.begin();
        for (int y = r.y0; y < r.y1; ++y) {
            const Sample* from = luma.row(y);
            // Files may hold values above the range of their depth.
            for (int x = r.x0; x < r.x1; ++x) *to++ = levels[std::min<std::size_t>(from[x], levels.size() - 1)];
        }
    });
    return g;
}

// A part of any plane in whole levels of 8 bits.
Grey samples(const media::Frame& frame, int plane, Rect r) {
    Grey g{r.width(), r.height(), {}};
    g.values.resize(static_cast<std::size_t>(g.width) * static_cast<std::size_t>(g.height));
    media::with_plane(frame, plane, [&]<class Sample>(media::PlaneOf<Sample> from) {
        auto to = g.values.begin();
        for (int y = r.y0; y < r.y1; ++y) {
            const Sample* row = from.row(y);
            for (int x = r.x0; x < r.x1; ++x) *to++ = static_cast<std::uint8_t>(std::min(255, row[x] / from.per_level));
        }
    });
    return g;
}

// Two square blocks in the same place, each less its best plane: their energies and product. Exact: sums of whole
// numbers, with coordinates doubled and counted from the middle.
struct Compared {
    double aa = 0;
    double bb = 0;
    double ab = 0;
};

Compared without_planes(const Grey& a, const Grey& b, int x, int y, int side) {
    std::int32_t sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0, across_a = 0, across_b = 0, down_a = 0, down_b = 0;
    std::int32_t squares = 0;
    for (int j = 0; j < side; ++j) {
        const std::uint8_t* p = a.row(y + j) + x;
        const std::uint8_t* q = b.row(y + j) + x;
        std::int32_t row_a = 0, row_b = 0;
        for (int i = 0; i < side; ++i) {
            const std::int32_t u = p[i], v = q[i], centred = 2 * i - (side - 1);
            row_a += u;
            row_b += v;
            aa += u * u;
            bb += v * v;
            ab += u * v;
            across_a += u * centred;
            across_b += v * centred;
        }
        const std::int32_t centred = 2 * j - (side - 1);
        squares += centred * centred;
        sum_a += row_a;
        sum_b += row_b;
        down_a += row_a * centred;
        down_b += row_b * centred;
    }
    const double n = side * side;
    const double k = static_cast<double>(squares) * side;
    const auto left = [&](double product, double s, double t, double su, double tu, double sv, double tv) {
        return product - s * t / n - su * tu / k - sv * tv / k;
    };
    return {left(aa, sum_a, sum_a, across_a, across_a, down_a, down_a),
            left(bb, sum_b, sum_b, across_b, across_b, down_b, down_b),
            left(ab, sum_a, sum_b, across_a, across_b, down_a, down_b)};
}

double mean_difference(const Grey& a, const Grey& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) sum += std::abs(int{a.values[i]} - int{b.values[i]});
    return sum / static_cast<double>(a.values.size());
}

int block_side(const Grey& g) {
    return std::max(4, std::min(16, std::min(g.width, g.height) / 6));
}

bool is_textured(double energy, int side, double from) {
    return std::sqrt(std::max(0.0, energy) / (side * side)) >= from;
}

Blocks blocks_of(const Grey& a, const Grey& b, double texture) {
    const int side = block_side(a);
    Blocks blocks;
    for (int y = 0; y + side <= a.height; y += side) {
        for (int x = 0; x + side <= a.width; x += side) {
            const Compared c = without_planes(a, b, x, y, side);
            if (!is_textured(c.aa, side, texture)) continue;
            ++blocks.textured;
            if (c.bb > 0 && c.ab / std::sqrt(c.aa * c.bb) > follows_from && c.ab / c.aa > strength_from) ++blocks.seen;
        }
    }
    return blocks;
}

// Cells of the coarse grid each way; the largest side of a cell that still averages grain and noise away in a small
// face.
constexpr int most_cells = 8;
constexpr int fewest_cells = 4;
constexpr int least_cell = 4;  // px

// Means on a grid of n by n, less their best a + bx + cy + dx^2 + exy + fy^2.
std::vector<double> off_quadratic(std::vector<double> means, int n) {
    constexpr int terms = 6;
    std::array<std::array<double, terms + 1>, terms> m{};
    const auto basis = [n](int column, int row) {
        const double x = 2.0 * column / (n - 1) - 1, y = 2.0 * row / (n - 1) - 1;
        return std::array<double, terms>{1, x, y, x * x, x * y, y * y};
    };
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const auto t = basis(column, row);
            for (std::size_t i = 0; i < terms; ++i) {
                for (std::size_t j = 0; j < terms; ++j) m[i][j] += t[i] * t[j];
                m[i][terms] += t[i] * means[static_cast<std::size_t>(row * n + column)];
            }
        }
    for (std::size_t i = 0; i < terms; ++i)  // Gauss; the grid makes the matrix positive definite
        for (std::size_t r = 0; r < terms; ++r) {
            if (r == i) continue;
            const double f = m[r][i] / m[i][i];
            for (std::size_t c = i; c <= terms; ++c) m[r][c] -= f * m[i][c];
        }
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const auto t = basis(column, row);
            for (std::size_t i = 0; i < terms; ++i)
                means[static_cast<std::size_t>(row * n + column)] -= t[i] * m[i][terms] / m[i][i];
        }
    return means;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

float deviation(const std::vector<double>& off) {
    return static_cast<float>(std::sqrt(product(off, off) / static_cast<double>(off.size())));
}

// Levels from which a coarse shape is one: a face has more, sky and walls less.
constexpr float shape_from = 3;
constexpr float colour_from = 1;

bool follows(const std::vector<double>& source, const std::vector<double>& output, float from) {
    if (deviation(source) < from) return false;
    const double aa = product(source, source), bb = product(output, output), ab = product(source, output);
    return bb > 0 && ab / std::sqrt(aa * bb) > follows_from && ab / aa > strength_from;
}

int cells_for(const Grey& g) {
    return std::clamp(std::min(g.width, g.height) / least_cell, fewest_cells, most_cells);
}

std::vector<double> cell_means(const Grey& g, int n) {
    std::vector<double> means;
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const int x0 = g.width * column / n, x1 = g.width * (column + 1) / n;
            const int y0 = g.height * row / n, y1 = g.height * (row + 1) / n;
            std::int64_t sum = 0;
            for (int y = y0; y < y1; ++y)
                for (int x = x0; x < x1; ++x) sum += g.row(y)[x];
            means.push_back(static_cast<double>(sum) / std::max(1, (x1 - x0) * (y1 - y0)));
        }
    return means;
}

}  // namespace

bool has_texture(const media::Frame& source, Box box) {
    const Rect part = middle(box, source.width(), source.height());
    if (part.width() <= 0 || part.height() <= 0) return false;
    const Grey g = grey(source, part);
    const int side = block_side(g);
    for (int y = 0; y + side <= g.height; y += side) {
        for (int x = 0; x + side <= g.width; x += side) {
            if (is_textured(without_planes(g, g, x, y, side).aa, side, textured_from)) return true;
        }
    }
    return false;
}

Blocks visible_blocks(const media::Frame& source, const media::Frame& output, Box box, float texture) {
    const Rect part = middle(box, source.width(), source.height());
    if (part.width() <= 0 || part.height() <= 0) return {};
    return blocks_of(grey(source, part), grey(output, part), texture);
}

float visible_share(const media::Frame& source, const media::Frame& output, Box box) {
    const Rect part = middle(box, source.width(), source.height());
    if (part.width() <= 0 || part.height() <= 0) return 0;
    const Grey a = grey(source, part), b = grey(output, part);
    const Blocks blocks = blocks_of(a, b, textured_from);
    if (blocks.textured == 0) return mean_difference(a, b) < same_below ? 1.0F : 0.0F;
    return static_cast<float>(blocks.seen) / static_cast<float>(blocks.textured);
}

float relief(const media::Frame& picture, Box box) {
    const Rect part = middle(box, picture.width(), picture.height());
    if (part.width() < fewest_cells || part.height() < fewest_cells) return 0;
    const Grey g = grey(picture, part);
    const int n = cells_for(g);
    return deviation(off_quadratic(cell_means(g, n), n));
}

float relief(const media::Frame& picture, const media::Frame& other, Box box) {
    const Rect part = middle(box, picture.width(), picture.height());
    if (part.width() < fewest_cells || part.height() < fewest_cells) return 0;
    const Grey a = grey(picture, part), b = grey(other, part);
    const int n = cells_for(a);
    auto means = cell_means(a, n);
    const auto less = cell_means(b, n);
    for (std::size_t i = 0; i < means.size(); ++i) means[i] -= less[i];
    return deviation(off_quadratic(std::move(means), n));
}

bool follows_coarsely(const media::Frame& source, const media::Frame& output, Box box) {
    const Rect part = middle(box, source.width(), source.height());
    if (part.width() < 2 * fewest_cells || part.height() < 2 * fewest_cells) return false;
    const auto shape = [&](const Grey& g, int n) { return off_quadratic(cell_means(g, n), n); };
    const Grey a = grey(source, part), b = grey(output, part);
    const int n = cells_for(a);
    if (follows(shape(a, n), shape(b, n), shape_from)) return true;
    for (const int plane : {1, 2}) {
        const Rect half{part.x0 / 2, part.y0 / 2, part.x1 / 2, part.y1 / 2};
        const Grey u = samples(source, plane, half), v = samples(output, plane, half);
        const int cells = cells_for(u);
        if (follows(shape(u, cells), shape(v, cells), colour_from)) return true;
    }
    return false;
}

}  // namespace counterclip::faces
