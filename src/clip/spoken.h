// What is heard of a stretch of a recording: which of it goes out, what of that nobody wrote down, and where a
// protected term is said. Pure: over cues, ranges and terms; the caller reads the archive.
#pragma once

#include <string>
#include <vector>

#include "captions/cue.h"
#include "captions/names.h"
#include "core/time.h"

namespace counterclip::clip {

using namespace std::chrono_literals;

// Taken out before and after a redacted interval: speech runs into its neighbours, and times of words are not exact.
inline constexpr Time guard = 150ms;
// Shorter silences between cues are breaths.
inline constexpr Time shortest_unheard = 500ms;

// `range` with the guard on each side, within `limits`.
Range guarded(Range range, Range limits);

// What of `heard` no cue covers, in stretches longer than shortest_unheard. A cue covers as long as its words may take
// to be said slowly (2 s and 0.4 s a letter), one without words nothing.
std::vector<Range> unheard(const std::vector<Range>& heard, const std::vector<captions::Cue>& cues);

// A term in a cue: when it is said (by the times of its words where they are known, else all of the cue).
struct Said {
    // What one cue says of a name that is spread over several.
    struct Piece {
        Range range;
        std::size_t offset = 0;  // bytes [offset, offset + length) of the cue
        std::size_t length = 0;
        std::size_t cue = 0;
    };
    Range range;
    captions::Found found;  // in the first of its cues
    std::size_t cue = 0;
    std::vector<Piece> pieces{};  // in the order of the cues; empty where it lies in one
};
// Near ones too, in the order of the cues; then exact ones that begin in one cue and end in one of the next. What is
// near only because it is a piece of such a one is not told again.
std::vector<Said> said(const std::vector<captions::Cue>& cues, const captions::TermSet& terms);
// The stretch of a recording in which to look for the rest of a name that is said in `range`: what is cut off there was
// said all the same.
Range around(Range range);
// When the bytes [offset, offset + length) of a cue are said.
Range when_said(const captions::Cue& cue, std::size_t offset, std::size_t length);

}  // namespace counterclip::clip
