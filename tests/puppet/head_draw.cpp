#include "puppet/head_draw.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "puppet/face_paint.h"

namespace counterclip::puppet {
namespace {

double smooth(double from, double to, double x) noexcept {
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

// Where a line of sight meets the head (or what covers it), in head coordinates.
struct Hit {
    double x = 0;  // across, on the turned-back head
    double y = 0;
    double front = 0;    // 1 at the middle of the face, 0 at the ears, -1 at the back
    double across = 0;   // -1 left outline .. 1 right outline, as seen
    double inside = -1;  // distance to the outline, units; < 0 outside
};

// Lines of sight to a head grown by `more` at the crown, where hair lies on it, or all over under a scarf.
class Sight {
  public:
    Sight(const HeadPose& pose, double more, bool all_over)
        : sin_yaw_(std::sin(pose.yaw)),
          cos_yaw_(std::cos(pose.yaw)),
          sin_pitch_(std::sin(pose.pitch)),
          cos_pitch_(std::cos(pose.pitch)),
          more_(more),
          all_over_(all_over) {}

    // (u, v): from the centre in units, turned upright.
    Hit at(double u, double v) const noexcept {
        Hit hit;
        const double low = all_over_ ? 1 + more_ : 1;
        if (std::abs(u) > 1.2 || std::abs(v) > 1.3) return hit;
        // Newton's way with the slope of the last two tries; where it fails, at crown and chin, halving.
        double y = std::clamp(v / cos_pitch_ - 0.6 * sin_pitch_, -1 - more_, low);
        Cut cut = cut_at(u, y);
        double miss = v - seen_at(y, cut);
        double slope = 1;
        for (int round = 0; round < 6 && std::abs(miss) > exact; ++round) {
            const double before = y, missed = miss;
            y = std::clamp(y + miss / slope, -1 - more_, low);
            if (y == before) break;
            cut = cut_at(u, y);
            miss = v - seen_at(y, cut);
            slope = std::clamp((missed - miss) / (y - before), 0.6, 8.0);
        }
        if (std::abs(miss) > exact) {
            double above = v < 0 ? -1 - more_ : 0, below = v < 0 ? 0 : low;
            for (int round = 0; round < 12; ++round) {
                y = (above + below) / 2;
                cut = cut_at(u, y);
                miss = v - seen_at(y, cut);
                (miss < 0 ? below : above) = y;
            }
        }
        const double to_end = (y < 0 ? y + 1 + more_ : low - y) * std::max(1.5, slope);
        hit.inside = std::abs(miss) > 2 * exact ? -std::abs(miss) : std::min((1 - std::abs(cut.t)) * cut.wide, to_end);
        hit.y = y;
        hit.across = std::clamp(cut.t, -1.0, 1.0);
        const double aside = u - cut.middle, depth = cut.near - cut.slice.forward * cos_yaw_;
        hit.x = aside * cos_yaw_ - depth * sin_yaw_;
        hit.front = std::clamp((aside * sin_yaw_ + depth * cos_yaw_) / (cut.slice.half_depth + 1e-9), -1.0, 1.0);
        return hit;
    }

  private:
    static constexpr double exact = 0.004;  // units

    struct Cut {  // the level ellipse at one y, as seen
        Slice slice;
        double wide = 1, middle = 0, t = 0, near = 0;
    };

    Cut cut_at(double u, double y) const noexcept {
        Cut c;
        const double level = y < 0 || all_over_ ? y / (1 + more_) : y;
        c.slice = slice_at(level);
        const double grown =
            (all_over_ ? more_ : more_ * smooth(0.15, -0.5, y)) * std::min(1.0, c.slice.half_width / 0.4);
        c.slice.half_width += grown;
        c.slice.half_depth += grown;
        const double a = c.slice.half_width, b = c.slice.half_depth;
        c.wide = std::sqrt(a * a * cos_yaw_ * cos_yaw_ + b * b * sin_yaw_ * sin_yaw_) + 1e-9;
        c.middle = c.slice.forward * sin_yaw_;
        c.t = (u - c.middle) / c.wide;
        const double t = std::clamp(c.t, -1.0, 1.0);
        c.near = c.slice.forward * cos_yaw_ + t * (b * b - a * a) * sin_yaw_ * cos_yaw_ / c.wide +
                 a * b / c.wide * std::sqrt(1 - t * t);
        return c;
    }

    double seen_at(double y, const Cut& cut) const noexcept { return y * cos_pitch_ + cut.near * sin_pitch_; }

    double sin_yaw_, cos_yaw_, sin_pitch_, cos_pitch_, more_;
    bool all_over_;
};

// 1 where hair lies on the head, soft at its line.
double hair_share(const Hit& h, const Look& look) noexcept {
    if (look.cover == Cover::bald) return 0;
    if (look.cover == Cover::scarf) {
        const double oval = std::sqrt(h.x * h.x / (0.60 * 0.60) + (h.y - 0.20) * (h.y - 0.20) / (0.74 * 0.74));
        return h.front < 0.15 ? 1 : smooth(0.97, 1.03, oval);
    }
    const double nape = look.cover == Cover::long_hair ? 1.2 : 0.50;
    double line = -0.49 - 0.30 * h.x * h.x;
    line += 0.16 * smooth(0.85, 0.55, h.front);                                           // the temples
    line += (look.cover == Cover::long_hair ? 1.4 : 0.42) * smooth(0.48, 0.24, h.front);  // before the ears
    if (h.front < 0.02) line = nape;
    return smooth(line + 0.03, line - 0.03, h.y);
}

double lit(double across, double y) noexcept {
    const double nx = across, ny = std::clamp(y, -1.0, 1.0) * 0.75;
    const double nz = std::sqrt(std::max(0.0, 1 - 0.92 * nx * nx - 0.35 * ny * ny));
    return 0.50 + 0.58 * std::max(0.0, -0.42 * nx - 0.38 * ny + 0.82 * nz);
}

cv::Vec3f sample(const cv::Mat3b& face, double x, double y) noexcept {
    const double unit = face.rows / 2.0;
    const double px = std::clamp((x + 1) * unit - 0.5, 0.0, face.cols - 1.001);
    const double py = std::clamp((y + 1) * unit - 0.5, 0.0, face.rows - 1.001);
    const int ix = int(px), iy = int(py);
    const float fx = float(px - ix), fy = float(py - iy);
    const cv::Vec3f top = cv::Vec3f(face(iy, ix)) * (1 - fx) + cv::Vec3f(face(iy, ix + 1)) * fx;
    const cv::Vec3f low = cv::Vec3f(face(iy + 1, ix)) * (1 - fx) + cv::Vec3f(face(iy + 1, ix + 1)) * fx;
    return top * (1 - fy) + low * fy;
}

void lay(cv::Vec3b& under, const cv::Vec3f& colour, double share) noexcept {
    for (int c = 0; c < 3; ++c) under[c] = cv::saturate_cast<uchar>(under[c] + (colour[c] - under[c]) * share);
}

void draw_ear(cv::Mat3b& picture, const HeadPose& pose, const Look& look, double side, double light) {
    const double turned = -side * std::sin(pose.yaw);  // > 0: the ear faces the viewer
    const double flat = 0.05 + 0.11 * std::max(0.0, turned) + 0.03 * std::abs(std::cos(pose.yaw));
    const Point3 root = seen(pose, {side * 0.75, 0.12, -0.06});
    const double out = side * std::cos(pose.yaw) * 0.05;
    const auto at = [&](double dx, double dy) {
        const double u = (out + dx) * pose.unit, v = dy * pose.unit;
        return cv::Point2d(root.x + u * std::cos(pose.roll) - v * std::sin(pose.roll),
                           root.y + u * std::sin(pose.roll) + v * std::cos(pose.roll));
    };
    const auto shape = [&](double dx, double dy, double rx, double ry, Rgb colour) {
        std::vector<cv::Point> outline;
        for (int i = 0; i < 24; ++i) {
            const double a = i * 3.14159265 / 12;
            const auto p = at(dx + rx * std::cos(a), dy + ry * std::sin(a) + 0.02 * std::sin(2 * a));
            outline.emplace_back(cvRound(p.x * 16), cvRound(p.y * 16));
        }
        cv::fillPoly(picture, std::vector<std::vector<cv::Point>>{outline}, bgr(dimmed(colour, light)), cv::LINE_AA, 4);
    };
    const double shade = lit(side * std::cos(pose.yaw) * 0.9, 0.1);
    shape(0, 0, flat, 0.19, dimmed(look.skin, shade * 0.95));
    shape(side * -0.005, 0.01, flat * 0.6, 0.12, dimmed(look.skin, shade * 0.72));
}

cv::Vec3f ink(Rgb c) {
    return {float(c.b), float(c.g), float(c.r)};
}

// Colours one pixel after the other of a head and what covers it.
class HeadPainter {
  public:
    HeadPainter(const HeadPose& pose, const Look& look, const cv::Mat3b& face, double light)
        : look_(look),
          face_(face),
          light_(light),
          unit_(pose.unit),
          sin_yaw_(std::sin(pose.yaw)),
          jut_(smooth(0.55, 1.0, std::abs(sin_yaw_))),
          scarf_(look.cover == Cover::scarf),
          more_(scarf_ ? 0.09 : 0.08),
          skin_(pose, 0, false),
          shell_(pose, more_, scarf_),
          skin_ink_(ink(look.skin)),
          hair_ink_(ink(look.hair)) {}

    // (u, v): from the head's centre in units, turned upright.
    void paint(cv::Vec3b& pixel, double u, double v) const {
        if (u * u / (1.15 * 1.15) + v * v / (1.25 * 1.25) > 1) return;
        if (look_.cover == Cover::bald) {
            paint_skin(pixel, u, v);
            return;
        }
        const Hit over = shell_.at(u, v);
        const double outline = std::clamp(over.inside * unit_ + 0.5, 0.0, 1.0);
        const double cover = outline > 0 ? hair_share(over, look_) : 0;
        const double skin = outline * cover < 1 ? paint_skin(pixel, u, v) : 1;
        if (outline > 0) paint_cover(pixel, over, outline, cover, skin);
    }

  private:
    // Returns how much of the pixel the skin fills.
    double paint_skin(cv::Vec3b& pixel, double u, double v) const {
        const Hit h = skin_.at(u, v);
        double inside = h.inside;
        if (jut_ > 0 && h.across * sin_yaw_ > 0) inside += jut_ * profile_at(h.y);  // nose, lips and chin in profile
        const double share = std::clamp(inside * unit_ + 0.5, 0.0, 1.0);
        if (share == 0) return 0;
        // The nose stands out, so it is seen before the cheek behind it.
        const double x = h.x - nose_at(h.x - 0.6 * sin_yaw_ * nose_at(h.x, h.y), h.y) * sin_yaw_ * 0.9;
        const double shade = lit(h.across, h.y) * light_ * (1 - 0.25 * smooth(0.75, 1.0, h.y));
        const cv::Vec3f colour = h.front > -0.1 ? sample(face_, std::clamp(x, -0.99, 0.99), h.y) : skin_ink_;
        lay(pixel, colour * float(shade), share);
        return share;
    }

    void paint_cover(cv::Vec3b& pixel, const Hit& h, double outline, double cover, double skin) const {
        // Between the skin and the rim of the hair one looks at the far side of the hair.
        const double behind = scarf_ || h.y < 0.05 || look_.cover == Cover::long_hair ? 1 - skin : 0;
        if (behind <= 0 && cover <= 0) return;
        const double shade = lit(h.across, h.y) * light_;
        if (behind > cover) lay(pixel, hair_ink_ * float(0.45 * shade), outline * behind);
        if (cover > 0) lay(pixel, (scarf_ ? folds(h) : strands(h)) * float(shade), outline * cover);
    }

    cv::Vec3f folds(const Hit& h) const {
        return hair_ink_ * float(1 + 0.06 * std::sin(7 * h.x + 5 * h.y) + 0.05 * std::sin(23 * h.y + 6 * h.x * h.x));
    }

    cv::Vec3f strands(const Hit& h) const {
        const double strand = 1 + 0.10 * std::sin(34 * h.x + 4 * h.y) + 0.08 * std::sin(71 * h.x - 9 * h.y);
        const double gloss = std::max(0.0, 1 - (h.y + 0.72) * (h.y + 0.72) / 0.06);
        return hair_ink_ * float(strand) + cv::Vec3f::all(float(24 * gloss * gloss));
    }

    const Look& look_;
    const cv::Mat3b& face_;
    double light_, unit_, sin_yaw_;
    double jut_;  // how much of the profile is seen against the background, 0..1
    bool scarf_;
    double more_;
    Sight skin_, shell_;
    cv::Vec3f skin_ink_, hair_ink_;
};

}  // namespace

void draw_head(cv::Mat3b& picture, const HeadPose& pose, const Look& look, const cv::Mat3b& face, double light) {
    const bool ears = look.cover == Cover::short_hair || look.cover == Cover::bald;
    const auto faces_viewer = [&](double side) { return -side * std::sin(pose.yaw) > 0.15; };
    for (const double side : {-1.0, 1.0}) {
        if (ears && !faces_viewer(side)) draw_ear(picture, pose, look, side, light);
    }
    const double reach = 1.25 * pose.unit;
    const cv::Rect area = cv::Rect(cv::Point(int(pose.x - reach), int(pose.y - reach)),
                                   cv::Point(int(pose.x + reach) + 2, int(pose.y + reach) + 2)) &
                          cv::Rect(0, 0, picture.cols, picture.rows);
    const double cosine = std::cos(pose.roll) / pose.unit, sine = std::sin(pose.roll) / pose.unit;
    const HeadPainter painter(pose, look, face, light);
    for (int row = area.y; row < area.br().y; ++row) {
        auto* line = picture[row];
        for (int col = area.x; col < area.br().x; ++col) {
            const double dx = col - pose.x, dy = row - pose.y;
            painter.paint(line[col], dx * cosine + dy * sine, dy * cosine - dx * sine);
        }
    }
    for (const double side : {-1.0, 1.0}) {
        if (ears && faces_viewer(side)) draw_ear(picture, pose, look, side, light);
    }
}

}  // namespace counterclip::puppet
