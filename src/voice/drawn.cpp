#include "voice/drawn.h"

#include <cmath>
#include <numbers>

namespace counterclip::voice {

namespace {

// SplitMix64 (Steele, Lea, Flood 2014): every number of a sequence by its place in it.
std::uint64_t lot(std::uint64_t seed, std::uint64_t place) {
    std::uint64_t z = seed + (place + 1) * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

// From 0 to 1.
double share(std::uint64_t seed, std::uint64_t place) {
    return static_cast<double>(lot(seed, place) >> 11U) * 0x1p-53;
}

// -1 to 1, a smooth way through values drawn every `step` seconds.
double wander(std::uint64_t seed, double seconds, double step) {
    const double at = std::max(0.0, seconds) / step;
    const auto knot = static_cast<std::uint64_t>(at);
    const double between = (1 - std::cos(std::numbers::pi * (at - std::floor(at)))) / 2;
    return 2 * (share(seed, knot) * (1 - between) + share(seed, knot + 1) * between) - 1;
}

enum Lot : std::uint64_t { pitch_way, pitch_far, formant_way, formant_far, pitch_slow, pitch_quick, formant_slow };

}  // namespace

Drawn::Drawn(std::int64_t seed) : seed_(static_cast<std::uint64_t>(seed)) {
    const double way = share(seed_, pitch_way) < 0.5 ? -1 : 1;
    semitones_ = way * (3 + 3 * share(seed_, pitch_far));
    const double far = 1.10 + 0.15 * share(seed_, formant_far);
    formants_ = share(seed_, formant_way) < 0.5 ? 1 / far : far;
}

Shift Drawn::at(double seconds) const {
    const double semitones = semitones_ + 0.7 * wander(lot(seed_, pitch_slow), seconds, 1.7) +
                             0.3 * wander(lot(seed_, pitch_quick), seconds, 0.45);
    return {std::pow(2.0, semitones / 12), formants_ * (1 + 0.04 * wander(lot(seed_, formant_slow), seconds, 2.3))};
}

}  // namespace counterclip::voice
