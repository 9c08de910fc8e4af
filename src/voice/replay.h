// Whether one sound is another one played again, seconds earlier or later, slower, faster or at another pitch: for
// dubbing tracks that are the recording. Coarser than likeness.h, which finds a quiet voice under a loud one.
#pragma once

#include <array>
#include <span>
#include <vector>

namespace counterclip::voice {

// How loud a sound is in sixteen bands of a third of an octave, forty times a second, in decibels down to a floor. A
// pitch moved by a tenth stays within its bands.
struct Contour {
    static constexpr int sample_rate = 16000;
    static constexpr int per_second = 40;
    static constexpr std::size_t bands = 16;
    using Frame = std::array<float, bands>;
    std::vector<Frame> frames;
};
Contour contour_of(std::span<const float> samples);  // at Contour::sample_rate

struct Replay {
    double found = 0;  // correlation, 0 to 1, of the best place and speed
    double at = 0;     // seconds into `all` at which `piece` begins
    double speed = 1;  // of `piece`, as a factor of that of `all`
};
// Where in `all` the piece is played, at 0.9 to 1.1 of its speed. Not found where less than a second of the piece is
// loud enough to be speech, where less than half a second changes as speech does (a tone, a hum, noise: all are alike),
// or where `all` is shorter than the piece.
Replay replay_of(std::span<const Contour::Frame> piece, std::span<const Contour::Frame> all);

}  // namespace counterclip::voice
