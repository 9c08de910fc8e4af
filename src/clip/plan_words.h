// Redactions and captions in the plan of a clip (P6). Inside the clip room only.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "clip/plan.h"
#include "clip/wording.h"

namespace counterclip::clip {

// The parts of the clip without the stretches that redactions cut out: a part may become several, or none. Guarded
// (spoken.h).
std::vector<archive::ClipPart> parts_without_cuts(const archive::Archive& archive, const archive::Clip& clip);

// What of the part is silenced, bleeped or hidden whole. `part` has its recording and range.
void plan_redactions(PlannedPart& part, const std::vector<archive::Redaction>& redactions);

// Whether anything of what is said goes out as text or is spoken anew: captions, or a voice that speaks them.
bool needs_words(const archive::Clip& clip);

// How long the title card stands before the first part.
Time card_length(const archive::Clip& clip, const captions::Look& look);

// What a clip says, of which the first part begins at `first_part_at`. Nothing where nobody reads or speaks it.
std::vector<Worded> said_in_clip(const archive::Archive& archive, const archive::Clip& clip, Time first_part_at,
                                 const archive::Vault* vault);
// The same as it is read: the captions that leave with the clip.
std::vector<Worded> captions_of_clip(const archive::Archive& archive, const archive::Clip& clip, Time first_part_at,
                                     const archive::Vault* vault);
// Plan.language, Plan.said and Plan.captions; the plan's look and size are known by then. Throws what captions_of()
// throws.
void plan_captions(Plan& plan, const archive::Archive& archive, const archive::Clip& clip, const archive::Vault* vault);

// What is hard to read of a clip's captions, a sentence each with its time in the finished file; nothing where there
// are none, or where they cannot be made yet.
std::vector<std::string> hard_to_read(const archive::Archive& archive, const archive::Clip& clip,
                                      const archive::Vault* vault);
std::vector<std::string> hard_to_read(const Plan& plan);

// SHA-256 of what is said; empty where there is nothing.
std::string wording_sha256(const Plan& plan);

}  // namespace counterclip::clip
