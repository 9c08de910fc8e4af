#include "puppet/room_draw.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "puppet/face_paint.h"

namespace counterclip::puppet {
namespace {

// Rectangles in shares of the room's width and height.
class Decorator {
  public:
    Decorator(cv::Mat3b& picture, const Camera& camera, int width, int height)
        : picture_(picture), camera_(camera), width_(width), height_(height) {}

    void box(double x, double y, double w, double h, Rgb colour) {
        const auto at = [&](double px, double py) {
            const auto p = camera_(px * width_, py * height_);
            return cv::Point(cvRound(p.x * 16), cvRound(p.y * 16));
        };
        const std::vector<std::vector<cv::Point>> outline{{at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)}};
        cv::fillPoly(picture_, outline, bgr(colour), cv::LINE_AA, 4);
    }

  private:
    cv::Mat3b& picture_;
    const Camera& camera_;
    int width_, height_;
};

void draw_wall(cv::Mat3b& picture, Rgb wall, const Camera& camera, int width, int height) {
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            const double u = ((x - camera.dx) / camera.zoom) / width - 0.35;
            const double v = ((y - camera.dy) / camera.zoom) / height - 0.30;
            const double gain = 1.06 - 0.38 * (u * u + 0.6 * v * v);
            picture(y, x) = {cv::saturate_cast<uchar>(wall.b * gain), cv::saturate_cast<uchar>(wall.g * gain),
                             cv::saturate_cast<uchar>(wall.r * gain)};
        }
    }
}

void draw_window(Decorator& draw, bool bright) {
    const Rgb frame{236, 232, 224};
    draw.box(0.045, 0.065, 0.250, 0.530, dimmed(frame, 0.80));
    draw.box(0.055, 0.080, 0.230, 0.500, frame);
    for (int pane = 0; pane < 4; ++pane) {
        const int column = pane % 2, row = pane / 2;
        const double x = 0.065 + column * 0.110, y = 0.10 + row * 0.240;
        for (int strip = 0; strip < 12; ++strip) {  // sky that pales downwards
            const double t = row * 0.5 + strip / 24.0;
            const Rgb sky = bright ? Rgb{252, 250, 244} : mixed({150, 184, 214}, {214, 222, 224}, t);
            draw.box(x, y + strip * 0.22 / 12, 0.100, 0.22 / 12 + 0.001, sky);
        }
    }
    if (!bright) {  // the houses across the street
        draw.box(0.065, 0.470, 0.045, 0.090, {148, 128, 112});
        draw.box(0.110, 0.500, 0.055, 0.060, {128, 116, 108});
        draw.box(0.175, 0.450, 0.060, 0.110, {158, 140, 120});
        draw.box(0.235, 0.490, 0.040, 0.070, {136, 122, 110});
    }
    draw.box(0.035, 0.590, 0.270, 0.022, dimmed(frame, 0.92));
    draw.box(0.035, 0.612, 0.270, 0.010, dimmed(frame, 0.55));
}

void draw_shelf(Decorator& draw, Rgb wall) {
    const Rgb wood{112, 78, 50};
    const Rgb spines[] = {{132, 58, 48}, {60, 84, 96},    {168, 148, 100}, {72, 96, 66},
                          {94, 72, 104}, {190, 176, 150}, {52, 58, 76}};
    for (const double y : {0.30, 0.56}) {
        double x = 0.705;
        for (int book = 0; book < 17 && x < 0.94; ++book) {
            const double w = 0.010 + 0.006 * ((book * 7 + int(y * 10)) % 3);
            const double h = 0.13 + 0.018 * ((book * 5 + int(y * 20)) % 4);
            const Rgb spine = spines[std::size_t(book * 3 + int(y * 10)) % std::size(spines)];
            if (book % 6 != 4) {  // some were taken out
                draw.box(x, y - h, w, h, spine);
                draw.box(x, y - h, w * 0.2, h, dimmed(spine, 1.25));
                draw.box(x, y - h * 0.8, w, h * 0.05, mixed(spine, {230, 210, 150}, 0.6));
            }
            x += w + 0.001;
        }
        draw.box(0.690, y, 0.280, 0.020, wood);
        draw.box(0.690, y + 0.020, 0.280, 0.012, dimmed(wall, 0.74));
    }
}

}  // namespace

void draw_room(cv::Mat3b& picture, const Room& room, const Camera& camera, int width, int height) {
    draw_wall(picture, room.wall, camera, width, height);
    Decorator draw(picture, camera, width, height);
    if (room.window) draw_window(draw, room.bright_window);
    if (room.shelf) draw_shelf(draw, room.wall);
    cv::GaussianBlur(picture, picture, {}, std::max(0.4, 0.0016 * height * camera.zoom));  // the room is not in focus
    if (room.window && room.bright_window) {                                               // glare
        cv::Mat3b glare = cv::Mat3b::zeros(picture.size());
        Decorator(glare, camera, width, height).box(0.055, 0.080, 0.230, 0.500, {110, 106, 98});
        cv::GaussianBlur(glare, glare, {}, 0.05 * height * camera.zoom);
        picture += glare;
    }
}

}  // namespace counterclip::puppet
