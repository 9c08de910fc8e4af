#include "clip/decisions.h"

#include <fmt/format.h>

namespace counterclip::clip {

namespace {

bool same_person(const consent::DecisionFacts& a, const consent::DecisionFacts& b) {
    return a.by == b.by || (!a.key.empty() && a.key == b.key);
}

}  // namespace

consent::DecisionFacts decision_facts(const archive::Archive& archive, const archive::Approval& approval,
                                      const SignatureCheck& signed_by) {
    consent::DecisionFacts facts;
    facts.by = approval.by;
    facts.key = archive.get_operator(approval.by).public_key;
    facts.approved = approval.approved;
    facts.sha256 = approval.sha256;
    facts.listened = approval.listened;
    facts.looked_at_names = approval.looked_at_names;
    facts.consent_revisions = approval.consent_revisions;
    facts.signature_valid = signed_by(archive::approval_statement(approval), approval.signature, facts.key);
    // Decisions of old name no event.
    facts.log_unchanged = approval.log_hash.empty() || archive.has_event(approval.log_sequence, approval.log_hash);
    return facts;
}

std::vector<consent::DecisionFacts> latest_decisions(const archive::Archive& archive, std::int64_t render,
                                                     const SignatureCheck& signed_by) {
    std::vector<consent::DecisionFacts> latest;
    for (const auto& approval : archive.approvals(render)) {
        auto facts = decision_facts(archive, approval, signed_by);
        std::erase_if(latest, [&](const auto& earlier) { return same_person(earlier, facts); });
        latest.push_back(std::move(facts));
    }
    return latest;
}

std::vector<PastDecision> history_of(const archive::Archive& archive, const archive::Render& render,
                                     const consent::GateFacts& facts, const SignatureCheck& signed_by) {
    std::vector<PastDecision> history;
    std::vector<consent::DecisionFacts> known;
    for (const auto& approval : archive.approvals(render.id)) {
        known.push_back(decision_facts(archive, approval, signed_by));
        history.push_back({approval, consent::void_reasons(facts, known.back())});
    }
    for (std::size_t n = 0; n < known.size(); ++n) {
        for (std::size_t later = n + 1; later < known.size(); ++later)
            if (same_person(known[n], known[later])) {
                history[n].void_because.push_back(
                    fmt::format("{} decided anew (decision {})", known[later].by, history[later].approval.id));
                break;
            }
        if (facts.render && facts.render->id != render.id)
            history[n].void_because = {fmt::format("render {} took its place", facts.render->id)};
    }
    return history;
}

}  // namespace counterclip::clip
