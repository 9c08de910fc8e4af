#include "puppet/develop.h"

#include <array>
#include <cmath>

namespace counterclip::puppet {
namespace {

constexpr int tile = 1 << 18;  // samples of grain, used from a new place in every row
constexpr int longest_row = 1 << 14;

struct Weights {
    double red, blue;
};

// Luma and chroma on the scale of 10 bits, in 1/65536, from R, G, B of 0..255.
struct Matrix {
    std::array<int, 3> y, cb, cr;  // of B, G, R
    explicit Matrix(Weights w, double gain) {
        const double green = 1 - w.red - w.blue, one = 65536 * gain / 255;
        const auto fixed = [](double v) { return static_cast<int>(std::lround(v)); };
        y = {fixed(876 * w.blue * one), fixed(876 * green * one), fixed(876 * w.red * one)};
        const double b = 448 / (1 - w.blue) * one, r = 448 / (1 - w.red) * one;
        cb = {fixed((1 - w.blue) * b), fixed(-green * b), fixed(-w.red * b)};
        cr = {fixed(-w.blue * r), fixed(-green * r), fixed((1 - w.red) * r)};
    }
};

template <class Sample>
void store(media::Plane plane, int x, int y, int ten_bits) noexcept {
    auto* row = reinterpret_cast<Sample*>(plane.data + y * plane.stride);
    if constexpr (sizeof(Sample) == 2) {
        row[x] = static_cast<Sample>(std::clamp(ten_bits, 4, 1019));
    } else {
        row[x] = static_cast<Sample>(std::clamp((ten_bits + 2) >> 2, 1, 254));
    }
}

template <class Sample>
void convert(const cv::Mat3b& picture, media::Frame& out, const Matrix& m, const Grain& grain, std::int64_t frame) {
    const media::Plane luma = out.writable(0), cb = out.writable(1), cr = out.writable(2);
    constexpr int half = 1 << 15;
    for (int y = 0; y < picture.rows; ++y) {
        const cv::Vec3b* in = picture[y];
        const std::int16_t* noise = grain.row(frame, y);
        for (int x = 0; x < picture.cols; ++x) {
            const int value = (m.y[0] * in[x][0] + m.y[1] * in[x][1] + m.y[2] * in[x][2] + half) >> 16;
            store<Sample>(luma, x, y, 64 + value + noise[x]);
        }
    }
    for (int y = 0; y < picture.rows / 2; ++y) {
        const cv::Vec3b *upper = picture[2 * y], *lower = picture[2 * y + 1];
        for (int x = 0; x < picture.cols / 2; ++x, upper += 2, lower += 2) {
            std::array<std::int64_t, 3> sum{};
            for (int c = 0; c < 3; ++c) sum[std::size_t(c)] = upper[0][c] + upper[1][c] + lower[0][c] + lower[1][c];
            const auto value = [&](const std::array<int, 3>& w) {
                return 512 + static_cast<int>((w[0] * sum[0] + w[1] * sum[1] + w[2] * sum[2] + 4 * half) >> 18);
            };
            store<Sample>(cb, x, y, value(m.cb));
            store<Sample>(cr, x, y, value(m.cr));
        }
    }
}

}  // namespace

std::uint64_t scrambled(std::uint64_t a, std::uint64_t b) noexcept {  // SplitMix64
    std::uint64_t z = a * 0x9e3779b97f4a7c15 + b + 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

Grain::Grain(double deviation, std::uint64_t seed) : samples_(tile + longest_row), seed_(seed) {
    for (std::size_t i = 0; i < samples_.size(); ++i) {
        const std::uint64_t bits = scrambled(seed, i);
        // The sum of four evenly spread numbers is near enough to a bell.
        double sum = -2;
        for (int k = 0; k < 4; ++k) sum += double((bits >> (16 * k)) & 0xffff) / 65536;
        samples_[i] = static_cast<std::int16_t>(std::lround(sum * std::sqrt(3.0) * deviation * 4));
    }
}

const std::int16_t* Grain::row(std::int64_t frame, int y) const noexcept {
    return samples_.data() + scrambled(seed_ ^ static_cast<std::uint64_t>(frame), static_cast<std::uint64_t>(y)) % tile;
}

media::Colour colour_of(int height) noexcept {
    const int point = height >= 720 ? 1 : 6;  // H.273: BT.709, BT.601 of 525 lines
    return {.primaries = point,
            .transfer = point,
            .matrix = point,
            .full_range = false,
            .range_known = true,
            .chroma_location = 2};
}

media::Frame developed(const cv::Mat3b& picture, media::PixelFormat format, double gain, const Grain& grain,
                       std::int64_t frame) {
    media::Frame out(picture.cols, picture.rows, format, colour_of(picture.rows));
    const Matrix matrix(picture.rows >= 720 ? Weights{0.2126, 0.0722} : Weights{0.299, 0.114}, gain);
    if (format == media::PixelFormat::yuv420p8) {
        convert<std::uint8_t>(picture, out, matrix, grain, frame);
    } else {
        convert<std::uint16_t>(picture, out, matrix, grain, frame);
    }
    return out;
}

}  // namespace counterclip::puppet
