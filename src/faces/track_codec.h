// Tracks as compact bytes for the catalog: about 10 bytes a sighting. The format is described in docs/formats.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faces/track.h"

namespace counterclip::faces {

// Boxes keep a quarter of a px, scores 1/255, roll 1/100 rad, times are exact.
std::string encode(const std::vector<Sighting>& sightings);
// Throws Error when the bytes are damaged or of a newer version.
std::vector<Sighting> decode(std::string_view bytes);

}  // namespace counterclip::faces
