// Transcripts, cues and the codebook as JSON: what `--json` answers, in the way of records_json.h.
#pragma once

#include "archive/archive.h"
#include "captions/cue.h"
#include "cli/output.h"

namespace counterclip::cli {

Json as_json(const archive::Transcript& transcript);
// Of one that was just stored: "revision_before" is the one that it follows, to go back to; 0 = there was none.
Json with_revision_before(const archive::Transcript& stored);
Json as_json(const captions::Cue& cue, std::int64_t number);
Json as_json(const archive::SearchHit& hit);
Json as_json(const archive::Code& code);

}  // namespace counterclip::cli
