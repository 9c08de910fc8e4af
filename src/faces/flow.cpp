#include "faces/flow.h"

#include <cmath>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

namespace counterclip::faces {

namespace {

constexpr int most_points = 80;
constexpr int least_points = 8;
constexpr double corner_quality = 0.01;
constexpr double corner_distance = 3;     // px
constexpr int window_side = 13;           // px, of Lucas-Kanade
constexpr int pyramid_levels = 3;         // motion up to about 40 px of the view
constexpr float way_back = 1.0F;          // px: a point must come back as near as this
constexpr float most_disagreement = 3;    // px: the median distance of points from where the median motion puts them
constexpr float least_pair_distance = 4;  // px: nearer pairs say nothing about scale and turn

float median(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Pairs {
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
};

Pairs followed_and_back(const cv::Mat& before, const cv::Mat& after, const cv::Mat& inside) {
    Pairs kept;
    std::vector<cv::Point2f> start, there, back;
    cv::goodFeaturesToTrack(before, start, most_points, corner_quality, corner_distance, inside);
    if (static_cast<int>(start.size()) < least_points) return kept;
    std::vector<std::uint8_t> found, found_back;
    const cv::Size window(window_side, window_side);
    cv::calcOpticalFlowPyrLK(before, after, start, there, found, cv::noArray(), window, pyramid_levels);
    cv::calcOpticalFlowPyrLK(after, before, there, back, found_back, cv::noArray(), window, pyramid_levels);
    for (std::size_t i = 0; i < start.size(); ++i) {
        const cv::Point2f error = back[i] - start[i];
        if (!found[i] || !found_back[i] || std::hypot(error.x, error.y) > way_back) continue;
        kept.from.push_back(start[i]);
        kept.to.push_back(there[i]);
    }
    return kept;
}

void scale_and_turn(const Pairs& pairs, Motion& motion) {
    std::vector<float> scales, turns;
    for (std::size_t i = 0; i < pairs.from.size(); ++i) {
        for (std::size_t k = i + 1; k < pairs.from.size(); ++k) {
            const cv::Point2f a = pairs.from[k] - pairs.from[i];
            const cv::Point2f b = pairs.to[k] - pairs.to[i];
            const float length = std::hypot(a.x, a.y);
            if (length < least_pair_distance) continue;
            scales.push_back(std::hypot(b.x, b.y) / length);
            turns.push_back(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
        }
    }
    if (scales.empty()) return;
    motion.scale = median(scales);
    motion.turn = median(turns);
}

}  // namespace

std::optional<Motion> median_flow(const cv::Mat& before, const cv::Mat& after, const cv::Mat& inside) {
    const Pairs pairs = followed_and_back(before, after, inside);
    if (static_cast<int>(pairs.from.size()) < least_points) return std::nullopt;
    Motion motion;
    scale_and_turn(pairs, motion);
    // Around the middle of the views, which is the box's centre: what scale and turn move is taken out first.
    const cv::Point2f centre(static_cast<float>(before.cols) / 2, static_cast<float>(before.rows) / 2);
    const float c = motion.scale * std::cos(motion.turn);
    const float s = motion.scale * std::sin(motion.turn);
    std::vector<float> dx, dy;
    for (std::size_t i = 0; i < pairs.from.size(); ++i) {
        const cv::Point2f p = pairs.from[i] - centre;
        dx.push_back(pairs.to[i].x - centre.x - (c * p.x - s * p.y));
        dy.push_back(pairs.to[i].y - centre.y - (s * p.x + c * p.y));
    }
    motion.dx = median(dx);
    motion.dy = median(dy);
    std::vector<float> away;
    for (std::size_t i = 0; i < dx.size(); ++i) away.push_back(std::hypot(dx[i] - motion.dx, dy[i] - motion.dy));
    if (median(away) > most_disagreement) return std::nullopt;
    return motion;
}

}  // namespace counterclip::faces
