// Puts silence or a tone over stretches of sound. Inside the voice room only.
#pragma once

#include <span>
#include <vector>

#include "voice/treatment.h"

namespace counterclip::voice {

// A redaction in samples: [first, end).
struct Stretch {
    std::int64_t first = 0;
    std::int64_t end = 0;
    Cover cover = Cover::silence;
};

// The samples that a redaction touches, wholly or in part. Throws Error(usage) for a range that ends before it begins.
std::vector<Stretch> stretches(const std::vector<Redaction>& redactions, int sample_rate);

// Zeroes every sample of the stretches.
void clear(media::AudioBlock& block, std::span<const Stretch> stretches);
// Fades the sound away before each stretch and back after it, within 8 ms outside of it.
void fade_around(media::AudioBlock& block, std::span<const Stretch> stretches);
// Replaces every sample of the stretches by what covers them; where two overlap, the later one in the list counts.
void cover(media::AudioBlock& block, std::span<const Stretch> stretches);

// How much of the recording as it is goes out at a sample, 0 to 1, where these stretches are spared: nothing outside of
// them, fading within 8 ms inside.
double spared(std::span<const Stretch> stretches, std::int64_t sample, int sample_rate);

}  // namespace counterclip::voice
