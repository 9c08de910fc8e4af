// Spoken sound for a scene, by espeak-ng run as a program; a tone in the rhythm of speech where there is none.
#pragma once

#include <string>
#include <vector>

#include "core/time.h"

namespace counterclip::puppet {

// When the n-th sentence of a text is spoken.
struct Saying {
    Range range;
    std::size_t sentence = 0;
};

struct Speech {
    int sample_rate = 0;
    std::vector<float> samples{};  // one channel, -1..1
    std::vector<Saying> said{};    // in the order of time; the last one may be cut short
};

// A sentence ends with '.', '?' or '!' before a blank.
std::vector<std::string> sentences(const std::string& text);
// `text` over and over with pauses between its sentences, cut to `duration`.
Speech spoken(const std::string& text, Time duration);
// How far a mouth stands open at `t`, 0..1: the loudness there.
double loudness(const Speech& speech, Time t);

}  // namespace counterclip::puppet
