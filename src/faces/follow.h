// Follows a face by its own look where detectors are blind: from one picture to the next by template matching.
#pragma once

#include <optional>

#include "faces/picture.h"

namespace counterclip::faces {

// Where the patch that lies at `box` in `from` lies in `to`, looking up to half its size away; nothing when it is not
// there or too flat to tell.
std::optional<Box> followed(const Picture& from, Box box, const Picture& to);

}  // namespace counterclip::faces
