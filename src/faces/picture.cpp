#include "faces/picture.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace counterclip::faces {

namespace {

constexpr int thumb_width = 32;
constexpr int thumb_height = 18;
constexpr int lines_a_cell = 8;
constexpr double outside_level = 128;  // half a face beside grey is seen where beside black it is not
constexpr double ten_to_eight_bits = 0.25;

cv::Mat samples_of(const media::Frame& frame, int plane) {
    const media::ConstPlane p = frame.plane(plane);
    const int type = frame.format() == media::PixelFormat::yuv420p8 ? CV_8UC1 : CV_16UC1;
    return cv::Mat(p.height, p.width, type, const_cast<std::uint8_t*>(p.data), static_cast<std::size_t>(p.stride));
}

cv::Mat in_eight_bits(const cv::Mat& samples) {
    if (samples.depth() == CV_8U) return samples;
    cv::Mat out;
    samples.convertTo(out, CV_8U, ten_to_eight_bits);
    return out;
}

// Halved as long as it stays as large as wanted: halving exactly is many times faster a sample than any other
// ratio, and the mean of means is the mean.
cv::Mat halved_towards(cv::Mat samples, cv::Size wanted) {
    while (samples.cols >= 2 * wanted.width && samples.rows >= 2 * wanted.height) {
        const cv::Size half(samples.cols / 2, samples.rows / 2);
        cv::Mat smaller;
        cv::resize(samples(cv::Rect(0, 0, 2 * half.width, 2 * half.height)), smaller, half, 0, 0, cv::INTER_AREA);
        samples = smaller;
    }
    return samples;
}

// Where `part` of `whole_side` samples lies inside, and what of the view that is.
struct Overlap {
    int from = 0;  // samples
    int count = 0;
    int view_from = 0;   // view px, even
    int view_count = 0;  // even
};

Overlap overlap(float from, float length, int whole_side, int view_side) {
    const float scale = static_cast<float>(view_side) / length;
    const int first = std::clamp(static_cast<int>(std::lround(from)), 0, whole_side - 1);
    const int last = std::clamp(static_cast<int>(std::lround(from + length)), first + 1, whole_side);
    const auto even = [](float v) { return static_cast<int>(std::lround(v / 2)) * 2; };
    const int view_first = std::clamp(even((static_cast<float>(first) - from) * scale), 0, view_side - 2);
    const int view_last = std::clamp(even((static_cast<float>(last) - from) * scale), view_first + 2, view_side);
    return {first, last - first, view_first, view_last - view_first};
}

}  // namespace

cv::Mat thumb_of(const media::Frame& frame) {
    const cv::Mat luma = samples_of(frame, 0);
    // Of a tall picture every few lines are enough to tell its light by.
    const int lines = std::max(1, luma.rows / (thumb_height * lines_a_cell));
    const cv::Mat some(luma.rows / lines, luma.cols, luma.type(), luma.data,
                       luma.step * static_cast<std::size_t>(lines));
    cv::Mat small;
    cv::resize(some, small, {thumb_width, thumb_height}, 0, 0, cv::INTER_AREA);
    return in_eight_bits(small);
}

View view_of(const Picture& picture, Box part, cv::Size size) {
    size = {std::max(2, size.width / 2 * 2), std::max(2, size.height / 2 * 2)};
    const Overlap x = overlap(part.x, part.w, picture.frame.width(), size.width);
    const Overlap y = overlap(part.y, part.h, picture.frame.height(), size.height);
    const bool shrinks = x.view_count < x.count;
    // Scaled plane by plane, then turned to BGR in one small picture (I420: the three planes below each other).
    cv::Mat planar(y.view_count * 3 / 2, x.view_count, CV_8UC1);
    std::uint8_t* target = planar.ptr();
    for (int plane = 0; plane < 3; ++plane) {
        const int half = plane == 0 ? 1 : 2;
        const cv::Mat samples = samples_of(picture.frame, plane);
        cv::Rect rect(x.from / half, y.from / half, std::max(1, x.count / half), std::max(1, y.count / half));
        rect &= cv::Rect(0, 0, samples.cols, samples.rows);
        const cv::Size scaled(x.view_count / half, y.view_count / half);
        cv::Mat small;
        cv::resize(halved_towards(samples(rect), scaled), small, scaled, 0, 0,
                   shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
        cv::Mat place(scaled, CV_8UC1, target);
        in_eight_bits(small).copyTo(place);
        target += scaled.area();
    }
    cv::Mat bgr;
    cv::cvtColor(planar, bgr, cv::COLOR_YUV2BGR_I420);
    View view{bgr, part.x, part.y, part.w / static_cast<float>(size.width), part.h / static_cast<float>(size.height)};
    if (bgr.size() != size) {
        view.bgr = cv::Mat(size, CV_8UC3, cv::Scalar::all(outside_level));
        bgr.copyTo(view.bgr(cv::Rect(x.view_from, y.view_from, x.view_count, y.view_count)));
    }
    return view;
}

cv::Size whole_size(const Picture& picture, int longer) {
    const auto w = static_cast<float>(picture.frame.width());
    const auto h = static_cast<float>(picture.frame.height());
    const float shown = w * picture.pixel_aspect;
    const float scale = std::min(1.F, static_cast<float>(longer) / std::max(shown, h));
    return {static_cast<int>(std::lround(shown * scale)), static_cast<int>(std::lround(h * scale))};
}

media::Image image_of(const cv::Mat& bgr) {
    media::Image image{bgr.cols, bgr.rows, 3, {}};
    image.pixels.resize(bgr.total() * 3);
    bgr.copyTo(cv::Mat(bgr.rows, bgr.cols, CV_8UC3, image.pixels.data()));
    return image;
}

View square_view(const Picture& picture, Box about, float factor, int side) {
    const float high = factor * std::max(about.w * picture.pixel_aspect, about.h);
    const float wide = high / picture.pixel_aspect;
    return view_of(picture, {about.x + (about.w - wide) / 2, about.y + (about.h - high) / 2, wide, high}, {side, side});
}

}  // namespace counterclip::faces
