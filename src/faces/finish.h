// From trails to tracks and gaps: what is left to decide when every picture has been looked at.
#pragma once

#include <vector>

#include "faces/track.h"
#include "faces/trail.h"

namespace counterclip::faces {

struct Seen {
    std::vector<Time> pts;           // of every frame, by index
    std::vector<std::int64_t> cuts;  // indices of first frames of new shots
    int width = 0;                   // px of the pictures the marks are in
    int height = 0;
    float frames_per_second = 25;
};

struct Finished {
    std::vector<Track> tracks;  // ids from 1, in order of appearance
    std::vector<Gap> gaps;
};

// Drops noise, joins what belongs together, fills the frames between marks, names what stays in doubt.
Finished finish(std::vector<Trail> trails, const Seen& seen);

}  // namespace counterclip::faces
