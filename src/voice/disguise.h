// Shifts a voice's pitch and formants, sample n out belonging to sample n in. Inside the voice room only.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "media/reader.h"
#include "voice/drawn.h"
#include "voice/treatment.h"

namespace RubberBand {
class RubberBandStretcher;
}

namespace counterclip::voice {

class DisguiseFilter {
  public:
    // `disguise` must be deeper, higher or drawn; drawn needs a seed, else Error.
    DisguiseFilter(Disguise disguise, std::int64_t seed, int sample_rate, int channels);
    ~DisguiseFilter();
    DisguiseFilter(DisguiseFilter&&) noexcept;

    // Blocks must follow each other. In all, exactly as many samples come out as went in, counted from the first
    // block's first_sample on.
    std::vector<media::AudioBlock> apply(const media::AudioBlock& block);
    std::vector<media::AudioBlock> finish();

  private:
    void put(const std::vector<float>& interleaved);
    void shift_as_of(std::int64_t sample);
    std::vector<media::AudioBlock> give();

    std::function<Shift(double seconds)> shift_;
    int sample_rate_;
    int channels_;
    std::unique_ptr<RubberBand::RubberBandStretcher> stretcher_;
    std::int64_t to_drop_ = 0;  // samples of the stretcher's output that belong to nothing put in
    std::vector<float> ready_;  // interleaved, aligned and not yet given
    std::int64_t first_ = 0;    // position of the first sample put in
    std::int64_t put_in_ = 0;   // samples
    std::int64_t given_ = 0;
};

// Longer or shorter by `ratio`, at the same pitch. One channel.
std::vector<float> stretched(const std::vector<float>& mono, int sample_rate, double ratio);

}  // namespace counterclip::voice
