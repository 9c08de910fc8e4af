// The one way words leave the archive (P5, P6): in what was said protected terms get their substitutes, also where a
// name is spread over cues of which some will not be shown; then it is redacted, then cues are cut and moved to the
// clip's clock. Captions, transcripts to export, titles and cards all come by here; captions are laid out last
// (caption_layout.h).
//
// In the place of a protected term stands, in this order: the substitute the vault has for it; for a name or alias the
// interview's pseudonym, in the text's language or script where there is one; "[name]" or "[place]" in that language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "captions/cue.h"
#include "captions/names.h"
#include "consent/terms.h"

namespace counterclip::clip {

// Whether the archive has, or had, a vault: without it nobody can say that a text holds no name.
bool has_vault(const archive::Archive& archive);

// What stands for each term of everyone in the vault, in texts of `language` (empty: the pseudonym as it is).
captions::Substitutes substitutes(const archive::Archive& archive, const archive::Vault& vault,
                                  const std::string& language);

// Whether the segment's flags take it out of sound and words; `omit_details`: consent asks for it.
bool is_taken_out(const archive::Segment& segment, bool omit_details);

// A stretch of which the words must not go out. A cut takes cues inside it along.
struct Unsaid {
    Range range;  // on the recording's clock
    bool is_cut = false;
    std::string replacement;  // empty = "[...]"
};
// Redactions of the recording, and segments flagged incriminating, or identifying where details are to be omitted.
std::vector<Unsaid> unsaid(const archive::Archive& archive, std::int64_t recording, bool omit_details);

// The cue without what must not be said: word by word where the times of its words are known, else all of its text.
// Nothing of its text where all of it is cut: an empty one.
captions::Cue redacted(const captions::Cue& cue, const std::vector<Unsaid>& unsaid);

// Whether the two halves of a cue that is split at `at` show no word that the cue does not: where something is hidden
// of it the times of its words must be known, and none that is hidden may lie on both sides.
bool may_be_split(const captions::Cue& cue, Time at, const std::vector<Unsaid>& unsaid);

// A transcript as it may leave the archive, on the recording's clock. Error(refused) where there is a vault and it is
// not open. Details count as omitted.
std::vector<captions::Cue> transcript_to_leave(const archive::Archive& archive, const archive::Transcript& transcript,
                                               const archive::Vault* vault);

// A stretch of a recording in a clip.
struct Shown {
    std::string interview;
    std::int64_t recording = 0;
    int position = 1;
    Range range;
    Time at{};  // where it begins on the clip's clock
    bool omit_details = true;
};
// A caption as it leaves, and what was done to it.
struct Worded {
    captions::Cue cue;
    bool is_redacted = false;
    bool is_substituted = false;
    // Cues of one number follow each other whole, with no cut and nothing that must not be said among them. Those of
    // two must not be joined.
    std::size_t stretch = 0;
};
// What a clip says in `language`, on its clock: from the latest transcript of each recording. Error(refused) as above;
// Error naming the recording that has no transcript in that language.
std::vector<Worded> captions_of(const archive::Archive& archive, const std::string& clip, const std::string& language,
                                const std::vector<Shown>& shown, const archive::Vault* vault);

}  // namespace counterclip::clip
