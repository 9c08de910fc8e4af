#include "puppet/face_paint.h"

#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "puppet/head_shape.h"

namespace counterclip::puppet {
namespace {

constexpr int shift = 4;  // fractional bits of the drawing functions
constexpr double eye_x = 0.31;
constexpr double eye_y = 0.0;
constexpr Rgb black{18, 14, 14};
constexpr Rgb white{235, 232, 228};

using Points = std::vector<cv::Point2d>;

// Strokes in head coordinates on a picture. Soft strokes are blurred and laid over with some strength.
class Brush {
  public:
    Brush(cv::Mat3b& picture, int unit) : picture_(picture), unit_(unit) {}

    void fill(const Points& outline, Rgb colour) {
        cv::fillPoly(picture_, std::vector<std::vector<cv::Point>>{fixed(outline)}, bgr(colour), cv::LINE_AA, shift);
    }
    void line(const Points& points, double thick, Rgb colour) {
        cv::polylines(picture_, std::vector<std::vector<cv::Point>>{fixed(points)}, false, bgr(colour), width(thick),
                      cv::LINE_AA, shift);
    }
    void ellipse(double x, double y, double rx, double ry, Rgb colour, double angle = 0) {
        fill(ellipse_outline(x, y, rx, ry, angle), colour);
    }
    void soft(const Points& outline, Rgb colour, double strength, double blur) {
        lay(outline, {}, 0, colour, strength, blur);
    }
    void soft_ellipse(double x, double y, double rx, double ry, Rgb colour, double strength, double blur) {
        soft(ellipse_outline(x, y, rx, ry, 0), colour, strength, blur);
    }
    void soft_line(const Points& points, double thick, Rgb colour, double strength, double blur) {
        lay({}, points, thick, colour, strength, blur);
    }

    static Points ellipse_outline(double x, double y, double rx, double ry, double angle) {
        Points outline;
        for (int i = 0; i < 32; ++i) {
            const double a = 2 * std::numbers::pi * i / 32;
            const double u = rx * std::cos(a), v = ry * std::sin(a);
            outline.emplace_back(x + u * std::cos(angle) - v * std::sin(angle),
                                 y + u * std::sin(angle) + v * std::cos(angle));
        }
        return outline;
    }

  private:
    std::vector<cv::Point> fixed(const Points& points) const {
        std::vector<cv::Point> out;
        for (const auto& p : points) {
            out.emplace_back(cvRound(((p.x + 1) * unit_ - 0.5) * (1 << shift)),
                             cvRound(((p.y + 1) * unit_ - 0.5) * (1 << shift)));
        }
        return out;
    }
    int width(double thick) const { return std::max(1, cvRound(thick * unit_)); }

    void lay(const Points& outline, const Points& stroke, double thick, Rgb colour, double strength, double blur) {
        Points all = outline;
        all.insert(all.end(), stroke.begin(), stroke.end());
        const double margin = 3 * blur + thick + 2.0 / unit_;
        const auto [left, right] =
            std::minmax_element(all.begin(), all.end(), [](auto a, auto b) { return a.x < b.x; });
        const auto [top, bottom] =
            std::minmax_element(all.begin(), all.end(), [](auto a, auto b) { return a.y < b.y; });
        const cv::Rect area =
            cv::Rect(cv::Point(int((left->x - margin + 1) * unit_), int((top->y - margin + 1) * unit_)),
                     cv::Point(int((right->x + margin + 1) * unit_), int((bottom->y + margin + 1) * unit_))) &
            cv::Rect(0, 0, picture_.cols, picture_.rows);
        if (area.empty()) return;
        cv::Mat1b stencil = cv::Mat1b::zeros(area.size());
        const auto move = [&](const Points& points) {
            auto moved = fixed(points);
            for (auto& p : moved) p -= area.tl() * (1 << shift);
            return std::vector<std::vector<cv::Point>>{moved};
        };
        if (!outline.empty()) cv::fillPoly(stencil, move(outline), 255, cv::LINE_AA, shift);
        if (!stroke.empty()) cv::polylines(stencil, move(stroke), false, 255, width(thick), cv::LINE_AA, shift);
        cv::GaussianBlur(stencil, stencil, {}, std::max(0.3, blur * unit_));
        const cv::Vec3d ink(colour.b, colour.g, colour.r);
        for (int y = 0; y < area.height; ++y) {
            for (int x = 0; x < area.width; ++x) {
                const double share = strength * stencil(y, x) / 255;
                auto& p = picture_(area.y + y, area.x + x);
                for (int c = 0; c < 3; ++c) p[c] = cv::saturate_cast<uchar>(p[c] + (ink[c] - p[c]) * share);
            }
        }
    }

    cv::Mat3b& picture_;
    int unit_;
};

Points mirrored(Points points) {
    for (auto& p : points) p.x = -p.x;
    return points;
}

Points eye_outline(double side) {
    Points outline;
    for (int i = 0; i <= 12; ++i) {
        const double t = -1 + 2.0 * i / 12;
        outline.emplace_back(side * eye_x + 0.155 * t, eye_y + 0.012 - 0.088 * (1 - t * t));
    }
    for (int i = 0; i <= 12; ++i) {
        const double t = 1 - 2.0 * i / 12;
        outline.emplace_back(side * eye_x + 0.155 * t, eye_y + 0.012 + 0.052 * (1 - t * t));
    }
    return outline;
}

void paint_eyes(cv::Mat3b& picture, int unit, const Look& look, bool blink) {
    Brush brush(picture, unit);
    const Rgb dark = mixed(dimmed(look.skin, 0.35), black, 0.5);
    for (const double side : {-1.0, 1.0}) {
        const Points outline = eye_outline(side);
        if (blink) {
            brush.fill(outline, dimmed(look.skin, 0.86));
        } else {
            // The ball lies behind the lids: paint it on a copy, let it show through the almond.
            cv::Mat3b ball = picture.clone();
            Brush inner(ball, unit);
            inner.fill(outline, white);
            inner.ellipse(side * eye_x, eye_y - 0.012, 0.070, 0.070, {74, 50, 34});
            inner.ellipse(side * eye_x, eye_y - 0.012, 0.032, 0.032, black);
            inner.ellipse(side * eye_x + 0.026, eye_y - 0.036, 0.015, 0.015, {255, 255, 255});
            cv::Mat3b stencil = cv::Mat3b::zeros(picture.size());
            Brush(stencil, unit).fill(outline, {255, 255, 255});
            for (int i = 0; i < int(picture.total()); ++i) {
                const int share = stencil(i)[0];
                if (share == 0) continue;
                for (int c = 0; c < 3; ++c)
                    picture(i)[c] = uchar((picture(i)[c] * (255 - share) + ball(i)[c] * share) / 255);
            }
            // The upper lid's shadow on the ball.
            brush.soft_line(Points(outline.begin(), outline.begin() + 13), 0.04, dark, 0.45, 0.015);
        }
        const Points upper(outline.begin(), outline.begin() + 13);
        const Points lower(outline.begin() + 13, outline.end());
        brush.line(blink ? lower : upper, 0.026, dark);
        brush.soft_line(lower, 0.014, dimmed(look.skin, 0.5), 0.5, 0.006);
        Points crease = upper;
        for (auto& p : crease) p.y -= 0.045;
        brush.soft_line(crease, 0.014, dimmed(look.skin, 0.5), 0.55, 0.008);
    }
}

void paint_brows(Brush& brush, const Look& look) {
    const Rgb ink = look.cover == Cover::scarf || look.cover == Cover::bald ? Rgb{48, 36, 30} : dimmed(look.hair, 0.8);
    const Points brow{{0.13, -0.165}, {0.22, -0.215}, {0.34, -0.240}, {0.45, -0.215}, {0.53, -0.150},
                      {0.45, -0.185}, {0.34, -0.195}, {0.22, -0.165}, {0.14, -0.115}};
    for (const auto& one : {brow, mirrored(brow)}) {
        brush.soft(one, ink, 0.75, 0.012);
        brush.soft(one, ink, 0.60, 0.004);
    }
}

void paint_nose(Brush& brush, const Look& look) {
    const Rgb shade = dimmed(look.skin, 0.60);
    const Rgb shine = mixed(look.skin, {255, 250, 240}, 0.45);
    const Points ridge{{0.075, -0.10}, {0.070, 0.05}, {0.095, 0.20}, {0.135, 0.29}};
    brush.soft_line(ridge, 0.04, shade, 0.45, 0.03);
    brush.soft_line(mirrored(ridge), 0.04, shade, 0.30, 0.03);
    brush.soft_line({{0, -0.10}, {0, 0.22}}, 0.05, shine, 0.45, 0.025);
    brush.soft_ellipse(-0.005, 0.26, 0.05, 0.035, shine, 0.55, 0.02);
    brush.soft_ellipse(0, 0.375, 0.15, 0.025, shade, 0.55, 0.02);
    const Points wing{{0.125, 0.24}, {0.155, 0.30}, {0.145, 0.345}, {0.105, 0.36}};
    for (const auto& one : {wing, mirrored(wing)}) brush.soft_line(one, 0.02, dimmed(look.skin, 0.5), 0.6, 0.008);
    for (const double side : {-1.0, 1.0}) {
        brush.soft_ellipse(side * 0.067, 0.350, 0.036, 0.017, mixed(dimmed(look.skin, 0.25), black, 0.4), 0.95, 0.006);
    }
}

void paint_mouth(Brush& brush, const Look& look, double open) {
    const double gap = 0.15 * std::clamp(open, 0.0, 1.0);
    const double half = 0.25 - 0.05 * open;
    const Rgb upper_lip = mixed(dimmed(look.skin, 0.68), {140, 54, 54}, 0.45);
    const Rgb lower_lip = mixed(dimmed(look.skin, 0.86), {180, 84, 84}, 0.45);
    const auto curve = [&](double middle, double ends, double from, double to) {
        Points points;
        for (int i = 0; i <= 16; ++i) {
            const double t = from + (to - from) * i / 16;
            points.emplace_back(half * t, ends + (middle - ends) * (1 - t * t));
        }
        return points;
    };
    const auto join = [](Points a, const Points& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    };
    const double line = 0.560 - gap * 0.25;
    Points bow;  // the upper lip's edge, with its dip in the middle
    for (int i = 0; i <= 16; ++i) {
        const double t = -1 + 2.0 * i / 16;
        bow.emplace_back(half * t, line + 0.005 - 0.062 * (1 - t * t) + 0.018 * std::exp(-t * t / 0.03));
    }
    brush.soft(join(curve(line + gap + 0.10, line + 0.01, -1, 1), curve(line + gap + 0.05, line + 0.01, 1, -1)),
               dimmed(look.skin, 0.62), 0.5, 0.03);
    brush.fill(join(bow, curve(line + 0.008, line + 0.005, 1, -1)), upper_lip);
    if (gap > 0.01) {
        brush.fill(join(curve(line, line + 0.005, -1, 1), curve(line + gap + 0.02, line + 0.005, 1, -1)), {58, 20, 22});
        if (gap > 0.03) {
            brush.fill(join(curve(line, line + 0.005, -0.75, 0.75), curve(line + 0.035, line + 0.015, 0.75, -0.75)),
                       {226, 220, 210});
        }
    }
    brush.fill(join(curve(line + gap, line + 0.005, -1, 1), curve(line + gap + 0.075, line + 0.005, 1, -1)), lower_lip);
    brush.soft_ellipse(0, line + gap + 0.032, 0.09, 0.010, mixed(lower_lip, {255, 235, 230}, 0.5), 0.5, 0.012);
    if (gap <= 0.01) brush.soft_line(curve(line + 0.004, line + 0.004, -1.05, 1.05), 0.018, {60, 24, 24}, 0.85, 0.006);
    for (const double side : {-1.0, 1.0}) {
        brush.soft_ellipse(side * (half + 0.015), line + 0.008, 0.02, 0.02, dimmed(look.skin, 0.5), 0.5, 0.012);
    }
}

void paint_beard(Brush& brush, const Look& look) {
    const Rgb ink = dimmed(look.hair, 0.95);
    const Points cheeks{{-0.76, 0.05}, {-0.68, 0.22}, {-0.55, 0.40}, {-0.38, 0.50}, {-0.27, 0.46}, {-0.14, 0.425},
                        {0, 0.435},    {0.14, 0.425}, {0.27, 0.46},  {0.38, 0.50},  {0.55, 0.40},  {0.68, 0.22},
                        {0.76, 0.05},  {1, 0.1},      {1, 1.1},      {-1, 1.1},     {-1, 0.1}};
    brush.soft(cheeks, ink, 0.85, 0.025);
    for (int i = 0; i < 260; ++i) {  // hairs
        const double x = -0.72 + 1.44 * std::fmod(i * 0.618034, 1.0);
        const double y = 0.45 + 0.55 * std::fmod(i * 0.754878, 1.0) - 0.25 * x * x * (i % 2);
        brush.soft_line({{x, y}, {x * 0.97, y + 0.06}}, 0.008,
                        i % 3 ? dimmed(ink, 0.6) : mixed(ink, {150, 140, 130}, 0.4), 0.4, 0.004);
    }
    brush.soft_ellipse(0, 0.66, 0.11, 0.03, look.skin, 0.35, 0.02);
}

void paint_glasses(Brush& brush) {
    const Rgb frame{30, 28, 32};
    for (const double side : {-1.0, 1.0}) {
        brush.soft_ellipse(side * 0.315, 0.02, 0.21, 0.155, {215, 225, 235}, 0.12, 0.01);
        Points rim = Brush::ellipse_outline(side * 0.315, 0.02, 0.225, 0.165, 0);
        rim.push_back(rim.front());
        brush.line(rim, 0.030, frame);
        brush.line({{side * 0.53, -0.03}, {side * 0.80, -0.02}}, 0.026, frame);
        brush.soft_line({{side * 0.315 - 0.10, 0.07}, {side * 0.315 - 0.02, -0.06}}, 0.02, {255, 255, 255}, 0.35, 0.01);
    }
    brush.line({{-0.095, -0.01}, {0, -0.035}, {0.095, -0.01}}, 0.028, frame);
}

void paint_flesh(Brush& brush, const Look& look) {
    const Rgb shade = mixed(dimmed(look.skin, 0.62), {90, 40, 30}, 0.15);
    const Rgb blush = mixed(look.skin, {190, 80, 70}, 0.5);
    const Rgb shine = mixed(look.skin, {255, 246, 232}, 0.40);
    brush.soft_ellipse(0, -0.36, 0.30, 0.10, shine, 0.45, 0.10);
    for (const double side : {-1.0, 1.0}) {
        brush.soft_ellipse(side * 0.30, -0.04, 0.21, 0.12, shade, 0.60, 0.06);
        brush.soft_ellipse(side * 0.13, -0.02, 0.05, 0.07, shade, 0.40, 0.04);
        brush.soft_ellipse(side * 0.40, 0.20, 0.12, 0.07, shine, 0.40, 0.06);
        brush.soft_ellipse(side * 0.42, 0.32, 0.14, 0.10, blush, 0.28, 0.07);
        brush.soft_ellipse(side * 0.58, 0.48, 0.10, 0.20, shade, 0.30, 0.08);
        brush.soft_line({{side * 0.18, 0.33}, {side * 0.25, 0.43}, {side * 0.30, 0.54}}, 0.025, shade, 0.40, 0.020);
        brush.soft_ellipse(side * 0.30, 0.115, 0.13, 0.020, shade, 0.25, 0.020);
    }
    brush.soft_ellipse(0, 0.45, 0.03, 0.05, shade, 0.22, 0.02);
    brush.soft_ellipse(0, 0.745, 0.13, 0.025, shade, 0.40, 0.03);
    brush.soft_ellipse(0, 0.85, 0.10, 0.05, shine, 0.30, 0.05);
}

}  // namespace

cv::Scalar bgr(Rgb c) {
    return {c.b, c.g, c.r};
}

Rgb mixed(Rgb a, Rgb b, double t) {
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

Rgb dimmed(Rgb c, double gain) {
    return {std::min(255.0, c.r * gain), std::min(255.0, c.g * gain), std::min(255.0, c.b * gain)};
}

cv::Mat3b painted_face(const Look& look, Expression expression, int unit) {
    cv::Mat3b picture(2 * unit, 2 * unit);
    picture.setTo(bgr(look.skin));
    Brush brush(picture, unit);
    paint_flesh(brush, look);
    if (look.beard) paint_beard(brush, look);
    paint_nose(brush, look);
    paint_mouth(brush, look, expression.mouth);
    paint_eyes(picture, unit, look, expression.blink);
    paint_brows(brush, look);
    if (look.glasses) paint_glasses(brush);
    return picture;
}

}  // namespace counterclip::puppet
