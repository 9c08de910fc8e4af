// Fills made from the face itself, for faces that nobody asked to hide: mosaic and blur. Not private (P2 does not
// hold).
#pragma once

#include <cstdint>

#include "faces/obscure_fill.h"
#include "faces/obscure_levels.h"
#include "media/frame.h"

namespace counterclip::faces {

// At most five blocks across the mask's narrower side (a face is narrower than its mask), each its mean and a number of
// its own that stays the same from frame to frame, so that averaging frames does not take it away.
void pixelate(Fill& fill, const media::Frame& frame, int plane, const Shape& shape, const Levels& levels,
              std::uint64_t seed);

// A Gaussian of an eighth of the mask's size.
void blur(Fill& fill, const media::Frame& frame, int plane, const Shape& shape);

}  // namespace counterclip::faces
