#include "puppet/head_shape.h"

#include <array>
#include <cmath>
#include <numbers>

namespace counterclip::puppet {
namespace {

struct Row {
    double y;
    Slice slice;
};
constexpr std::array rows{
    Row{-1.00, {0.00, 0.00, -0.05}}, Row{-0.97, {0.25, 0.28, -0.05}}, Row{-0.90, {0.43, 0.50, -0.05}},
    Row{-0.80, {0.57, 0.67, -0.05}}, Row{-0.65, {0.67, 0.81, -0.06}}, Row{-0.45, {0.735, 0.90, -0.08}},
    Row{-0.20, {0.76, 0.93, -0.08}}, Row{0.05, {0.755, 0.90, -0.05}}, Row{0.25, {0.73, 0.82, 0.01}},
    Row{0.45, {0.68, 0.72, 0.09}},   Row{0.60, {0.61, 0.62, 0.17}},   Row{0.75, {0.50, 0.50, 0.26}},
    Row{0.87, {0.37, 0.36, 0.36}},   Row{0.95, {0.24, 0.22, 0.43}},   Row{0.99, {0.11, 0.10, 0.46}},
    Row{1.00, {0.00, 0.00, 0.47}},
};

struct Bulge {
    double y;
    double out;
};
constexpr std::array profile{
    Bulge{-0.50, 0.00}, Bulge{-0.20, 0.04}, Bulge{-0.05, 0.00}, Bulge{0.10, 0.10}, Bulge{0.27, 0.23},
    Bulge{0.33, 0.19},  Bulge{0.38, 0.05},  Bulge{0.46, 0.06},  Bulge{0.51, 0.10}, Bulge{0.56, 0.05},
    Bulge{0.62, 0.09},  Bulge{0.69, 0.02},  Bulge{0.82, 0.08},  Bulge{0.93, 0.06}, Bulge{1.00, 0.00},
};

double mix(double a, double b, double t) noexcept {
    return a + (b - a) * t;
}

// The cubic from (0, a) to (1, b) that leaves and arrives with the given slopes.
double hermite(double a, double slope_a, double b, double slope_b, double t) noexcept {
    const double tt = t * t, ttt = tt * t;
    return a * (2 * ttt - 3 * tt + 1) + slope_a * (ttt - 2 * tt + t) + b * (3 * tt - 2 * ttt) + slope_b * (ttt - tt);
}

constexpr int steps = 512;
struct Table {
    std::array<Slice, steps + 1> slices;
    std::array<double, steps + 1> bulges;
};

Table tabulated() noexcept {
    Table table;
    for (int i = 0; i <= steps; ++i) {
        const double y = -1.0 + 2.0 * i / steps;
        std::size_t r = 1;
        while (r + 1 < rows.size() && rows[r].y < y) ++r;
        const auto along = [&](double Slice::*part) {
            const auto value = [&](std::size_t row) { return rows[row].slice.*part; };
            const auto slope = [&](std::size_t row) {
                const std::size_t before = row > 0 ? row - 1 : row, after = std::min(row + 1, rows.size() - 1);
                return (value(after) - value(before)) / (rows[after].y - rows[before].y);
            };
            const double wide = rows[r].y - rows[r - 1].y, t = (y - rows[r - 1].y) / wide;
            return hermite(value(r - 1), slope(r - 1) * wide, value(r), slope(r) * wide, t);
        };
        table.slices[static_cast<std::size_t>(i)] = {along(&Slice::half_width), along(&Slice::half_depth),
                                                     along(&Slice::forward)};
        double out = 0;
        for (std::size_t p = 1; p < profile.size(); ++p) {
            if (profile[p - 1].y <= y && y <= profile[p].y) {
                const double s = (y - profile[p - 1].y) / (profile[p].y - profile[p - 1].y);
                out = mix(profile[p - 1].out, profile[p].out, s * s * (3 - 2 * s));
            }
        }
        table.bulges[static_cast<std::size_t>(i)] = out;
    }
    return table;
}

const Table& table() noexcept {
    static const Table made = tabulated();
    return made;
}

std::size_t step_of(double y) noexcept {
    return static_cast<std::size_t>(std::lround((y + 1) * (steps / 2.0)));
}

}  // namespace

Slice slice_at(double y) noexcept {
    if (!(y >= -1 && y <= 1)) return {};
    return table().slices[step_of(y)];
}

double profile_at(double y) noexcept {
    if (!(y >= -1 && y <= 1)) return 0;
    return table().bulges[step_of(y)];
}

double nose_at(double x, double y) noexcept {
    if (y < -0.05 || y > 0.40) return 0;
    const double wide = 0.08 + 0.09 * (y + 0.05) / 0.45;
    const double t = x / wide;
    return t * t < 1 ? profile_at(y) * (1 - t * t) : 0;
}

Point3 surface(double x, double y) noexcept {
    const Slice s = slice_at(y);
    const double t = s.half_width > 0 ? std::clamp(x / s.half_width, -1.0, 1.0) : 0;
    return {x, y, s.forward + s.half_depth * std::sqrt(1 - t * t)};
}

Point3 seen(const HeadPose& pose, Point3 p) noexcept {
    const double cy = std::cos(pose.yaw), sy = std::sin(pose.yaw);
    const double x = p.x * cy + p.z * sy;
    const double near = p.z * cy - p.x * sy;
    const double cp = std::cos(pose.pitch), sp = std::sin(pose.pitch);
    const double y = p.y * cp + near * sp;
    const double cr = std::cos(pose.roll), sr = std::sin(pose.roll);
    return {pose.x + pose.unit * (x * cr - y * sr), pose.y + pose.unit * (x * sr + y * cr), near * cp - p.y * sp};
}

Extent face_extent(const HeadPose& pose) noexcept {
    // Not quite the ears and not quite the hair: where detectors and people draw the box.
    constexpr double forehead = -0.60, chin = 0.96, ear = 72 * std::numbers::pi / 180;
    Extent e{1e9, 1e9, -1e9, -1e9};
    const auto take = [&](Point3 p) {
        e.left = std::min(e.left, p.x);
        e.right = std::max(e.right, p.x);
        e.top = std::min(e.top, p.y);
        e.bottom = std::max(e.bottom, p.y);
    };
    constexpr int levels = 26, steps_aside = 8;
    for (int level = 0; level <= levels; ++level) {
        const double y = forehead + (chin - forehead) * level / levels;
        const Slice s = slice_at(y);
        for (int i = -steps_aside; i <= steps_aside; ++i) {
            const double along = ear * i / steps_aside;
            const Point3 p =
                seen(pose, {s.half_width * std::sin(along), y, s.forward + s.half_depth * std::cos(along)});
            if (p.z > -0.05) take(p);
        }
    }
    take(seen(pose, {0, 0.28, surface(0, 0.28).z + profile_at(0.28)}));  // the nose's tip stands out in profile
    return e;
}

}  // namespace counterclip::puppet
