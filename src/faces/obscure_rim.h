// What surrounds a mask: the colours around its rim and the noise of the picture there. All that a veil knows of a
// frame.
//
// Samples are taken in a band just outside the ellipse (where the feather lies: the fill then agrees with what shines
// through the feather), never inside any ellipse of the frame and never outside the frame.
#pragma once

#include <array>
#include <vector>

#include "faces/obscure_levels.h"
#include "faces/obscure_shape.h"
#include "media/frame.h"

namespace counterclip::faces {

constexpr std::size_t rim_cells = 64;  // around the ellipse, from its x axis towards its y axis

// One plane's colour around the rim. Cells where nothing could be seen (frame's edge, another face) are filled in from
// their neighbours on both sides.
using RimLine = std::array<float, rim_cells>;

struct Rim {
    bool known = false;           // false: nothing outside the mask lies in the frame, and nothing here says anything
    std::array<RimLine, 3> line;  // sample values of Y, Cb, Cr
    bool noise_known = false;
    float noise = 0;  // standard deviation of luma, in steps of the 8-bit scale
};

// `shapes` are all shapes of the frame.
Rim measure_rim(const media::Frame& frame, const Levels& levels, const Shape& shape, const std::vector<Shape>& shapes);

// Moves `kept` towards `seen`: by `share` (0..1) where little changed, wholly where the light or the scene did.
void follow(Rim& kept, const Rim& seen, float share, const Levels& levels);

}  // namespace counterclip::faces
