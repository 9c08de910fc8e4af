// Sound of one form into interleaved float of another (swresample). Private to the media room.
#pragma once

#include <vector>

#include "media/libav.h"
#include "media/reader.h"

namespace counterclip::media {

class Resampler {
  public:
    // From the form of `like` to `sample_rate` and `channels` (1 or 2 are mixed, more are kept in libav's usual order).
    Resampler(const AVFrame& like, int sample_rate, int channels, SoundSide side = SoundSide::all);
    // From interleaved float.
    Resampler(int source_rate, int source_channels, int sample_rate, int channels);

    bool takes(const AVFrame& frame) const noexcept;
    int source_rate() const noexcept { return source_rate_; }

    // Appends to `out` what comes of the frame's samples from `skip` on.
    void put(const AVFrame& frame, int skip, std::vector<float>& out);
    void put(const float* samples, int frames, std::vector<float>& out);
    void put_silence(int frames, std::vector<float>& out);
    // Appends the rest that the resampler still holds.
    void finish(std::vector<float>& out);

  private:
    SwrPtr swr_;
    ChannelLayout source_layout_;
    int source_rate_;
    int source_format_;
    int rate_;
    int channels_;
    SoundSide side_ = SoundSide::all;

    void open();
    void convert(const std::uint8_t** planes, int frames, std::vector<float>& out);
};

}  // namespace counterclip::media
