// What silence sounds like in a room: a quiet noise, made here. Nothing of any recording is in it.
#pragma once

#include <cstdint>
#include <vector>

#include "media/reader.h"

namespace counterclip::voice {

// Noise that falls by 6 dB an octave above 300 Hz, at -60 dBFS, each channel its own. Always the same from its first
// sample on.
class RoomTone {
  public:
    explicit RoomTone(int sample_rate, int channels);
    void add_to(media::AudioBlock& block);

  private:
    double follow_;  // share by which the filter follows the noise
    double level_;
    std::vector<double> filtered_;  // by channel
    std::uint64_t state_ = 0x2545F4914F6CDD1DU;
};

}  // namespace counterclip::voice
