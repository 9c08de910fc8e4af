// The whole way from a clip to a verified render in the archive, as one step that happens or does not.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "clip/render.h"
#include "clip/verify.h"
#include "core/progress.h"
#include "faces/detector.h"

namespace counterclip::clip {

struct Produced {
    archive::Render render;  // as stored
    Rendered rendered;
    Verification verification;
    Time render_took{};  // wall time, for summaries
    Time verify_took{};
};

// Checks the originals' hashes, plans, renders beside, publishes into renders/, records it, verifies it and records the
// report. The caller has asked the gate. Throws what plan, render and verify throw; the archive is then as before (a
// render whose verification was stopped stays, unverified: the gate refuses it).
Produced produce(archive::Archive& archive, const std::string& clip, const std::string& by,
                 const std::vector<faces::DetectorModel>& detectors, Progress& progress,
                 const archive::Vault* vault = nullptr);

// Verifies a stored render again and records the report. Reports and contact sheets: clip/proof_report.h.
Verification verify_again(archive::Archive& archive, std::int64_t render, const std::string& by,
                          const std::vector<faces::DetectorModel>& detectors, Progress& progress,
                          const archive::Vault* vault = nullptr);

}  // namespace counterclip::clip
