// Shifts a voice's pitch and formants, sample n out belonging to sample n in. Inside the voice room only.
#pragma once

#include <vector>

#include "media/filter.h"
#include "voice/treatment.h"

namespace counterclip::voice {

class DisguiseFilter {
  public:
    // `disguise` must not be none.
    DisguiseFilter(Disguise disguise, int sample_rate, int channels);

    // Blocks must follow each other. In all, exactly as many samples come out as went in, counted from the first
    // block's first_sample on.
    std::vector<media::AudioBlock> apply(const media::AudioBlock& block);
    std::vector<media::AudioBlock> finish();

  private:
    void collect(const std::vector<media::AudioBlock>& blocks);
    std::vector<media::AudioBlock> give();

    int sample_rate_;
    int channels_;
    media::AudioFilter filter_;
    std::int64_t to_drop_ = 0;  // values of the filter's output that belong to nothing put in
    std::vector<float> ready_;  // aligned and not yet given
    std::int64_t first_ = 0;    // position of the first sample put in
    std::int64_t put_in_ = 0;   // samples
    std::int64_t given_ = 0;
};

}  // namespace counterclip::voice
