// Gathers from the archive what the gate judges.
#pragma once

#include <string>

#include "archive/archive.h"
#include "consent/gate.h"
#include "core/progress.h"

namespace counterclip::clip {

// Facts of the clip as it is now, with its latest render and that render's latest decision. Hashes the originals and
// the render's file (P9): Progress counts bytes.
consent::GateFacts gather_facts(const archive::Archive& archive, const std::string& clip, Progress& progress);

// The gate's findings as JSON, in one canonical form: what an approval signs the SHA-256 of.
std::string to_json(const std::vector<consent::Finding>& findings);

}  // namespace counterclip::clip
