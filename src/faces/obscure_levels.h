// What sample values mean in a frame: depth, range, and the colours that the styles choose for themselves.
#pragma once

#include <array>

#include "faces/obscure.h"
#include "media/frame.h"

namespace counterclip::faces {

// Luma, Cb, Cr in sample values of one frame.
using Colour3 = std::array<float, 3>;

struct Levels {
    float unit = 1;    // one step of the 8-bit scale: 1 for 8 bits, 4 for 10
    float black = 16;  // of luma
    float white = 235;
    float chroma_mid = 128;
    float chroma_half = 112;  // chroma reaches chroma_mid +- this
    float max = 255;          // largest sample value
    float kr = 0.2126F;       // weights of red and blue in luma (ITU-T H.273)
    float kb = 0.0722F;
};

Levels levels_of(const media::Frame& frame);

// Luma of `share` (0 black, 1 white).
inline float luma(const Levels& l, float share) {
    return l.black + share * (l.white - l.black);
}

// The flat grey of a hidden frame.
Colour3 neutral_grey(const Levels& levels);

// How a tone colours a surface of a given luma: chroma as a share of the luma above black, so that a tinted surface
// darkens with the scene and never glows.
struct Tint {
    float cb = 0;
    float cr = 0;
};
Tint tint_of(Tone tone, const Levels& levels);

// Flat colour of `solid`: the neutral grey in the tone.
Colour3 solid_colour(Tone tone, const Levels& levels);

}  // namespace counterclip::faces
