// Decodes exactly the frames and samples of [in, out) of one file, in order of display.
//
// Both readers seek to the key frame (or packet) before `in`, so a range at the end of a five-hour file costs what one
// at its start costs. The first frame given is the first with pts >= in, the last the last with pts < out. Times count
// from the file's start (the smallest start time of its streams), so both readers of one file share one clock. A reader
// is used by one thread at a time; decoding runs in libav's own threads behind it.
//
// Errors: Error naming the file when it cannot be opened or holds no such track. Damaged packets inside the range are
// counted and skipped (concealed where the codec can); the range ends early when the file does.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/time.h"
#include "media/frame.h"
#include "media/probe.h"

namespace counterclip::media {

class VideoReader {
  public:
    struct Options {
        std::optional<Range> range{};  // default: the whole file
        int track = 0;                 // index into MediaInfo::video
        int threads = 0;               // decoding threads; 0 = one a processor
        bool key_frames_only = false;
        // Leaves out the deblocking of pictures that no other one is made from: a sixth quicker, for eyes that only
        // search. The pictures given are not the ones a player shows.
        bool roughly = false;
    };

    explicit VideoReader(const std::filesystem::path& file);
    VideoReader(const std::filesystem::path& file, Options options);
    ~VideoReader();
    VideoReader(VideoReader&&) noexcept;

    const VideoTrack& track() const noexcept;

    // The next picture: upright, progressive (interlaced ones through bwdif, one picture a frame), 4:2:0 in 8 bits
    // (10 when the source has more than 8), colour as in the stream. False at the end. Every picture of a file has the
    // size of track().
    bool next(Frame& frame);

    // Damaged or undecodable frames passed over so far.
    std::int64_t damaged() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Interleaved float samples of one stretch of sound.
struct AudioBlock {
    std::int64_t first_sample = 0;  // counted from range.in (Reader) or from the output's start (Writer)
    int channels = 0;
    int sample_rate = 0;
    std::vector<float> samples;  // frames() * channels

    std::int64_t frames() const noexcept { return channels ? static_cast<std::int64_t>(samples.size()) / channels : 0; }
};

// All channels, mixed as asked; or one of the first two, heard on every channel given.
enum class SoundSide { all, left, right };

class AudioReader {
  public:
    struct Options {
        std::optional<Range> range{};
        int track = 0;        // index into MediaInfo::audio
        int sample_rate = 0;  // resampled to this; 0 = as the source
        // Mixed to 1 or 2; 0 = as the source, at most 2. More than two are mixed by ITU-R BS.775 (centre and surround
        // 3 dB down, no low-frequency effects) and lowered so that nothing clips.
        int channels = 0;
        SoundSide side = SoundSide::all;  // right: Error(usage) where the track has one channel only
    };

    explicit AudioReader(const std::filesystem::path& file);
    AudioReader(const std::filesystem::path& file, Options options);
    ~AudioReader();
    AudioReader(AudioReader&&) noexcept;

    int sample_rate() const noexcept;
    int channels() const noexcept;

    // The next block (about 1,024 samples), without holes: sample n is heard at range.in + n / sample_rate; missing
    // stretches of the source are silence, overlaps are cut. With a range and `sound shorter than it` the rest is
    // silence up to range.out. False at the end.
    bool next(AudioBlock& block);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::media
