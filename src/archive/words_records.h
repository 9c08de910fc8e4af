// What the archive remembers of words: transcripts, redactions, the codebook. Plain structs; ids are the catalog's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"
#include "core/time.h"

namespace counterclip::archive {

// Where a text comes from; a later revision is believed over an earlier one, whatever its kind.
enum class TranscriptKind { recogniser, on_site, professional, corrected };
std::string to_string(TranscriptKind);                  // "recogniser" "on-site" "professional" "corrected"
TranscriptKind transcript_kind_from(std::string_view);  // Error(usage) listing the words

// One revision of what is said in a recording, in one language. Its cues are read apart. They say what was said, names
// included: like the originals they stay in the archive, and leave it through clip/wording.h only.
struct Transcript {
    std::int64_t id = 0;
    std::string interview;
    std::int64_t recording = 0;
    std::string language;  // BCP 47, in its canonical form
    int revision = 0;      // 1, 2 ... within recording and language
    TranscriptKind kind = TranscriptKind::on_site;
    std::string note;
    std::string by;
    std::string at;
    std::int64_t cues = 0;
};

// How a redaction is done in a clip: its sound silenced or bleeped, or the stretch left out.
enum class Removal { silence, bleep, cut };
std::string to_string(Removal);          // "silence" "bleep" "cut"
Removal removal_from(std::string_view);  // Error(usage) listing the words
enum class Danger { identifying, incriminating };
std::string to_string(Danger);         // "identifying" "incriminating"
Danger danger_from(std::string_view);  // Error(usage) listing the words

// An interval of a recording that goes out of sound, captions and transcripts of every clip (P6), whatever consent
// says.
struct Redaction {
    std::int64_t id = 0;
    std::string interview;
    std::int64_t recording = 0;
    Range range;  // on the recording's clock
    Danger why = Danger::identifying;
    Removal how = Removal::silence;
    bool hides_picture = false;  // nothing of the picture is shown either
    std::string replacement;     // what captions say there; empty = "[...]"
    std::string reason;
    std::string by;
    std::string at;
    std::string removed_by;  // empty = it holds
    std::string removed_at;
    std::string removed_reason;
};

// What somebody else says in the place of a recording's voices: a file of its own, kept as originals are (P9), and
// destroyed with the interview. The latest one of a recording and language is the one that is played.
struct Dub {
    std::int64_t id = 0;
    std::string interview;
    std::int64_t recording = 0;
    std::string language;  // BCP 47
    std::string file;      // below the archive's folder: originals/<sha256>.<ending>
    std::string sha256;
    std::int64_t bytes = 0;
    Time duration{};
    Time offset{};  // where its first sample lies on the recording's clock; may be negative
    std::string by;
    std::string at;
};

// One tag of the codebook.
struct Code {
    std::string tag;     // as segments bear it
    std::string parent;  // another tag; empty = a root
    std::string description;
    int position = 0;        // among its siblings
    std::string retired_at;  // no new segment gets it; the old ones keep it
};

}  // namespace counterclip::archive
