#include "faces/obscure_shape.h"

#include <cmath>

namespace counterclip::faces {

namespace {

struct Form {  // r^2 = a dx^2 + 2 b dx dy + c dy^2
    double a, b, c;
};

Form form_of(const Ellipse& e) noexcept {
    const double s = std::sin(static_cast<double>(e.angle));
    const double k = std::cos(static_cast<double>(e.angle));
    const double p = 1 / (static_cast<double>(e.rx) * e.rx);
    const double q = 1 / (static_cast<double>(e.ry) * e.ry);
    return {k * k * p + s * s * q, k * s * (p - q), s * s * p + k * k * q};
}

// Columns of one row whose centres have r <= reach; clipped to 0..width.
Span columns(const Form& f, double cx, double dy, double reach, int width) noexcept {
    const double mid = -f.b * dy / f.a;
    const double left = reach * reach - (f.c - f.b * f.b / f.a) * dy * dy;
    if (left < 0) return {};
    const double half = std::sqrt(left / f.a);
    const auto clip = [width](double x) { return static_cast<int>(std::clamp(x, 0.0, static_cast<double>(width))); };
    return {clip(std::ceil(cx + mid - half - 0.5)), clip(std::floor(cx + mid + half - 0.5) + 1)};
}

struct Extent {
    int begin, end;
};

Extent rows_within(double cy, double half, int height) noexcept {
    const auto clip = [height](double y) { return static_cast<int>(std::clamp(y, 0.0, static_cast<double>(height))); };
    const int begin = clip(std::floor(cy - half - 0.5));
    return {begin, std::max(begin, clip(std::ceil(cy + half + 0.5)))};
}

Span hull(Span a, Span b) noexcept {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

void lay_luma(Rows& rows, const Ellipse& e, const Form& f, double half_height, double reach, int width, int height) {
    const Extent extent = rows_within(e.cy, half_height * reach, height);
    rows.top = extent.begin;
    rows.inside.clear();
    rows.touched.clear();
    for (int y = extent.begin; y < extent.end; ++y) {
        const double dy = y + 0.5 - e.cy;
        const Span inside = columns(f, e.cx, dy, 1, width);
        rows.inside.push_back(inside);
        rows.touched.push_back(hull(inside, columns(f, e.cx, dy, reach, width)));
    }
}

// The chroma samples with a luma pixel of rows 2y-1..2y+1, columns 2x-1..2x+1 in the span.
Span chroma_over(const std::vector<Span>& luma, int top, int y, int width) noexcept {
    Span all;
    for (int row = 2 * y - 1; row <= 2 * y + 1; ++row) {
        if (row < top || row >= top + static_cast<int>(luma.size())) continue;
        all = hull(all, luma[static_cast<std::size_t>(row - top)]);
    }
    if (all.empty()) return {};
    return {all.begin / 2, std::min(width, all.end / 2 + 1)};
}

void lay_chroma(Rows& rows, const Rows& luma, int width, int height) {
    const int begin = luma.top / 2;
    const int end = luma.touched.empty() ? begin : std::min(height, luma.bottom() / 2 + 1);
    rows.top = begin;
    rows.inside.clear();
    rows.touched.clear();
    for (int y = begin; y < end; ++y) {
        rows.inside.push_back(chroma_over(luma.inside, luma.top, y, width));
        rows.touched.push_back(chroma_over(luma.touched, luma.top, y, width));
    }
}

}  // namespace

bool is_usable(const Ellipse& e) noexcept {
    return std::isfinite(e.cx) && std::isfinite(e.cy) && std::isfinite(e.rx) && std::isfinite(e.ry) &&
           std::isfinite(e.angle);
}

void lay_out(Shape& shape, const Ellipse& given, float feather, int width, int height) {
    // A pixel that touches the ellipse has its centre at most 0.71 px away from it.
    Ellipse e = given;
    e.rx = std::max(e.rx, 0.0F) + 1;
    e.ry = std::max(e.ry, 0.0F) + 1;
    shape.ellipse = e;
    const float softest = 1.5F / std::min(e.rx, e.ry);  // never a hard edge of less than a px
    shape.reach = 1 + std::max(2 * std::max(feather, 0.0F), softest);

    const Form f = form_of(e);
    const double half_height = std::sqrt(f.a / (f.a * f.c - f.b * f.b));
    lay_luma(shape.luma, e, f, half_height, shape.reach, width, height);
    lay_chroma(shape.chroma, shape.luma, (width + 1) / 2, (height + 1) / 2);
}

Quadric quadric(const Shape& shape, int plane) noexcept {
    const Form f = form_of(shape.ellipse);
    const float step = plane == 0 ? 1 : 2;  // luma px a sample
    const auto scaled = [step](double v) { return static_cast<float>(v) * step * step; };
    return {shape.ellipse.cx / step, shape.ellipse.cy / step, scaled(f.a), scaled(f.b), scaled(f.c)};
}

bool is_hidden(const std::vector<Shape>& shapes, int plane, int x, int y) noexcept {
    return std::any_of(shapes.begin(), shapes.end(), [=](const Shape& s) { return s.rows(plane).is_inside(x, y); });
}

}  // namespace counterclip::faces
