// The edits of the Cut room, one function each: what verbs do it and which take it back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/records.h"
#include "ui/work/edits.h"

namespace counterclip::ui {

// "0:41:09.000000000": to the nanosecond, so that an undone trim is what it was.
QString exact(Time t);

// A stretch of the recording at `position` of the interview.
struct Stretch {
    QString interview;
    int recording = 1;
    Range range;
};

Edit tag_stretch(const Stretch& stretch, const QString& tag);
// Takes the tag away where the segment bears it, else adds it.
Edit toggle_tag(const archive::Segment& segment, const QString& tag);
Edit trim_segment(const archive::Segment& segment, Range range);
Edit remove_segment(const archive::Segment& segment);

Edit redact_stretch(const Stretch& stretch, archive::Danger danger, archive::Removal how, const QString& reason);
Edit remove_redaction(const archive::Redaction& redaction, const QString& reason);

// Parts are words of part_words(). Taken back the clip is discarded: its code stays taken.
// `disguise`: of the voice, a word of `clip new`; empty = the voice as recorded.
Edit new_clip(const QString& code, const QStringList& parts, const QString& lower_third, const QString& disguise);
// `options` as `clip change` takes them: {"--title", "What I found"}. The way back is the version before.
Edit change_clip(const QString& code, const QString& title, const QStringList& options);
// All parts anew; none is an Error of the verb's.
Edit set_parts(const QString& code, const QString& title, const QStringList& parts);

// Looks for every face in the stretch, as a job.
Ask find_faces_in(const Stretch& stretch);

// How `clip new` and `clip change` name a part: by its segment where it is one, or lies in one; else by its times.
// `position` of the part's recording in its interview; `segment`: the one it was made from, as it is now, if any.
QString part_words(const archive::ClipPart& part, int position, const archive::Segment* segment);

}  // namespace counterclip::ui
