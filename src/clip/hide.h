// The one-shot: hides every face in a file, without an archive. Frames stay one to one with their times, sound is kept,
// metadata is dropped.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/progress.h"
#include "faces/analysis.h"
#include "faces/mask.h"
#include "faces/obscure.h"
#include "media/writer.h"

namespace counterclip::clip {

struct HideRequest {
    std::filesystem::path in;
    std::filesystem::path out;  // .mp4 or .webm decides the container
    std::optional<Time> from;   // default: the start
    std::optional<Time> to;     // default: the end
    faces::ObscureOptions obscure;
    faces::MaskOptions mask;
    std::optional<std::filesystem::path> masks_csv;
    std::string preset;    // empty: by the ending of `out`, size kept
    bool replace = false;  // an existing `out` is replaced
};

struct HideResult {
    std::int64_t frames = 0;
    std::int64_t masked = 0;
    std::int64_t hidden_whole = 0;
    std::size_t tracks = 0;
    std::size_t gaps = 0;
    Time duration{};
    std::optional<Time> cut_short_at;  // the source's pictures end here, well before its header says
    std::string detectors;             // one line: which served and what that costs
};

// Throws Error(usage) for a range that is empty or beyond the file, out equal to in; Error otherwise. On any failure
// nothing is left at `out`.
HideResult hide(const HideRequest& request, const std::vector<faces::DetectorModel>& models, Progress& progress);

}  // namespace counterclip::clip
