// Hides the masked part of a frame, in place, on planar YUV.
//
// `veil` and `solid` write into the mask only what was computed from pixels outside it and from their settings: change
// every pixel inside and the result is the same, bit for bit (invariant P2). `pixelate` and `gaussian` are made from
// the face; the gate refuses them where consent asks for hidden.
//
// The veil is a harmonic fill from the colours in a band just outside the ellipse (a sixth of its half axes wide, where
// the feather lies), read outside every ellipse of the frame; the chosen tone grows towards the middle, over grain as
// strong as the picture's noise in that band. The band's colours are smoothed over about 0.2 s, so that the fill
// neither flickers nor jumps; they are colours of pixels that were outside the masks of their own frame. Where nothing
// lies outside the masks the veil is the flat grey of a frame hidden whole. Where ellipses overlap the larger covers
// the smaller.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "faces/mask.h"
#include "media/frame.h"

namespace counterclip::faces {

enum class Style { veil, solid, pixelate, gaussian };
enum class Tone { none, neutral, warm, cool };  // the veil's tint towards its middle; chosen, never taken from the face

std::string to_string(Style style);
std::string to_string(Tone tone);
Style style_from(std::string_view text);  // Error(usage) listing the words
Tone tone_from(std::string_view text);

struct ObscureOptions {
    Style style = Style::veil;
    Tone tone = Tone::neutral;
    float feather = 0.12F;   // of the mask's size (both axes), outwards; at least 1.5 px
    std::uint64_t seed = 1;  // of the grain
};

// Keeps buffers and the last fill between frames (for calm from frame to frame), so: one per output, frames in order,
// one thread at a time. The kept state too is computed only from pixels outside masks.
class Obscurer {
  public:
    explicit Obscurer(const ObscureOptions& options);
    ~Obscurer();
    Obscurer(Obscurer&&) noexcept;

    // Touches only each mask with its feather; a pixel that touches an ellipse is wholly filled, and so is a chroma
    // sample any of whose pixels does. A frame hidden whole, or a mask with a number that is not finite, is flooded
    // with one grey. The frame's pts is the clock of the smoothing.
    void apply(media::Frame& frame, const FrameMask& mask);
    // At a cut: what was kept from the frame before says nothing about the next.
    void forget();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::faces
