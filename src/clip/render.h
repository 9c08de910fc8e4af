// plan -> finished file, streaming: decode, obscure, draw text, encode, each in its own thread with bounded queues.
#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <vector>

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

// One finished file to be, of several that show the same pictures.
struct RenderJob {
    const Plan* plan = nullptr;  // never null
    std::filesystem::path file;  // a staging path
};
struct RenderJobDone {
    Rendered rendered;
    std::exception_ptr error;  // why the file is none; the others may be good all the same
};

// Writes several files in one pass: each picture is decoded and obscured once, then each file has its texts drawn and
// is encoded in a thread of its own. `plans` agree in pictures_sha256; sound is made once where all agree in
// sounds_sha256. What goes wrong with one file is told in its place; what goes wrong with all (the recording cannot be
// read, somebody cancels) is thrown, and no file is whole. Progress counts nanoseconds of clip.
std::vector<RenderJobDone> render_together(const std::vector<RenderJob>& jobs, Progress& progress,
                                           const MaskObserver& observe = {});

// How many files of this size may be encoded at a time: an encoder holds some seventy pictures, and all of them
// together stay below a gigabyte.
std::size_t encoders_at_once(const Plan& plan);

// Writes `file` (a staging path; the caller publishes it). Throws Error naming the recording or file that failed;
// Error(cancelled) when stopped. Progress counts nanoseconds of clip.
Rendered render(const Plan& plan, const std::filesystem::path& file, Progress& progress,
                const MaskObserver& observe = {});

}  // namespace counterclip::clip
