// One box a face, from many overlapping ones.
#pragma once

#include <vector>

#include "faces/detector.h"

namespace counterclip::faces {

// Best first. A box is dropped when a better one overlaps it (IoU above 0.4), or when it lies inside a larger one that
// is not much weaker: in close-ups detectors also fire on a mouth or an eye, and the larger box hides those too.
std::vector<Detection> suppress(std::vector<Detection> detections);

}  // namespace counterclip::faces
