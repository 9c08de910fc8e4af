#include "faces/obscure_veil.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace counterclip::faces {

namespace {

constexpr int harmonics = 10;
constexpr float fade = 4.5F;         // harmonic at which the rim's detail is down to exp(-1/2)
constexpr float rim_radius = 1.08F;  // the middle of the band in which the rim was measured, in units of the ellipse
constexpr int most_cells = 44;       // on the longer side of the grid

constexpr float presence_chroma = 0.85F;   // how far the tone replaces the fill's colour in the very middle
constexpr float presence_luma = 0.45F;     // and its light
constexpr float presence_lift = 0.06F;     // a little lighter than what is around it, as a share of the luma range
constexpr float darkest_presence = 0.20F;  // luma shares between which a presence is drawn in any scene
constexpr float lightest_presence = 0.68F;

struct Harmonic {
    float a = 0;  // of cos
    float b = 0;  // of sin
};
using Series = std::array<Harmonic, harmonics + 1>;  // [0].a is the mean

// Cosines and sines of the half steps around the rim: entry n is the angle n * pi / rim_cells.
struct Circle {
    std::array<float, 2 * rim_cells> cos, sin;
    Circle() {
        for (std::size_t n = 0; n < cos.size(); ++n) {
            const double angle = std::numbers::pi * static_cast<double>(n) / rim_cells;
            cos[n] = static_cast<float>(std::cos(angle));
            sin[n] = static_cast<float>(std::sin(angle));
        }
    }
};

Series series_of(const RimLine& line) {
    static const Circle circle;
    Series s;
    for (std::size_t k = 0; k <= harmonics; ++k) {
        float a = 0, b = 0;
        for (std::size_t i = 0; i < rim_cells; ++i) {
            const std::size_t n = (2 * i + 1) * k % (2 * rim_cells);  // k times the middle of cell i
            a += line[i] * circle.cos[n];
            b += line[i] * circle.sin[n];
        }
        const float order = static_cast<float>(k) / fade;
        const float keep = (k == 0 ? 1.0F : 2.0F) / rim_cells * std::exp(-order * order / 2);
        s[k] = {a * keep, b * keep};
    }
    return s;
}

// One row of nodes on the disc.
struct NodeRow {
    std::vector<float> u, v;      // place on the rim's disc, |(u, v)| <= 1
    std::vector<float> pu, pv;    // its k-th power
    std::vector<float> presence;  // 0 at the ellipse's rim and outside, 1 in its middle
    explicit NodeRow(std::size_t n) : u(n), v(n), pu(n), pv(n), presence(n) {}
};

void place_nodes(NodeRow& row, const Fill& luma, const Ellipse& e, std::size_t j) {
    const float cos = std::cos(e.angle), sin = std::sin(e.angle);
    const float dy = static_cast<float>(luma.top + (static_cast<int>(j) - 1) * luma.cell) - e.cy;
    for (std::size_t i = 0; i < row.u.size(); ++i) {
        const float dx = static_cast<float>(luma.left + (static_cast<int>(i) - 1) * luma.cell) - e.cx;
        const float u = (dx * cos + dy * sin) / e.rx;
        const float v = (dy * cos - dx * sin) / e.ry;
        const float r2 = u * u + v * v;
        const float onto = 1 / std::max(rim_radius, std::sqrt(r2));
        row.u[i] = u * onto;
        row.v[i] = v * onto;
        const float inwards = std::max(0.0F, 1 - r2);
        row.presence[i] = inwards * std::sqrt(inwards);
    }
}

// Adds each plane's series at the nodes of a row to `out`.
void evaluate(NodeRow& row, const std::array<Series, 3>& series, const std::array<float*, 3>& out) {
    const std::size_t n = row.u.size();
    for (std::size_t p = 0; p < 3; ++p) std::fill_n(out[p], n, series[p][0].a);
    std::fill(row.pu.begin(), row.pu.end(), 1.0F);
    std::fill(row.pv.begin(), row.pv.end(), 0.0F);
    float* const pu = row.pu.data();
    float* const pv = row.pv.data();
    for (std::size_t k = 1; k <= harmonics; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            const float u = pu[i] * row.u[i] - pv[i] * row.v[i];
            pv[i] = pu[i] * row.v[i] + pv[i] * row.u[i];
            pu[i] = u;
        }
        for (std::size_t p = 0; p < 3; ++p) {
            const Harmonic h = series[p][k];
            float* const to = out[p];
            for (std::size_t i = 0; i < n; ++i) to[i] += h.a * pu[i] + h.b * pv[i];
        }
    }
}

// A soft presence in the scene's light: its luma follows the mean around the mask, within what reads as a person.
struct Presence {
    Tint tint;
    float light = 0;  // luma in its middle
    float black = 0;
    float chroma_mid = 0;

    void lay_over(const NodeRow& row, const std::array<float*, 3>& to) const {
        for (std::size_t i = 0; i < row.presence.size(); ++i) {
            const float here = row.presence[i];
            to[0][i] += presence_luma * here * (light - to[0][i]);
            const float above = std::max(0.0F, to[0][i] - black);
            to[1][i] += presence_chroma * here * (chroma_mid + tint.cb * above - to[1][i]);
            to[2][i] += presence_chroma * here * (chroma_mid + tint.cr * above - to[2][i]);
        }
    }
};

}  // namespace

void weave_veil(std::array<Fill, 3>& fills, const Shape& shape, const Rim& rim, Tone tone, const Levels& levels) {
    if (!rim.known) {
        lay_flat(fills, shape, neutral_grey(levels));
        return;
    }
    for (int p = 0; p < 3; ++p) lay_grid(fills[static_cast<std::size_t>(p)], shape, p, most_cells);
    const std::array<Series, 3> series{series_of(rim.line[0]), series_of(rim.line[1]), series_of(rim.line[2])};
    const Presence presence{
        .tint = tint_of(tone, levels),
        .light = std::clamp(series[0][0].a + presence_lift * (levels.white - levels.black),
                            luma(levels, darkest_presence), luma(levels, lightest_presence)),
        .black = levels.black,
        .chroma_mid = levels.chroma_mid,
    };
    const auto across = static_cast<std::size_t>(fills[0].nodes_across());
    NodeRow row(across);
    for (std::size_t j = 0; j < static_cast<std::size_t>(fills[0].nodes_down()); ++j) {
        const auto at = [&](std::size_t p) { return fills[p].values.data() + j * across; };
        const std::array<float*, 3> out{at(0), at(1), at(2)};
        place_nodes(row, fills[0], shape.ellipse, j);
        evaluate(row, series, out);
        if (tone != Tone::none) presence.lay_over(row, out);
    }
}

}  // namespace counterclip::faces
