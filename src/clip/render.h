// plan -> finished file, streaming: decode, obscure, draw text, encode, each in its own thread with bounded queues.
#pragma once

#include <filesystem>
#include <functional>

#include "clip/plan.h"
#include "core/progress.h"

namespace counterclip::clip {

struct Rendered {
    std::int64_t frames = 0;        // written
    std::int64_t hidden_whole = 0;  // frames of which nothing is shown
    std::int64_t masked = 0;        // frames with at least one ellipse
    Time duration{};                // as planned
    Time shown_until{};             // where the last picture ends; earlier than planned when the source was cut short
    std::vector<std::string> remarks{};  // on its sound: what somebody may not expect, a sentence each
};

// Told of every frame before it is obscured: its number in the output and what will be hidden. From the decoding
// thread.
using MaskObserver = std::function<void(std::int64_t frame, const faces::FrameMask& mask)>;

// Writes `file` (a staging path; the caller publishes it). Throws Error naming the recording or file that failed;
// Error(cancelled) when stopped. Progress counts nanoseconds of clip.
Rendered render(const Plan& plan, const std::filesystem::path& file, Progress& progress,
                const MaskObserver& observe = {});

}  // namespace counterclip::clip
