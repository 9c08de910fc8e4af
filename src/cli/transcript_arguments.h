// Which transcript a verb is about, and which of its cues.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"

namespace counterclip::cli {

struct TranscriptArguments {
    std::string interview;
    std::optional<int> recording;
    std::string language;         // empty: the only one there is
    std::optional<int> revision;  // empty: the latest
};
// CODE, --recording, --language and, where an old one may be meant, --revision.
void declare_transcript(CLI::App& app, TranscriptArguments& arguments, bool with_revision);

// Throws Error saying what there is.
archive::Transcript transcript_for(const archive::Archive& archive, const TranscriptArguments& arguments);

// Cues by number, first to last, both included: "12" or "12-15".
struct CueNumbers {
    std::int64_t first = 0;
    std::int64_t last = 0;
};
CueNumbers cue_numbers_from(const std::string& text);  // Error(usage) showing the form

// Error(usage) naming the last, unless there is a cue of this number.
void require_cue(const std::string& doing, std::int64_t number, const std::vector<captions::Cue>& cues);

// A new revision of `before` that says `cues`: somebody set it right.
archive::Transcript add_corrected(archive::Archive& archive, const archive::Transcript& before,
                                  const std::vector<captions::Cue>& cues, const std::string& note,
                                  const std::string& by);

// A time that may lie before the start: "-0:00:05". Error(usage).
Time signed_time_from(const std::string& text);

// Whether a speaker is one of the roles that faces' labels have: "subject", "interviewer" ...
bool is_role(const std::string& speaker);

// A text on one line of a table: line ends become " / ".
std::string on_one_line(const std::string& text);

}  // namespace counterclip::cli
