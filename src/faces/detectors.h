// The three detectors, as load() makes them. OpenCV stays behind these functions.
#pragma once

#include <filesystem>
#include <memory>

#include "faces/detector.h"

namespace counterclip::faces {

// Looks at the picture at its own size (sides padded to multiples of 32): the caller scales. Sees faces of 10 px to
// about 300 px. A net of its own for each picture size, so use few sizes.
std::unique_ptr<Detector> make_yunet(const std::filesystem::path& weights);

// Looks at squares scaled to 256 px: the whole picture, and for wide or high ones two overlapping squares beside it.
std::unique_ptr<Detector> make_blazeface(const std::filesystem::path& weights);

// `folder` holds opencv-data's haarcascade_*.xml.
std::unique_ptr<Detector> make_cascades(const std::filesystem::path& folder);

}  // namespace counterclip::faces
