// The whole way from a clip to a verified render in the archive, as one step that happens or does not.
#pragma once

#include <exception>
#include <functional>
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
    std::vector<std::string> hard_to_read;  // of its captions: advice
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

struct ProducedClip {
    std::string clip;
    Produced produced;         // where nothing went wrong
    std::exception_ptr error;  // why there is no render, or no verification of it
    std::size_t together = 1;  // clips that were rendered in the same pass
};

// The same for several clips: those that show the same pictures are rendered in one pass (render_together), each is
// recorded and verified on its own. What goes wrong with one leaves the others as they are. Error(cancelled) leaves
// what was recorded until then; what was still being rendered is gone. `then` is told of each as soon as it is done.
std::vector<ProducedClip> produce_several(archive::Archive& archive, const std::vector<std::string>& clips,
                                          const std::string& by, const std::vector<faces::DetectorModel>& detectors,
                                          Progress& progress, const archive::Vault* vault = nullptr,
                                          const std::function<void(const ProducedClip&)>& then = {});

// Verifies a stored render again and records the report. Reports and contact sheets: clip/proof_report.h.
Verification verify_again(archive::Archive& archive, std::int64_t render, const std::string& by,
                          const std::vector<faces::DetectorModel>& detectors, Progress& progress,
                          const archive::Vault* vault = nullptr);

}  // namespace counterclip::clip
