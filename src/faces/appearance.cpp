#include "faces/appearance.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace counterclip::faces {

namespace {

constexpr float head_factor = 1.4F;
constexpr float darkest = 12;  // mean grey level below which colours are noise
constexpr float memory = 0.8F;

}  // namespace

Appearance appearance_of(const Picture& picture, Box face) {
    constexpr int px = 4;  // a cell's side in the view
    const View view =
        view_of(picture, scaled_about_centre(face, head_factor), {Appearance::columns * px, Appearance::rows * px});
    cv::Mat cells;
    cv::resize(view.bgr, cells, {Appearance::columns, Appearance::rows}, 0, 0, cv::INTER_AREA);
    const cv::Scalar mean = cv::mean(cells);
    const auto light = static_cast<float>((mean[0] + mean[1] + mean[2]) / 3);
    Appearance out;
    if (light < darkest) return out;
    std::transform(cells.datastart, cells.dataend, out.colours.begin(),
                   [&](std::uint8_t v) { return static_cast<float>(v) / light; });
    out.known = true;
    return out;
}

float unlikeness(const Appearance& a, const Appearance& b) {
    if (!a.known || !b.known) return 0;
    float sum = 0;
    for (std::size_t i = 0; i < a.colours.size(); ++i) sum += std::abs(a.colours[i] - b.colours[i]);
    return sum / static_cast<float>(a.colours.size());
}

Appearance blended(const Appearance& before, const Appearance& now) {
    if (!before.known) return now;
    if (!now.known) return before;
    Appearance out = before;
    for (std::size_t i = 0; i < out.colours.size(); ++i) {
        out.colours[i] = memory * before.colours[i] + (1 - memory) * now.colours[i];
    }
    return out;
}

}  // namespace counterclip::faces
