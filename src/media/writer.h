// Writes one picture track and at most one sound track: H.264 + AAC in MP4 (index first), or VP9 + Opus in WebM.
//
// What is written is exactly what is given (invariant P4): no tag, chapter, data stream or encoder name goes along;
// each frame written is one packet that is shown. The file is no valid file until finish(). Write to a Staged path.
//
// Feed pictures and sound roughly in time order (within a second of each other), or libav must buffer. One thread.
// Errors: Error naming the file: cannot be written, disk full, size not encodable.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/time.h"
#include "media/frame.h"
#include "media/reader.h"

namespace counterclip::media {

enum class Container { mp4, webm };

struct VideoSettings {
    int width = 0;  // px; odd sizes are kept as they are where the codec can, else Error
    int height = 0;
    PixelFormat format = PixelFormat::yuv420p8;
    Rational sample_aspect{1, 1};
    Colour colour{};
    Rational time_base{1, 90000};  // pts are kept to this tick (WebM: milliseconds)
    Rational frame_rate{25, 1};    // a hint for rate control; frame times need not follow it
    int crf = 20;                  // constant quality, x264's or VP9's scale
    std::string speed =
        "superfast";  // x264's preset, superfast with the macroblock tree; VP9: "medium" = cpu-used 3, else 6
    int threads = 0;
};

struct AudioSettings {
    int sample_rate = 48000;  // Opus: resampled to 48000
    int channels = 2;
    int bitrate = 128000;  // bits a second
};

class Writer {
  public:
    Writer(const std::filesystem::path& file, Container container, VideoSettings video,
           std::optional<AudioSettings> audio);
    ~Writer();
    Writer(Writer&&) noexcept;

    void write(const Frame& frame);       // pts must rise
    void write(const AudioBlock& block);  // blocks must follow each other without holes
    void finish();

    std::int64_t frames_written() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// One row a preset: what the world receives. "web" MP4 for platforms, "webm" for open players, "small" for messengers.
struct Preset {
    std::string name;
    std::string description;
    Container container;
    int max_height;  // px; larger sources are scaled down; 0 = as the source
    int crf;
    std::string speed;
    int audio_bitrate;
    double loudness = -16;  // LUFS (EBU R 128, integrated) that a clip's sound is brought to
    double true_peak = -1;  // dBTP that it stays below
};
const std::vector<Preset>& presets();
const Preset& preset(std::string_view name);  // Error(usage) listing the names

}  // namespace counterclip::media
