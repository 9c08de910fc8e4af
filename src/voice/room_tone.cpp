#include "voice/room_tone.h"

#include <cmath>
#include <numbers>

namespace counterclip::voice {

namespace {

constexpr double corner = 300;      // Hz
constexpr double loudness = 0.001;  // of full scale: -60 dB

// xorshift64* (Vigna 2016), -1 to 1.
double noise(std::uint64_t& state) {
    state ^= state >> 12U;
    state ^= state << 25U;
    state ^= state >> 27U;
    return static_cast<double>((state * 0x2545F4914F6CDD1DU) >> 11U) * 0x1p-52 - 1;
}

}  // namespace

RoomTone::RoomTone(int sample_rate, int channels)
    : follow_(1 - std::exp(-2 * std::numbers::pi * corner / sample_rate)),
      // White noise between -1 and 1 has a variance of 1/3, of which the filter leaves follow / (2 - follow).
      level_(loudness / std::sqrt(follow_ / (2 - follow_) / 3)),
      filtered_(static_cast<std::size_t>(channels)) {}

void RoomTone::add_to(media::AudioBlock& block) {
    for (std::size_t n = 0; n < block.samples.size(); ++n) {
        double& filtered = filtered_[n % filtered_.size()];
        filtered += follow_ * (noise(state_) - filtered);
        block.samples[n] += static_cast<float>(level_ * filtered);
    }
}

}  // namespace counterclip::voice
