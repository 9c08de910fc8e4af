#include "numbered_media.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

namespace counterclip::test {

using namespace media;

namespace {

constexpr int bits = 10;

void set_sample(const Plane& plane, PixelFormat format, int x, int y, int value) {
    if (format == PixelFormat::yuv420p8)
        plane.data[y * plane.stride + x] = static_cast<std::uint8_t>(value);
    else
        reinterpret_cast<std::uint16_t*>(plane.data + y * plane.stride)[x] = static_cast<std::uint16_t>(value << 2);
}

int sample(const ConstPlane& plane, PixelFormat format, int x, int y) {
    if (format == PixelFormat::yuv420p8) return plane.data[y * plane.stride + x];
    return reinterpret_cast<const std::uint16_t*>(plane.data + y * plane.stride)[x] >> 2;
}

float tone(std::int64_t n) {
    return 0.3F * std::sin(2 * 3.14159265F * 440 * static_cast<float>(n % 48000) / 48000);
}

std::string output_of(const std::string& command) {
    std::string text;
    std::array<char, 4096> buffer{};
    FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe) return text;
    while (const auto n = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), n);
    ::pclose(pipe);
    return text;
}

}  // namespace

Frame numbered_frame(int number, int width, int height, PixelFormat format, Colour colour) {
    Frame frame(width, height, format, colour);
    const Plane luma = frame.writable(0);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool set = number >> (x * bits / width) & 1;
            set_sample(luma, format, x, y, set ? 200 : 50);
        }
    for (int i = 1; i < 3; ++i) {
        const Plane chroma = frame.writable(i);
        for (int y = 0; y < chroma.height; ++y)
            for (int x = 0; x < chroma.width; ++x) set_sample(chroma, format, x, y, 128);
    }
    return frame;
}

int number_in(const Frame& frame) {
    const ConstPlane luma = frame.plane(0);
    int number = 0;
    for (int bit = 0; bit < bits; ++bit) {
        const int x = (2 * bit + 1) * luma.width / (2 * bits);
        if (sample(luma, frame.format(), x, luma.height / 2) > 125) number |= 1 << bit;
    }
    return number;
}

AudioBlock block_of(std::int64_t first, std::int64_t frames, int channels, int rate, float (*value)(std::int64_t)) {
    AudioBlock block{first, channels, rate, {}};
    for (std::int64_t n = first; n < first + frames; ++n) block.samples.insert(block.samples.end(), channels, value(n));
    return block;
}

std::filesystem::path record(const std::filesystem::path& file, const Recording& r) {
    VideoSettings video;
    video.width = r.width;
    video.height = r.height;
    video.format = r.format;
    video.colour = r.colour;
    video.sample_aspect = r.sample_aspect;
    video.time_base = r.time_base;
    video.frame_rate = r.frame_rate;
    std::optional<AudioSettings> audio;
    if (r.sound) audio = AudioSettings{};
    Writer writer(file, r.container, video, audio);
    std::int64_t samples = 0;
    for (int n = 0; n < r.frames; ++n) {
        Frame frame = numbered_frame(n, r.width, r.height, r.format, r.colour);
        const Rational step{r.frame_rate.den, r.frame_rate.num};
        frame.set_pts(r.pts.empty() ? to_time(n, step) : to_time(r.pts[static_cast<std::size_t>(n)], r.time_base));
        writer.write(frame);
        const std::int64_t until = r.sound ? to_pts(to_time(n + 1, step), {1, 48000}) : 0;
        if (until > samples) writer.write(block_of(samples, until - samples, 2, 48000, tone));
        samples = std::max(samples, until);
    }
    writer.finish();
    return file;
}

std::vector<Seen> see(const std::filesystem::path& file, VideoReader::Options options) {
    VideoReader reader(file, options);
    std::vector<Seen> seen;
    Frame frame;
    while (reader.next(frame)) seen.push_back({number_in(frame), frame.pts()});
    return seen;
}

std::vector<Seen> within(const std::vector<Seen>& all, Range range) {
    std::vector<Seen> some;
    for (const auto& one : all)
        if (contains(range, one.pts)) some.push_back(one);
    return some;
}

std::vector<float> hear(const std::filesystem::path& file, AudioReader::Options options) {
    AudioReader reader(file, options);
    std::vector<float> samples;
    AudioBlock block;
    while (reader.next(block)) {
        CHECK(block.first_sample * block.channels == static_cast<std::int64_t>(samples.size()));
        samples.insert(samples.end(), block.samples.begin(), block.samples.end());
    }
    return samples;
}

bool ffmpeg(const std::filesystem::path& folder, const std::string& arguments) {
    if (std::system("command -v ffmpeg >/dev/null 2>&1") != 0) {
        WARN("skipped: the ffmpeg command is not installed");
        return false;
    }
    const auto command = fmt::format("cd '{}' && ffmpeg -nostdin -v error -y {}", folder.string(), arguments);
    INFO(command);
    REQUIRE(std::system(command.c_str()) == 0);
    return true;
}

std::string ffprobe(const std::filesystem::path& file, const std::string& arguments) {
    return output_of(fmt::format("ffprobe -v error {} -of compact=p=0 '{}'", arguments, file.string()));
}

}  // namespace counterclip::test
