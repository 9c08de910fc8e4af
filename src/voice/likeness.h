// Whether one sound is in another, however loud, turned over or mixed with others: for the proof on finished files.
#pragma once

#include <span>

#include "media/spectrum.h"

namespace counterclip::voice {

// The cross-correlation by phase alone (GCC-PHAT: Knapp and Carter 1976): each frequency counts the same, so a quiet
// voice under a loud one is found, and a voice whose frequencies were moved is not taken for itself. What is quieter
// than anything else at every frequency is not found, and not heard either.
class Likeness {
  public:
    static constexpr int sample_rate = 16000;
    static constexpr int longest = 8192;  // samples of a window: half a second
    static constexpr int reach = 3200;    // samples by which one may come later than the other: 0.2 s

    Likeness();

    struct Result {
        double found = 0;  // 0 to 1, of either sign, at the best shift
        double chance =
            1;  // what sounds that have nothing to do with each other come to, at most, in one of a thousand
        bool is_like(double least) const { return found > least && found > 1.5 * chance; }
    };
    // Both of the same length, at most `longest`. Not alike where one of them is silent.
    Result of(std::span<const float> a, std::span<const float> b) const;

  private:
    media::Fourier fourier_;
};

// Mean level of samples as a factor of full scale (RMS).
double level_of(std::span<const float> samples);
// The same of what is left when a tone of 1 kHz is taken out, in whatever phase.
double level_beside_tone(std::span<const float> samples, int sample_rate);

}  // namespace counterclip::voice
