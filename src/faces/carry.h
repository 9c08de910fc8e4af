// `faces follow`: a box that a person drew in one frame, carried forward and backward through the recording.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/progress.h"
#include "faces/region.h"

namespace counterclip::faces {

struct CarryOptions {
    int video_track = 0;
    // Where it is lost the box stays that long where it was last seen: whoever it belongs to is still near (P3).
    Time hold = std::chrono::milliseconds(500);
    float margin = 0.06F;  // of the box's size, added on each side of what was drawn: following is not exact to the px
};

// Why following stopped on one side.
enum class CarryEnd : std::uint8_t {
    range,         // the end of what was asked for, or of the recording
    lost,          // covered, turned away, changed or too fast
    shot_change,   // the next picture is of another shot
    left_picture,  // it went out over the edge
};
std::string to_string(CarryEnd end);

struct Carried {
    std::vector<RegionKey> keys;  // for Region::keys: rising, thinned to what linear interpolation keeps to half a px
    Time out{};                   // for Region::out: holds included
    CarryEnd before = CarryEnd::range;  // why it starts where it starts
    CarryEnd after = CarryEnd::range;
};

// Follows what lies in `drawn` (at drawn.pts, px of the displayed frame) inside `within`, which must hold drawn.pts.
// Stops, each way on its own, where it is lost rather than guess: look at the ends, draw again there and follow on.
// Decodes once forward and in short stretches backward: memory does not grow with the range. Throws Error naming the
// file, Error(usage) when the box lies outside the picture or shows nothing to follow, Error(cancelled). Progress
// counts nanoseconds of recording.
Carried carry(const std::filesystem::path& file, const RegionKey& drawn, Range within, const CarryOptions& options,
              Progress& progress);

// Fewer keys for the same motion: those dropped lie within `tolerance` px (and 0.02 rad) of the line between the kept.
std::vector<RegionKey> thinned(const std::vector<RegionKey>& keys, float tolerance);

}  // namespace counterclip::faces
