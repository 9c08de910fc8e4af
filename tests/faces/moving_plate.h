// A film of one textured plate that moves over a textured wall, with its place in every frame known.
#pragma once

#include <cmath>
#include <filesystem>
#include <functional>

#include "faces/region.h"
#include "media/writer.h"

namespace counterclip::faces::test {

inline constexpr int film_width = 320;
inline constexpr int film_height = 240;
inline constexpr Time film_frame = std::chrono::milliseconds(40);

struct Moment {
    double x = 0;  // centre, px
    double y = 0;
    double w = 0;
    double h = 0;
    double angle = 0;
    bool covered = false;  // a plain board stands in front of it
    double cover = 0;      // share of it that a patterned board has slid over, from the left
    int wall = 0;          // which wall is behind: another one is another shot
};

using Story = std::function<Moment(int frame)>;

// Smooth noise, the same on every machine; `seed` makes other ones. About 40..220.
inline double noise(double x, double y, int seed) {
    const auto lattice = [seed](int i, int j) {
        auto h = static_cast<std::uint32_t>(i) * 374761393U + static_cast<std::uint32_t>(j) * 668265263U +
                 static_cast<std::uint32_t>(seed) * 2246822519U;
        h = (h ^ (h >> 13)) * 1274126177U;
        return 40 + (h >> 16) % 180;
    };
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const int i = static_cast<int>(fx);
    const int j = static_cast<int>(fy);
    const double u = x - fx;
    const double v = y - fy;
    return (lattice(i, j) * (1 - u) + lattice(i + 1, j) * u) * (1 - v) +
           (lattice(i, j + 1) * (1 - u) + lattice(i + 1, j + 1) * u) * v;
}

inline media::Frame film_picture(const Moment& m) {
    media::Frame frame(film_width, film_height, media::PixelFormat::yuv420p8);
    const media::Plane luma = frame.writable(0);
    const double c = std::cos(m.angle);
    const double s = std::sin(m.angle);
    for (int y = 0; y < film_height; ++y) {
        for (int x = 0; x < film_width; ++x) {
            const double dx = x + 0.5 - m.x;
            const double dy = y + 0.5 - m.y;
            const double u = (dx * c + dy * s) / m.w + 0.5;
            const double v = (dy * c - dx * s) / m.h + 0.5;
            double value = noise(x / 40.0, y / 40.0, 7 + m.wall);
            if (m.covered && std::abs(dx) < m.w && std::abs(dy) < m.h)
                value = 120;
            else if (u >= 0 && u < 1 && v >= 0 && v < 1)
                value = u < m.cover ? noise((u - m.cover) * 8, v * 8, 55) : noise(u * 8, v * 8, 99);
            luma.data[y * luma.stride + x] = static_cast<std::uint8_t>(value);
        }
    }
    for (int plane = 1; plane < 3; ++plane) {
        const media::Plane p = frame.writable(plane);
        for (int y = 0; y < p.height; ++y) std::fill_n(p.data + y * p.stride, p.width, std::uint8_t{128});
    }
    return frame;
}

inline void write_film(const std::filesystem::path& file, int frames, const Story& story) {
    media::VideoSettings video;
    video.width = film_width;
    video.height = film_height;
    media::Writer writer(file, media::Container::mp4, video, std::nullopt);
    for (int i = 0; i < frames; ++i) {
        media::Frame frame = film_picture(story(i));
        frame.set_pts(i * film_frame);
        writer.write(frame);
    }
    writer.finish();
}

inline Box box_of(const Moment& m) {
    return {static_cast<float>(m.x - m.w / 2), static_cast<float>(m.y - m.h / 2), static_cast<float>(m.w),
            static_cast<float>(m.h)};
}

inline RegionKey drawn_at(const Moment& m, int frame) {
    const Box b = box_of(m);
    return {frame * film_frame, b.x, b.y, b.w, b.h, static_cast<float>(m.angle)};
}

}  // namespace counterclip::faces::test
