// Lays a fill over a mask: wholly inside, fading out over the feather.
#pragma once

#include "faces/obscure_fill.h"
#include "faces/obscure_grain.h"
#include "faces/obscure_levels.h"
#include "faces/obscure_shape.h"
#include "media/frame.h"

namespace counterclip::faces {

struct GrainOver {
    const Grain& grain;
    Grain::Place place;
    float strength = 0;  // standard deviation in sample values; 0 = none
};

// Writes one plane. Inside samples are written without being read.
void paint(const media::Plane& plane, int index, const Levels& levels, const Shape& shape, const Fill& fill,
           const GrainOver& grain);

// Sets every sample of a plane.
void flood(const media::Plane& plane, const Levels& levels, float value);

}  // namespace counterclip::faces
