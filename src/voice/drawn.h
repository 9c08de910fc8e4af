// How far a drawn disguise moves a voice, and when. Inside the voice room only.
#pragma once

#include <cstdint>

namespace counterclip::voice {

struct Shift {
    double pitch = 1;     // factor of the pitch
    double formants = 1;  // factor of the formants, whatever the pitch
};

// The same seed gives the same shifts. Pitch goes 3 to 6 semitones up or down and formants 10 to 25 %, up or down, each
// by its own lot; around that the pitch wanders by up to a semitone and the formants by up to 4 %, within seconds: no
// constant puts the voice back. `at` is in seconds from the sound's start.
class Drawn {
  public:
    explicit Drawn(std::int64_t seed);
    Shift at(double seconds) const;

  private:
    std::uint64_t seed_;
    double semitones_;
    double formants_;
};

}  // namespace counterclip::voice
