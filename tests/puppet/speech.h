// Spoken sound for a scene, by espeak-ng run as a program; a tone in the rhythm of speech where there is none.
#pragma once

#include <string>
#include <vector>

#include "core/time.h"

namespace counterclip::puppet {

struct Speech {
    int sample_rate = 0;
    std::vector<float> samples;  // one channel, -1..1
};

// `text` over and over with pauses between, cut to `duration`.
Speech spoken(const std::string& text, Time duration);
// How far a mouth stands open at `t`, 0..1: the loudness there.
double loudness(const Speech& speech, Time t);

}  // namespace counterclip::puppet
