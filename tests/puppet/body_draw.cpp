#include "puppet/body_draw.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "puppet/face_paint.h"

namespace counterclip::puppet {
namespace {

using Points = std::vector<cv::Point2d>;

struct Frame2d {  // a place to draw in units: the neck's base upright, or the head turned
    double x, y, unit, angle;
    cv::Point2d operator()(double u, double v) const {
        return {x + unit * (u * std::cos(angle) - v * std::sin(angle)),
                y + unit * (u * std::sin(angle) + v * std::cos(angle))};
    }
};

Frame2d neck_base(const HeadPose& pose) {
    const Point3 jaw = seen(pose, {0, 0.75, -0.05});
    return {(pose.x + jaw.x) / 2 - 0.35 * pose.unit * std::sin(pose.roll), pose.y + 1.10 * pose.unit, pose.unit, 0};
}

Points placed(const Frame2d& frame, const Points& points) {
    Points out;
    for (const auto& p : points) out.push_back(frame(p.x, p.y));
    return out;
}

// A smooth closed line through the points (quadratic corners).
Points rounded(const Points& corners) {
    Points out;
    const std::size_t n = corners.size();
    for (std::size_t i = 0; i < n; ++i) {
        const auto a = (corners[(i + n - 1) % n] + corners[i]) / 2, b = (corners[i] + corners[(i + 1) % n]) / 2;
        for (int k = 0; k < 8; ++k) {
            const double t = k / 8.0;
            out.push_back(a * ((1 - t) * (1 - t)) + corners[i] * (2 * t * (1 - t)) + b * (t * t));
        }
    }
    return out;
}

// Fills with a colour that darkens from left to right and downwards, as the light falls.
void fill(cv::Mat3b& picture, const Points& outline, Rgb colour, double light, double fall = 0.35) {
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const auto& p : outline) {
        left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y),
        bottom = std::max(bottom, p.y);
    }
    const cv::Rect area = cv::Rect(cv::Point(int(std::max(-4e3, left)) - 1, int(std::max(-4e3, top)) - 1),
                                   cv::Point(int(std::min(2e4, right)) + 2, int(std::min(2e4, bottom)) + 2)) &
                          cv::Rect(0, 0, picture.cols, picture.rows);
    if (area.empty()) return;
    cv::Mat1b stencil = cv::Mat1b::zeros(area.size());
    std::vector<cv::Point> fixed;
    for (const auto& p : outline) fixed.emplace_back(cvRound((p.x - area.x) * 16), cvRound((p.y - area.y) * 16));
    cv::fillPoly(stencil, std::vector<std::vector<cv::Point>>{fixed}, 255, cv::LINE_AA, 4);
    const double wide = std::max(1.0, right - left), high = std::max(1.0, bottom - top);
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            const int share = stencil(y, x);
            if (share == 0) continue;
            const double u = (area.x + x - left) / wide - 0.38, v = (area.y + y - top) / high;
            const double gain = light * (1.05 - fall * (1.6 * u * u + 0.35 * v));
            auto& p = picture(area.y + y, area.x + x);
            const double ink[3] = {colour.b * gain, colour.g * gain, colour.r * gain};
            for (int c = 0; c < 3; ++c) p[c] = cv::saturate_cast<uchar>(p[c] + (ink[c] - p[c]) * share / 255);
        }
    }
}

void stroke(cv::Mat3b& picture, const Points& points, double thick, Rgb colour, double light) {
    std::vector<cv::Point> fixed;
    for (const auto& p : points) fixed.emplace_back(cvRound(p.x * 16), cvRound(p.y * 16));
    cv::polylines(picture, std::vector<std::vector<cv::Point>>{fixed}, false, bgr(dimmed(colour, light)),
                  std::max(1, cvRound(thick)), cv::LINE_AA, 4);
}

struct Finger {
    double x, y;    // knuckle, head units
    double tx, ty;  // tip
};
struct HandShape {
    Points palm;
    std::vector<Finger> fingers;
    double side;  // which way the forearm goes: 1 right, -1 left
};

std::vector<HandShape> hands_for(Hand::Over over) {
    if (over == Hand::Over::mouth) {
        return {{{{-0.20, 0.36}, {0.30, 0.36}, {0.62, 0.60}, {0.66, 0.98}, {0.26, 1.08}, {-0.16, 0.98}},
                 {{-0.05, 0.44, -0.62, 0.40},
                  {-0.05, 0.60, -0.68, 0.58},
                  {-0.05, 0.76, -0.64, 0.76},
                  {-0.05, 0.91, -0.52, 0.93}},
                 1}};
    }
    HandShape right{
        {{-0.02, 0.00}, {0.66, -0.02}, {0.74, 0.50}, {0.60, 1.06}, {0.12, 1.08}, {-0.03, 0.55}},
        {{0.07, 0.10, 0.05, -0.62}, {0.25, 0.06, 0.25, -0.72}, {0.43, 0.06, 0.45, -0.66}, {0.60, 0.12, 0.64, -0.50}},
        1};
    HandShape left = right;
    left.side = -1;
    for (auto& p : left.palm) p.x = -p.x;
    for (auto& f : left.fingers) f.x = -f.x, f.tx = -f.tx;
    return {left, right};
}

constexpr double hand_travel = 3.2;  // units a hand rises

}  // namespace

void draw_body(cv::Mat3b& picture, const HeadPose& pose, const Look& look, double light) {
    const Frame2d base = neck_base(pose);
    const double turned = 1 - 0.22 * std::abs(std::sin(pose.yaw));
    const Frame2d head{pose.x, pose.y, pose.unit, pose.roll};
    if (look.cover == Cover::long_hair) {
        const double back = -0.30 * std::sin(pose.yaw);
        fill(picture,
             rounded({head(back - 0.75, -0.5), head(back + 0.75, -0.5), head(back + 0.90, 0.3), base(back + 0.85, 0.30),
                      base(back, 0.45), base(back - 0.85, 0.30), head(back - 0.90, 0.3)}),
             dimmed(look.hair, 0.85), light, 0.5);
    }
    const double back = -0.16 * std::sin(pose.yaw);
    fill(picture,
         {head(back - 0.42, 0.30), head(back + 0.42, 0.30), head(back + 0.40, 0.75), base(0.44, 0.16), base(0.55, 0.45),
          base(-0.55, 0.45), base(-0.44, 0.16), head(back - 0.40, 0.75)},
         dimmed(look.skin, 0.74), light, 0.6);
    const auto wide = [&](double u, double v) { return base(u * turned, v); };
    const Points torso =
        rounded({wide(-0.46, 0.05), wide(-0.30, 0.22), wide(0, 0.42), wide(0.30, 0.22), wide(0.46, 0.05),
                 wide(0.95, 0.30), wide(1.75, 0.48), wide(2.02, 0.95), wide(2.14, 2.0), wide(2.2, 6), wide(-2.2, 6),
                 wide(-2.14, 2.0), wide(-2.02, 0.95), wide(-1.75, 0.48), wide(-0.95, 0.30)});
    fill(picture, torso, look.clothes, light, 0.42);
    // Collar, seams of the sleeves, a row of buttons.
    const double thin = 0.03 * pose.unit;
    for (const double side : {-1.0, 1.0}) {
        fill(picture,
             {wide(side * 0.44, 0.08), wide(side * 0.60, 0.22), wide(side * 0.34, 0.72), wide(side * 0.02, 0.46)},
             dimmed(look.clothes, side < 0 ? 1.22 : 1.08), light, 0.2);
        stroke(picture, {wide(side * 1.42, 0.95), wide(side * 1.36, 1.6), wide(side * 1.40, 3.0)}, thin,
               dimmed(look.clothes, 0.66), light);
    }
    stroke(picture, {wide(0, 0.48), wide(0.02, 6)}, thin, dimmed(look.clothes, 0.72), light);
    for (int button = 0; button < 4; ++button) {
        const auto p = wide(0.05, 0.95 + 0.6 * button);
        cv::circle(picture, cv::Point(cvRound(p.x * 16), cvRound(p.y * 16)), cvRound(0.04 * pose.unit * 16),
                   bgr(dimmed({206, 200, 188}, light)), -1, cv::LINE_AA, 4);
    }
}

void draw_drape(cv::Mat3b& picture, const HeadPose& pose, const Look& look, double light) {
    const Frame2d base = neck_base(pose);
    const Frame2d head{pose.x, pose.y, pose.unit, pose.roll};
    const double back = -0.25 * std::sin(pose.yaw);
    fill(picture,
         rounded({head(back - 0.70, 0.10), head(back + 0.70, 0.10), head(back + 0.72, 0.60), base(0.80, 0.10),
                  base(1.25, 0.62), base(0.55, 1.25), base(-0.55, 1.25), base(-1.25, 0.62), base(-0.80, 0.10),
                  head(back - 0.72, 0.60)}),
         dimmed(look.hair, 0.92), light, 0.5);
    for (const double x : {-0.55, -0.2, 0.25, 0.6}) {
        stroke(picture, {base(x * 0.8, 0.12), base(x * 1.05, 0.5), base(x * 0.9, 1.0)}, 0.03 * pose.unit,
               dimmed(look.hair, 0.72), light);
    }
}

void draw_hand(cv::Mat3b& picture, const HeadPose& pose, const Look& look, Hand::Over over, double up, double light) {
    const Frame2d head{pose.x, pose.y + (1 - up) * hand_travel * pose.unit, pose.unit, pose.roll};
    const Rgb skin = dimmed(look.skin, 0.94), line = dimmed(look.skin, 0.55);
    for (const HandShape& hand : hands_for(over)) {
        const double s = hand.side;
        fill(picture, {head(s * 0.15, 1.3), head(s * 0.62, 1.2), head(s * 1.5, 3.6), head(s * 0.7, 3.8)}, look.clothes,
             light, 0.3);
        fill(picture, {head(s * 0.14, 0.9), head(s * 0.60, 0.85), head(s * 0.68, 1.45), head(s * 0.20, 1.5)}, skin,
             light, 0.3);
        fill(picture, rounded(placed(head, hand.palm)), skin, light, 0.3);
        for (const Finger& f : hand.fingers) {
            stroke(picture, {head(f.x, f.y), head(f.tx, f.ty)}, 0.205 * pose.unit, line, light);
            stroke(picture, {head(f.x, f.y), head(f.tx, f.ty)}, 0.175 * pose.unit, skin, light);
            const auto nail = head(f.tx, f.ty);
            cv::circle(picture, cv::Point(cvRound(nail.x * 16), cvRound(nail.y * 16)), cvRound(0.05 * pose.unit * 16),
                       bgr(dimmed(mixed(skin, {250, 215, 205}, 0.5), light)), -1, cv::LINE_AA, 4);
        }
    }
}

bool covers(const HeadPose& pose, double x, double y) noexcept {
    const double u = (x - pose.x) / pose.unit, v = (y - pose.y) / pose.unit;
    return u * u / (0.84 * 0.84) + v * v / (1.06 * 1.06) < 1 || (v > 1.65 && std::abs(u) < 1.8);
}

bool hand_covers(const HeadPose& pose, Hand::Over over, double up, double x, double y) noexcept {
    const double dx = (x - pose.x) / pose.unit, dy = (y - pose.y) / pose.unit - (1 - up) * hand_travel;
    const double u = dx * std::cos(pose.roll) + dy * std::sin(pose.roll),
                 v = dy * std::cos(pose.roll) - dx * std::sin(pose.roll);
    if (over == Hand::Over::mouth) return v > 0.33 && std::abs(u) < 0.68;
    return v > -0.66 && std::abs(u) < 0.74;
}

}  // namespace counterclip::puppet
