// Transcripts as the catalog's rows have them. Inside the archive room only.
#pragma once

#include "archive/sql.h"
#include "archive/words_records.h"

namespace counterclip::archive {

// Of `transcripts t JOIN recordings r`, in the order in which transcript_from() takes them.
inline constexpr const char* transcript_columns =
    "t.id, r.interview, t.recording, t.language, t.revision, t.kind, t.note, t.by, t.at";

// All but the number of cues.
inline Transcript transcript_from(Columns& c) {
    Transcript t;
    t.id = c.integer();
    t.interview = c.text();
    t.recording = c.integer();
    t.language = c.text();
    t.revision = c.small();
    t.kind = transcript_kind_from(c.text());
    t.note = c.text();
    t.by = c.text();
    t.at = c.text();
    return t;
}

}  // namespace counterclip::archive
