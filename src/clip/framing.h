// Which part of a picture is shown where the clip has another shape: a crop that follows the person smoothly. It is cut
// out of the picture that is obscured already, so wherever it lies, it uncovers nothing.
#pragma once

#include <vector>

#include "clip/fit.h"
#include "core/time.h"
#include "faces/track.h"

namespace counterclip::clip {

// The crop's centre, px of the recording. Between two keys it moves evenly; where the later one jumps (a new shot) it
// stays till there.
struct CropKey {
    Time pts{};  // on the recording's clock
    double x = 0;
    double y = 0;
    bool jumps = false;
};

struct Crop {
    int width = 0;  // px of the recording, even; 0 = the whole picture is shown
    int height = 0;
    std::vector<CropKey> keys;  // rising; never empty where there is a width
};

// The largest crop of the output's shape in a picture of width x height px, following `tracks` over `range`: those of
// the subject where any is labelled so, else whoever is seen longest and largest. Small movements leave it where it is;
// larger ones it follows with a soft start and end; at shot changes it jumps. Nobody to follow: the middle.
Crop follow(const std::vector<faces::Track>& tracks, Range range, const std::vector<Time>& shot_changes, int width,
            int height, Rational sample_aspect, int into_width, int into_height, Rational into_aspect);

// At `pts`, inside a picture of width x height px.
Cut at(const Crop& crop, Time pts, int width, int height) noexcept;

}  // namespace counterclip::clip
