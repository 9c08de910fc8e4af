#include "faces/shots.h"

#include <cmath>

namespace counterclip::faces {

namespace {

constexpr double flat = 2;       // grey levels of deviation: nothing to compare
constexpr float unlike = 0.75F;  // neighbours in one shot stay above 0.9 even when people move fast
constexpr float stands_out = 3;  // times the change of the frames around
constexpr float change_likeness = 0.9F;
constexpr double change_light = 16;  // grey levels of the mean

constexpr float dull_contrast = 64;       // a quarter of the range
constexpr std::uint8_t deep_shadow = 45;  // grey levels: black is 16
constexpr std::size_t shadow_share = 8;   // an eighth of the picture

std::vector<std::uint8_t> sorted_levels(const cv::Mat& grey) {
    std::vector<std::uint8_t> levels(grey.begin<std::uint8_t>(), grey.end<std::uint8_t>());
    std::sort(levels.begin(), levels.end());
    return levels;
}

float unlikeness(const cv::Mat& a, const cv::Mat& b) {
    return a.empty() || b.empty() ? 0 : 1 - likeness(a, b);
}

}  // namespace

float likeness(const cv::Mat& a, const cv::Mat& b) {
    cv::Scalar mean_a, mean_b, dev_a, dev_b;
    cv::meanStdDev(a, mean_a, dev_a);
    cv::meanStdDev(b, mean_b, dev_b);
    if (dev_a[0] < flat && dev_b[0] < flat) return 1;
    if (dev_a[0] < flat || dev_b[0] < flat) return 0;
    const double mean_product = a.dot(b) / static_cast<double>(a.total());
    return static_cast<float>((mean_product - mean_a[0] * mean_b[0]) / (dev_a[0] * dev_b[0]));
}

bool is_cut(const cv::Mat& before2, const cv::Mat& before, const cv::Mat& now, const cv::Mat& after,
            const cv::Mat& after2) {
    if (before.empty()) return false;
    const float jump = unlikeness(before, now);
    if (jump < 1 - unlike) return false;
    if (jump < stands_out * std::max(unlikeness(before2, before), unlikeness(now, after))) return false;
    const auto comes_back = [&](const cv::Mat& later) {
        return !later.empty() && unlikeness(before, later) < 1 - unlike;
    };
    return !comes_back(after) && !comes_back(after2);
}

bool changed(const cv::Mat& before, const cv::Mat& now) {
    return likeness(before, now) < change_likeness || std::abs(cv::mean(before)[0] - cv::mean(now)[0]) > change_light;
}

float contrast(const cv::Mat& thumb) {
    const auto sorted = sorted_levels(thumb);
    const std::size_t rank = sorted.size() / 50;
    return static_cast<float>(sorted[sorted.size() - 1 - rank] - sorted[rank]);
}

bool is_dull(const cv::Mat& thumb) {
    return contrast(thumb) < dull_contrast;
}

bool has_deep_shadows(const cv::Mat& thumb) {
    const auto sorted = sorted_levels(thumb);
    return sorted[sorted.size() / shadow_share] < deep_shadow;
}

}  // namespace counterclip::faces
