// Pictures and sound through libavfilter, described in libavfilter's own graph language ("ass=file.ass", "volume=0.5").
// One thread at a time. Errors: Error quoting the graph when it cannot be built or fails.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "media/frame.h"
#include "media/reader.h"

namespace counterclip::media {

// A text quoted so that libavfilter reads it as one option value (file names with ':' or quotes).
std::string quoted_for_filter(std::string_view text);

class VideoFilter {
  public:
    // Pictures in and out have the same format; the size may change (scale, pad). `sample_aspect` of the pictures put
    // in.
    VideoFilter(std::string graph, int width, int height, PixelFormat format, Colour colour,
                Rational sample_aspect = {1, 1});
    ~VideoFilter();
    VideoFilter(VideoFilter&&) noexcept;

    // One picture in; filters used here give one out, with the same pts.
    Frame apply(const Frame& frame);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

class AudioFilter {
  public:
    AudioFilter(std::string graph, int sample_rate, int channels);
    ~AudioFilter();
    AudioFilter(AudioFilter&&) noexcept;

    // Blocks in, any number of blocks out; sample positions are counted anew from the first block's first_sample and
    // the filter's delay is taken out, so sample n of the output belongs to sample n of the input.
    std::vector<AudioBlock> apply(const AudioBlock& block);
    std::vector<AudioBlock> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::media
