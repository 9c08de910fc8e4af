// The proof on the finished file: it is decoded and compared with the plan and the originals, not with what the
// renderer meant to do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "clip/plan.h"
#include "consent/gate.h"
#include "core/progress.h"
#include "faces/detector.h"

namespace counterclip::clip {

struct Verification {
    consent::VerificationFacts facts;        // what the gate reads
    std::int64_t frames = 0;                 // decoded
    std::int64_t faces_to_hide = 0;          // face-frames looked at
    std::int64_t veils_taken_for_faces = 0;  // detections under a mask in which nothing follows the original: no faces
    float worst_visible = 0;                 // largest share of a face that can be made out, 0..1
    Time worst_at{};                         // on the clip's clock
    std::vector<std::string> problems;       // one sentence each, the first twenty
    std::string detectors;                   // that looked at the output
};

void add_problem(Verification& verification, std::string sentence);

// Throws Error only when the file cannot be read at all; everything else is in the facts.
Verification verify(const Plan& plan, const std::filesystem::path& file,
                    const std::vector<faces::DetectorModel>& detectors, Progress& progress);

// As JSON for the archive, and back (only the facts).
std::string to_json(const Verification& verification);
consent::VerificationFacts facts_from_json(const std::string& json);

}  // namespace counterclip::clip
