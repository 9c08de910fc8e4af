// Small recordings whose pictures carry their number in black and white stripes, so that a test can say which picture
// it sees after any codec, size or turn; and the ffmpeg command for sources that our own Writer cannot (and must not)
// make.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "media/frame.h"
#include "media/reader.h"
#include "media/writer.h"

namespace counterclip::test {

// Stripes from left to right are the bits of `number`, lowest first; the left half of the top row band is brighter, so
// that turned pictures can be told from upright ones.
media::Frame numbered_frame(int number, int width = 320, int height = 240,
                            media::PixelFormat format = media::PixelFormat::yuv420p8, media::Colour colour = {});
int number_in(const media::Frame& frame);

struct Recording {
    int frames = 50;
    int width = 320;
    int height = 240;
    media::PixelFormat format = media::PixelFormat::yuv420p8;
    media::Colour colour{};
    Rational sample_aspect{1, 1};
    Rational time_base{1, 12800};
    Rational frame_rate{25, 1};
    std::vector<std::int64_t> pts{};  // in time_base; empty: even steps of frame_rate from 0
    bool sound = true;                // 48 kHz stereo: a ramp-free tone, see tone_at()
    media::Container container = media::Container::mp4;
};
std::filesystem::path record(const std::filesystem::path& file, const Recording& recording = {});

// One block of `frames` samples from `first` on, every sample given by `value(n)`.
media::AudioBlock block_of(std::int64_t first, std::int64_t frames, int channels, int rate,
                           float (*value)(std::int64_t));

struct Seen {
    int number;
    Time pts;
    bool operator==(const Seen&) const = default;
    friend std::ostream& operator<<(std::ostream& out, const Seen& s) {
        return out << s.number << '@' << s.pts.count();
    }
};
// Every picture that the reader gives.
std::vector<Seen> see(const std::filesystem::path& file, media::VideoReader::Options options = {});
// Those of `all` that lie in `range`.
std::vector<Seen> within(const std::vector<Seen>& all, Range range);
std::vector<float> hear(const std::filesystem::path& file, media::AudioReader::Options options = {});

// Runs ffmpeg in `folder`; false (with a warning) when there is none. A failing run fails the test.
bool ffmpeg(const std::filesystem::path& folder, const std::string& arguments);
// What ffprobe prints for `entries` ("stream=codec_name"), one line a section.
std::string ffprobe(const std::filesystem::path& file, const std::string& arguments);

}  // namespace counterclip::test
