// Redactions and captions in the plan of a clip (P6). Inside the clip room only.
#pragma once

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

// The captions of a clip, of which the first part begins at `first_part_at`. None where it has no language.
std::vector<Worded> captions_of_clip(const archive::Archive& archive, const archive::Clip& clip, Time first_part_at,
                                     const archive::Vault* vault);
// Plan.language and Plan.captions. Throws what captions_of() throws.
void plan_captions(Plan& plan, const archive::Archive& archive, const archive::Clip& clip, const archive::Vault* vault);

// SHA-256 of the captions; empty where there are none.
std::string captions_sha256(const Plan& plan);

}  // namespace counterclip::clip
