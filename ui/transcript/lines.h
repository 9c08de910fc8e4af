// The lines of a transcript as they stand beside the picture: a cue of one language, and of another what is said in it
// too. Plain functions.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QString>

#include "captions/cue.h"
#include "clip/wording.h"
#include "core/time.h"

namespace counterclip::ui {

struct TranscriptLine {
    Range range;
    QString speaker;
    QString text;
    QString second;         // the other language; empty = none
    bool redacted = false;  // something of it is taken out
    bool hidden = false;    // all of it is
};

// Each cue of `second` goes with the cue of `first` that it shares most time with; one that shares none is a line of
// its own. In the order of time. What must not be said is taken out of both, as it is of captions.
std::vector<TranscriptLine> lines_of(const std::vector<captions::Cue>& first, const std::vector<captions::Cue>& second,
                                     const std::vector<clip::Unsaid>& unsaid);

// The line that is said at `t`, else the last one before it; nothing before the first.
std::optional<std::size_t> line_at(const std::vector<TranscriptLine>& lines, Time t);

// The next line after `from` (the one before, with `way` -1) that says it, round the end; case, diacritics and Arabic
// letter forms do not matter. Nothing when none does.
std::optional<std::size_t> find_line(const std::vector<TranscriptLine>& lines, const QString& text, std::size_t from,
                                     int way);

}  // namespace counterclip::ui
