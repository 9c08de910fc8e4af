// The veil's fill: a harmonic function inside the ellipse, from the colours around its rim, with the chosen tone
// growing towards the middle.
//
// The ellipse is mapped to a disc. There the harmonic (Laplace) function with given rim values has a closed form,
//     u(r, t) = sum over k of r^k (a_k cos kt + b_k sin kt),   a_k, b_k = the rim's Fourier coefficients,
// so nothing has to be solved step by step: it is as smooth as can be, its extremes lie on the rim, and detail of the
// rim fades as r^k on the way in. It is evaluated at the nodes of a small grid.
#pragma once

#include <array>

#include "faces/obscure_fill.h"
#include "faces/obscure_levels.h"
#include "faces/obscure_rim.h"

namespace counterclip::faces {

// Sets `fills` (Y, Cb, Cr). A rim that is not known gives the flat grey of a hidden frame.
void weave_veil(std::array<Fill, 3>& fills, const Shape& shape, const Rim& rim, Tone tone, const Levels& levels);

}  // namespace counterclip::faces
