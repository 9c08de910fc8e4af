// Which stretches of a recording were looked at for faces, and by which detectors: work that was stopped goes on with
// what is missing, and what better detectors see is not taken for what these saw.
#pragma once

#include <string>
#include <vector>

#include "core/time.h"
#include "faces/detector.h"

namespace counterclip::archive {

struct Analysed {
    Range range;
    std::vector<std::string> detectors;  // detector_key() of what looked
};

// What an analysis was made for.
struct AnalysisAsked {
    std::vector<Range> ranges{};  // without the margin it looks at around them; empty = all that it looked at
    bool exhaustive = false;
};

// "yunet:<sha256>" for each, sorted; "exhaustive" when each frame went through all.
std::vector<std::string> detector_key(const std::vector<faces::DetectorModel>& models, bool exhaustive = false);

// Whether looking again with `now` would see no more than `then` did: the same detectors, or a part of them, or only
// the cascades (the last resort) where a net looked.
bool sees_as_much(const std::vector<std::string>& then, const std::vector<std::string>& now);

// What remains of `wanted` for `now`.
struct AnalysisState {
    std::vector<Range> known;    // looked at by as much
    std::vector<Range> missing;  // never looked at, or released by forget_analysed()
    std::vector<Range> weaker;   // looked at by others
};
AnalysisState state_of(const std::vector<Range>& wanted, const std::vector<Analysed>& analysed,
                       const std::vector<std::string>& now);

}  // namespace counterclip::archive
