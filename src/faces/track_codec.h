// Tracks as compact bytes for the catalog: 8 to 10 bytes for each sighting that was seen; those between that lie on the
// line are computed when read. Three faces over five hours take about 4 MB. The format is described in docs/formats.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faces/track.h"

namespace counterclip::faces {

// Boxes keep a quarter of a px (interpolated ones half a px), scores 1/255, roll 1/100 rad, times are exact. What is
// read and written again gives the same bytes.
std::string encode(const std::vector<Sighting>& sightings);
// Throws Error when the bytes are damaged or of a newer version.
std::vector<Sighting> decode(std::string_view bytes);

}  // namespace counterclip::faces
