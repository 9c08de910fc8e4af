// From a recording to tracks, gaps and shot changes: the pass over the pictures that everything later stands on.
//
// Frames are decoded once, scaled to the detector's size straight from YUV, detected with effort where it matters, and
// associated over time forwards and backwards. Streaming: memory does not grow with the duration beyond the tracks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/progress.h"
#include "faces/detector.h"
#include "faces/track.h"

namespace counterclip::faces {

struct AnalysisOptions {
    int video_track = 0;
    int threads = 0;  // detector threads; 0 = one a processor
    // Every frame through every detector at full effort: slow, the yardstick the adaptive way is measured against.
    bool exhaustive = false;
};

struct Analysis {
    std::vector<Range> ranges;  // what was looked at, rising, apart
    std::int64_t frames = 0;    // decoded and looked at
    int width = 0;              // px as displayed
    int height = 0;
    std::vector<Time> shot_changes;  // pts of the first frame of each new shot
    std::vector<Track> tracks;       // ids 1, 2, ... in order of appearance
    std::vector<Gap> gaps;
    std::vector<DetectorModel> detectors;
    std::int64_t detector_runs = 0;  // for benches
};

// Looks at `ranges` of the file (all of it when empty). Throws Error naming the file; Error(cancelled) when stopped.
// Progress counts nanoseconds of recording looked at.
Analysis analyse(const std::filesystem::path& file, const std::vector<Range>& ranges,
                 const std::vector<DetectorModel>& models, const AnalysisOptions& options, Progress& progress);

}  // namespace counterclip::faces
