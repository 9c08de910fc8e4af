// What auditors said of a render, and whether it still counts.
#pragma once

#include <string>
#include <vector>

#include "clip/gate_facts.h"

namespace counterclip::clip {

consent::DecisionFacts decision_facts(const archive::Archive& archive, const archive::Approval& approval,
                                      const SignatureCheck& signed_by);

// The latest decision of each person, oldest first: who has two operator codes with one key is one person.
std::vector<consent::DecisionFacts> latest_decisions(const archive::Archive& archive, std::int64_t render,
                                                     const SignatureCheck& signed_by);

// A decision in the history of a clip.
struct PastDecision {
    archive::Approval approval;
    std::vector<std::string> void_because;  // empty: it stands
};

// Every decision on a render, oldest first. `facts` are those of its clip.
std::vector<PastDecision> history_of(const archive::Archive& archive, const archive::Render& render,
                                     const consent::GateFacts& facts, const SignatureCheck& signed_by);

}  // namespace counterclip::clip
