#include "faces/obscure_blocks.h"

#include <cmath>
#include <cstring>

#include "faces/obscure_grain.h"

namespace counterclip::faces {

namespace {

constexpr int blocks_across = 5;
constexpr float block_noise = 7;     // largest change of a block's luma, 8-bit steps; half of it for chroma
constexpr float blur_size = 0.125F;  // sigma as a share of the mask's mean diameter
constexpr int most_cells = 64;

struct Area {
    int x0, y0, x1, y1;
};

// Mean of the samples of the area that lie in the plane; an area beyond the edge takes the nearest ones.
template <class Sample>
float mean(const media::ConstPlane& plane, Area a) {
    const int x0 = std::clamp(a.x0, 0, plane.width - 1), x1 = std::clamp(a.x1, x0 + 1, plane.width);
    const int y0 = std::clamp(a.y0, 0, plane.height - 1), y1 = std::clamp(a.y1, y0 + 1, plane.height);
    std::int64_t sum = 0;
    for (int y = y0; y < y1; ++y) {
        const auto* const row = reinterpret_cast<const Sample*>(plane.data + y * plane.stride);
        for (int x = x0; x < x1; ++x) sum += row[x];
    }
    return static_cast<float>(static_cast<double>(sum) / (static_cast<double>(x1 - x0) * (y1 - y0)));
}

float mean(const media::Frame& frame, int plane, Area area) {
    return frame.format() == media::PixelFormat::yuv420p8 ? mean<std::uint8_t>(frame.plane(plane), area)
                                                          : mean<std::uint16_t>(frame.plane(plane), area);
}

std::vector<float> bell(float sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    std::vector<float> weights;
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        const float t = static_cast<float>(i) / std::max(sigma, 0.1F);
        weights.push_back(std::exp(-t * t / 2));
        sum += weights.back();
    }
    for (float& w : weights) w /= sum;
    return weights;
}

// One line of `count` values, `stride` apart; the ends are continued.
void convolve(float* line, int count, std::ptrdiff_t stride, const std::vector<float>& weights) {
    std::vector<float> out(static_cast<std::size_t>(count));
    const int reach = static_cast<int>(weights.size() / 2);
    for (int i = 0; i < count; ++i) {
        float sum = 0;
        for (int k = -reach; k <= reach; ++k) {
            sum += weights[static_cast<std::size_t>(k) + static_cast<std::size_t>(reach)] *
                   line[std::clamp(i + k, 0, count - 1) * stride];
        }
        out[static_cast<std::size_t>(i)] = sum;
    }
    for (int i = 0; i < count; ++i) line[i * stride] = out[static_cast<std::size_t>(i)];
}

// Cells of the mosaic hang on the mask's centre: they move with it and do not crawl over it.
struct Mosaic {
    int cell;       // px of luma, a multiple of 4
    int left, top;  // px of luma of the block in the middle

    explicit Mosaic(const Ellipse& e)
        : cell(4 * static_cast<int>(std::ceil(2 * std::min({e.rx, e.ry, 1e5F}) / blocks_across / 4))),
          left(around(e.cx)),
          top(around(e.cy)) {}

    int around(float centre) const {
        return 2 * static_cast<int>(std::lround(std::clamp(centre, -1e6F, 1e6F) / 2)) - cell / 2;
    }
    // Index of the block that holds a px, 0 in the middle of the mask.
    static int index(int px, int middle, int cell) {
        return static_cast<int>(std::floor(static_cast<double>(px - middle) / cell));
    }
};

}  // namespace

void pixelate(Fill& fill, const media::Frame& frame, int plane, const Shape& shape, const Levels& levels,
              std::uint64_t seed) {
    const Mosaic mosaic(shape.ellipse);
    lay_grid(fill, shape, 0, most_cells);
    const int cell = mosaic.cell;
    const int first_column = Mosaic::index(fill.left, mosaic.left, cell);
    const int first_row = Mosaic::index(fill.top, mosaic.top, cell);
    const int right = fill.left + fill.columns * fill.cell, bottom = fill.top + fill.rows * fill.cell;
    const int step = plane == 0 ? 1 : 2;
    fill.blocks = true;
    fill.columns = Mosaic::index(right, mosaic.left, cell) - first_column + 1;
    fill.rows = Mosaic::index(bottom, mosaic.top, cell) - first_row + 1;
    fill.left = (mosaic.left + first_column * cell) / step;
    fill.top = (mosaic.top + first_row * cell) / step;
    fill.cell = cell / step;
    fill.values.clear();

    const float most = block_noise * levels.unit * (plane == 0 ? 1.0F : 0.5F);
    const auto noise = [&](int i, int j) {
        const auto word = [](int n) { return static_cast<std::uint64_t>(static_cast<std::int64_t>(n)); };
        const auto bits = mixed(mixed(seed + static_cast<std::uint64_t>(plane), word(i)), word(j));
        return (static_cast<float>(bits >> 40) / 8388608.0F - 1) * most;  // 24 bits to -1..1
    };
    for (int j = 0; j < fill.rows; ++j) {
        for (int i = 0; i < fill.columns; ++i) {
            const int x = fill.left + i * fill.cell, y = fill.top + j * fill.cell;
            fill.values.push_back(mean(frame, plane, {x, y, x + fill.cell, y + fill.cell}) +
                                  noise(first_column + i, first_row + j));
        }
    }
}

void blur(Fill& fill, const media::Frame& frame, int plane, const Shape& shape) {
    lay_grid(fill, shape, plane, most_cells);
    const int across = fill.nodes_across(), down = fill.nodes_down();
    const int half = fill.cell / 2;
    for (int j = 0; j < down; ++j) {
        for (int i = 0; i < across; ++i) {
            const int x = fill.left + (i - 1) * fill.cell, y = fill.top + (j - 1) * fill.cell;
            fill.values[static_cast<std::size_t>(j) * static_cast<std::size_t>(across) + static_cast<std::size_t>(i)] =
                mean(frame, plane, {x - half, y - half, x + half, y + half});
        }
    }
    const float step = plane == 0 ? 1 : 2;
    const float sigma = blur_size * (shape.ellipse.rx + shape.ellipse.ry) / step / static_cast<float>(fill.cell);
    const std::vector<float> weights = bell(sigma);
    for (int j = 0; j < down; ++j)
        convolve(fill.values.data() + static_cast<std::ptrdiff_t>(j) * across, across, 1, weights);
    for (int i = 0; i < across; ++i) convolve(fill.values.data() + i, down, across, weights);
}

}  // namespace counterclip::faces
