// The proof of the sound: the finished file is listened to, and what was to be taken out of its sound must not be
// there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "clip/plan.h"
#include "core/progress.h"

namespace counterclip::clip {

struct Heard {
    // Stretches of the clip whose sound is not gone as planned, a sentence each: when, in which channel, and why.
    std::vector<std::string> left;
    std::int64_t windows = 0;  // compared
    double most_alike = 0;     // of all: 0 nothing in common, 1 the same (voice/likeness.h)
    Time at{};                 // where, on the clip's clock
};

// Every sound track of the file, on its left, right, middle and side alone, is compared with every sound track of the
// recordings, in windows of half a second that overlap by half:
//   - where the voice is taken out (silence, revoice, dub) or disguised, nothing of the recording may be found, at any
//     level, turned over, or up to 0.2 s away; stretches in which others are spared are left aside;
//   - a dub is also looked for in the recording up to 5 s away and at 0.9 to 1.1 of its speed, in pieces of 4 s
//     (voice/replay.h); one that is quieter than what it is mixed with, or a moved part below about 3 s, is not found
//     so;
//   - a redacted stretch holds nothing of the recording either, and nothing but silence or the tone.
// Nothing to take out: nothing is compared. Throws Error when the file or a recording cannot be decoded.
Heard listen(const Plan& plan, const std::filesystem::path& file, Progress& progress);

}  // namespace counterclip::clip
