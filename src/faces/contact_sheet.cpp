#include "faces/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "faces/picture.h"

namespace counterclip::faces {

namespace {

constexpr int tile_width = 400;
constexpr int tile_height = 226;
constexpr int margin = 10;
constexpr int line = 18;
constexpr int lines = 3;
constexpr int columns = 3;
constexpr int title_height = 40;
constexpr float surroundings = 4;  // times the box

const cv::Scalar paper(32, 32, 32);
const cv::Scalar ink(235, 235, 235);
const cv::Scalar red(60, 60, 230);

Box around(const media::Frame& frame, float pixel_aspect, Box about) {
    const auto w = static_cast<float>(frame.width()), h = static_cast<float>(frame.height());
    constexpr float shape = static_cast<float>(tile_width) / tile_height;
    const bool all = area(about) <= 0;
    const Box middle = all ? Box{0, 0, w, h} : about;
    const float factor = all ? 1 : surroundings;
    // Not more than the picture, and all of it inside the picture: grey about it would tell nothing.
    const float high = std::min(factor * std::max(middle.h, middle.w * pixel_aspect / shape), all ? 1e9F : h);
    const float wide = high * shape / pixel_aspect;
    const auto inside = [](float start, float length, float whole) {
        return length >= whole ? (whole - length) / 2 : std::clamp(start, 0.F, whole - length);
    };
    return {inside(middle.x + (middle.w - wide) / 2, wide, w), inside(middle.y + (middle.h - high) / 2, high, h), wide,
            high};
}

void write(cv::Mat& sheet, std::string text, cv::Point at, double size) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    cv::putText(sheet, text, at, cv::FONT_HERSHEY_SIMPLEX, size, ink, 1, cv::LINE_AA);
}

}  // namespace

media::Image tile_picture(const media::Frame& frame, float pixel_aspect, Box about,
                          const std::vector<MarkedBox>& marks) {
    Picture picture;
    picture.frame = frame;
    picture.pixel_aspect = pixel_aspect;
    View view = view_of(picture, around(frame, pixel_aspect, about), {tile_width, tile_height});
    for (const auto& mark : marks) {
        const Box b = view.to_view(mark.box);
        const cv::Rect rect(cvRound(b.x), cvRound(b.y), std::max(1, cvRound(b.w)), std::max(1, cvRound(b.h)));
        cv::rectangle(view.bgr, rect, mark.bad ? red : ink, mark.bad ? 2 : 1);
    }
    return image_of(view.bgr);
}

media::Image contact_sheet(const std::string& title, const std::vector<Tile>& tiles) {
    const int rows = (static_cast<int>(tiles.size()) + columns - 1) / columns;
    constexpr int across = tile_width + margin, down = tile_height + lines * line + margin;
    cv::Mat sheet(title_height + rows * down + margin, columns * across + margin, CV_8UC3, paper);
    write(sheet, title, {margin, title_height - 14}, 0.5);
    for (int i = 0; i < static_cast<int>(tiles.size()); ++i) {
        const auto& tile = tiles[static_cast<std::size_t>(i)];
        const cv::Point corner(margin + i % columns * across, title_height + i / columns * down);
        const cv::Mat picture(tile.picture.height, tile.picture.width, CV_8UC3,
                              const_cast<std::uint8_t*>(tile.picture.pixels.data()));
        const cv::Rect place(corner, picture.size());
        picture.copyTo(sheet(place));
        if (tile.bad) cv::rectangle(sheet, place, red, 3);
        for (int n = 0; n < std::min(lines, static_cast<int>(tile.caption.size())); ++n)
            write(sheet, tile.caption[static_cast<std::size_t>(n)],
                  {corner.x, corner.y + tile_height + line * (n + 1) - 4}, 0.42);
    }
    return image_of(sheet);
}

}  // namespace counterclip::faces
