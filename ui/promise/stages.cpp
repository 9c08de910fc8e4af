#include "ui/promise/stages.h"

#include "ui/words/tr.h"

namespace counterclip::ui {

QString stage_in_words(const std::string& stage) {
    if (stage == "approved") return tr("✓ approved, can go out");
    if (stage == "released") return tr("⇪ released");
    if (stage == "second approval") return tr("… waits for a second auditor");
    if (stage == "verified") return tr("… waits for an auditor");
    if (stage == "rendered") return tr("… rendered, not verified");
    if (stage == "stale") return tr("! out of date, to be rendered again");
    if (stage == "refused") return tr("✕ refused by an auditor");
    if (stage == "expired") return tr("✕ consent has ended");
    if (stage == "withdrawn") return tr("✕ consent taken back");
    return tr("– draft, not rendered");
}

QString standing_in_words(const archive::ClipLine& line) {
    // Counters only say that something changed; whether it changed the clip, its check tells.
    const bool is_in_doubt = line.stage == "stale" && line.stale == 2;
    auto words =
        is_in_doubt ? tr("? its recordings changed since: check whether it matters") : stage_in_words(line.stage);
    if (line.stage == "released") return words;
    if (line.published > 0)
        words += QStringLiteral(" · ") + tr("⌂ published");
    else if (line.releases > 0)
        words += QStringLiteral(" · ") + tr("⇪ sent");
    return words;
}

QString waiting_in_words(const archive::ClipLine& line) {
    if (line.stage == "second approval")
        return tr("waits for a second auditor (%1 of %2)").arg(line.approvers).arg(line.approvers_due);
    if (line.stage == "verified") return tr("waits for an auditor");
    if (line.stage == "rendered") return tr("not verified yet");
    if (line.stage == "draft") return tr("not rendered yet");
    return stage_in_words(line.stage);
}

Mood mood_of_stage(const std::string& stage) {
    if (stage == "approved" || stage == "released") return Mood::safe;
    if (stage == "withdrawn" || stage == "expired" || stage == "refused") return Mood::stop;
    return stage == "stale" ? Mood::warn : Mood::plain;
}

QString consent_in_words(const std::string& state, std::int64_t revision) {
    if (state == "none") return revision == 0 ? tr("? nothing recorded") : tr("✕ not to be used");
    if (state == "withdrawn") return tr("✕ taken back");
    if (state == "expired") return tr("✕ ended");
    if (state == "research") return tr("→ research");
    if (state == "training") return tr("→ training");
    return tr("→ public");
}

Mood mood_of_consent(const std::string& state) {
    return state == "none" || state == "withdrawn" || state == "expired" ? Mood::stop : Mood::safe;
}

}  // namespace counterclip::ui
