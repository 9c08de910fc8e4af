// plan -> finished file, streaming: decode, obscure, draw text, encode, each in its own thread with bounded queues.
#pragma once

#include <filesystem>

#include "clip/plan.h"
#include "core/progress.h"

namespace counterclip::clip {

struct Rendered {
    std::int64_t frames = 0;        // written
    std::int64_t hidden_whole = 0;  // frames of which nothing is shown
    std::int64_t masked = 0;        // frames with at least one ellipse
    Time duration{};
};

// Writes `file` (a staging path; the caller publishes it). Throws Error naming the recording or file that failed;
// Error(cancelled) when stopped. Progress counts nanoseconds of clip.
Rendered render(const Plan& plan, const std::filesystem::path& file, Progress& progress);

}  // namespace counterclip::clip
