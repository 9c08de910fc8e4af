#include "faces/obscure_rim.h"

#include <cmath>
#include <cstring>
#include <numbers>

namespace counterclip::faces {

namespace {

constexpr std::size_t rays_a_cell = 4;
constexpr std::size_t steps_a_ray = 8;
constexpr float band = 0.16F;        // of the ellipse, outwards
constexpr float narrowest_band = 4;  // px

using CellsKnown = std::array<bool, rim_cells>;

template <class Sample>
struct View {
    media::ConstPlane plane;
    bool has(int x, int y) const { return x >= 0 && y >= 0 && x < plane.width && y < plane.height; }
    int at(int x, int y) const {
        Sample s;
        std::memcpy(&s, plane.data + y * plane.stride + x * static_cast<std::ptrdiff_t>(sizeof(Sample)), sizeof s);
        return s;
    }
};

struct Direction {
    float cos, sin;
};

const std::array<Direction, rim_cells * rays_a_cell>& directions() {
    static const auto table = [] {
        std::array<Direction, rim_cells * rays_a_cell> t;
        for (std::size_t i = 0; i < t.size(); ++i) {
            const double angle = 2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(t.size());
            t[i] = {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))};
        }
        return t;
    }();
    return table;
}

// The point at r times the ellipse in a direction, in px of luma.
struct Aim {
    Ellipse e;
    float cos, sin;
    explicit Aim(const Ellipse& ellipse) : e(ellipse), cos(std::cos(ellipse.angle)), sin(std::sin(ellipse.angle)) {}
    std::pair<int, int> at(Direction d, float r, int step) const {
        const float u = e.rx * r * d.cos;
        const float v = e.ry * r * d.sin;
        const auto whole = [step](float p) {
            return static_cast<int>(std::floor(std::clamp(p, -1e6F, 1e6F) / static_cast<float>(step)));
        };
        return {whole(e.cx + u * cos - v * sin), whole(e.cy + u * sin + v * cos)};
    }
};

// Few numbers, each a mean: their mean without the largest and the smallest, so that one bright lamp makes no streak.
float robust_mean(std::array<float, rays_a_cell>& means, int count) {
    if (count <= 2) return count == 1 ? means[0] : (means[0] + means[1]) / 2;
    std::sort(means.begin(), means.begin() + count);
    float sum = 0;
    for (int i = 1; i < count - 1; ++i) sum += means[static_cast<std::size_t>(i)];
    return sum / static_cast<float>(count - 2);
}

// Fills the cells that are not known from the nearest known ones on both sides. False when none is known.
bool bridge(RimLine& line, const CellsKnown& known) {
    const auto first = std::find(known.begin(), known.end(), true);
    if (first == known.end()) return false;
    const auto start = static_cast<std::size_t>(first - known.begin());
    std::size_t last = start;
    for (std::size_t step = 1; step <= rim_cells; ++step) {
        const std::size_t here = start + step;  // runs once around, back to the first known cell
        if (!known[here % rim_cells]) continue;
        const float from = line[last % rim_cells];
        const float to = line[here % rim_cells];
        for (std::size_t i = last + 1; i < here; ++i) {
            const float t = static_cast<float>(i - last) / static_cast<float>(here - last);
            line[i % rim_cells] = from + t * (to - from);
        }
        last = here;
    }
    return true;
}

template <class Sample>
class Surroundings {
  public:
    Surroundings(const media::Frame& frame, const Shape& shape, const std::vector<Shape>& shapes)
        : frame_(frame),
          shapes_(shapes),
          aim_(shape.ellipse),
          width_(std::max(band, narrowest_band / std::min(shape.ellipse.rx, shape.ellipse.ry))) {}

    bool measure(int plane, RimLine& line) const {
        const View<Sample> view{frame_.plane(plane)};
        CellsKnown known{};
        for (std::size_t cell = 0; cell < rim_cells; ++cell) {
            std::array<float, rays_a_cell> means{};
            int count = 0;
            for (std::size_t ray = 0; ray < rays_a_cell; ++ray) {
                int sum = 0;
                std::size_t seen = 0;
                along(directions()[cell * rays_a_cell + ray], plane, view, [&](int x, int y) {
                    sum += view.at(x, y);
                    ++seen;
                });
                if (seen >= steps_a_ray / 4) {
                    means[static_cast<std::size_t>(count++)] = static_cast<float>(sum) / static_cast<float>(seen);
                }
            }
            known[cell] = count >= 1;
            if (known[cell]) line[cell] = robust_mean(means, count);
        }
        return bridge(line, known);
    }

    // Second differences along rows: texture and edges make the large ones, so only the smaller 60 % are believed.
    std::optional<float> noise(float unit) const {
        const View<Sample> view{frame_.plane(0)};
        std::array<int, rim_cells * steps_a_ray * 2> differences;
        std::size_t count = 0;
        for (std::size_t ray = 0; ray < directions().size(); ray += 2) {
            along(directions()[ray], 0, view, [&](int x, int y) {
                if (!readable(view, 0, x - 1, y) || !readable(view, 0, x + 1, y)) return;
                differences[count++] = std::abs(2 * view.at(x, y) - view.at(x - 1, y) - view.at(x + 1, y));
            });
        }
        const std::size_t smaller = count * 6 / 10;
        if (smaller < 32) return std::nullopt;
        const auto end = differences.begin() + static_cast<std::ptrdiff_t>(smaller);
        std::nth_element(differences.begin(), end, differences.begin() + static_cast<std::ptrdiff_t>(count));
        double sum = 0;
        for (auto d = differences.begin(); d != end; ++d) sum += *d;
        // Mean of the smaller 60 % of |N(0,1)| is 0.3966; 2a - b - c has sqrt(6) times the deviation of one.
        return static_cast<float>(sum / static_cast<double>(smaller) / (0.3966 * 2.4495)) / unit;
    }

  private:
    bool readable(const View<Sample>& view, int plane, int x, int y) const {
        return view.has(x, y) && !is_hidden(shapes_, plane, x, y);
    }

    template <class See>
    void along(Direction direction, int plane, const View<Sample>& view, See see) const {
        for (std::size_t step = 0; step < steps_a_ray; ++step) {
            const float r = 1 + width_ * (static_cast<float>(step) + 0.5F) / steps_a_ray;
            const auto [x, y] = aim_.at(direction, r, plane == 0 ? 1 : 2);
            if (readable(view, plane, x, y)) see(x, y);
        }
    }

    const media::Frame& frame_;
    const std::vector<Shape>& shapes_;
    Aim aim_;
    float width_;
};

template <class Sample>
Rim measure(const media::Frame& frame, const Levels& levels, const Shape& shape, const std::vector<Shape>& shapes) {
    const Surroundings<Sample> around(frame, shape, shapes);
    Rim rim;
    rim.known = around.measure(0, rim.line[0]) && around.measure(1, rim.line[1]) && around.measure(2, rim.line[2]);
    if (const auto noise = around.noise(levels.unit)) {
        rim.noise_known = true;
        rim.noise = *noise;
    }
    return rim;
}

float mean_change(const RimLine& a, const RimLine& b) {
    float sum = 0;
    for (std::size_t i = 0; i < rim_cells; ++i) sum += std::abs(a[i] - b[i]);
    return sum / rim_cells;
}

}  // namespace

Rim measure_rim(const media::Frame& frame, const Levels& levels, const Shape& shape, const std::vector<Shape>& shapes) {
    return frame.format() == media::PixelFormat::yuv420p8 ? measure<std::uint8_t>(frame, levels, shape, shapes)
                                                          : measure<std::uint16_t>(frame, levels, shape, shapes);
}

void follow(Rim& kept, const Rim& seen, float share, const Levels& levels) {
    if (seen.noise_known) {
        kept.noise = kept.noise_known ? kept.noise + share * (seen.noise - kept.noise) : seen.noise;
        kept.noise_known = true;
    }
    if (!seen.known) return;
    if (!kept.known) {
        kept.line = seen.line;
        kept.known = true;
        return;
    }
    constexpr float great = 28;  // mean change of luma in 8-bit steps at which the past says nothing
    const float change = mean_change(kept.line[0], seen.line[0]) / levels.unit / great;
    const float by = std::min(1.0F, share + change);
    for (std::size_t p = 0; p < 3; ++p) {
        for (std::size_t i = 0; i < rim_cells; ++i) kept.line[p][i] += by * (seen.line[p][i] - kept.line[p][i]);
    }
}

}  // namespace counterclip::faces
