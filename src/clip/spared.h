// Where somebody else than the subject speaks, as transcripts say: there, and nowhere else, a clip that alters only the
// subject's voice lets the recording be heard.
#pragma once

#include <vector>

#include "archive/archive.h"
#include "captions/cue.h"

namespace counterclip::clip {

// `transcripts` of one recording that name speakers. A stretch is spared where a cue says that another person speaks (a
// word of a role: "interviewer", "translator" ...) and no cue of any of them says that it may be the subject: cues of
// the subject, and cues that name nobody, count against it. Each stretch is shortened by 0.25 s at both ends, for cues
// are rarely exact, and is at least half a second long. On the clock of the cues, rising and apart.
std::vector<Range> spared_stretches(const std::vector<std::vector<captions::Cue>>& transcripts);

// Of the recording, from the latest transcript of each language that names a speaker at all; on the part's clock (0 =
// range.in), cut to it. Empty without one: then all is treated.
std::vector<Range> spared_stretches(const archive::Archive& archive, std::int64_t recording, Range range);

}  // namespace counterclip::clip
