// Whether others than the editors said yes to this file, and whether that still counts.
#include <fmt/format.h>

#include "consent/findings.h"
#include "consent/walk.h"

namespace counterclip::consent {

namespace {

constexpr const char* decide_anew = "let an operator who did not edit look at it: counterclip approve";

bool same_person(const DecisionFacts& a, const DecisionFacts& b) {
    return same_operator(a.by, b.by) || (!a.key.empty() && a.key == b.key);
}

// Someone unknown may be an editor, and among unknown editors may be anyone.
bool may_have_edited(const GateFacts& facts, std::string_view who) {
    return who.empty() || facts.editors.empty() ||
           std::ranges::any_of(facts.editors, [&](const std::string& e) { return same_operator(e, who); });
}

Objections objections_to(const GateFacts& facts, std::string_view who) {
    if (who.empty() || facts.editors.empty())
        return {{fmt::format("clip {}: who approves or who edited is not known", facts.clip), decide_anew}};
    if (!may_have_edited(facts, who)) return {};
    return {{fmt::format("operator {} edited clip {} and cannot approve it", who, facts.clip), decide_anew}};
}

// Why a yes is not, or no longer, a yes to what lies there now, whoever gave it.
std::vector<std::string> mismatches(const Case& c, const DecisionFacts& d) {
    std::vector<std::string> reasons;
    if (!d.signature_valid) reasons.emplace_back("it has no valid signature");
    if (!d.log_unchanged) reasons.emplace_back("the log it was signed on is not the log of today");
    if (!c.facts.render || d.sha256.empty() || d.sha256 != c.facts.render->sha256)
        reasons.emplace_back("it is for another file");
    const auto current = current_revisions(c);
    for (const auto& [code, revision] : current) {
        const auto signed_for = d.consent_revisions.find(code);
        if (signed_for == d.consent_revisions.end())
            reasons.push_back(fmt::format("it names no consent of interview {}", code));
        else if (signed_for->second != revision)
            reasons.push_back(fmt::format("it was given under consent revision {} of interview {}, now it is {}",
                                          signed_for->second, code, revision));
    }
    for (const auto& [code, revision] : d.consent_revisions)
        if (!current.contains(code))
            reasons.push_back(fmt::format("it was given for interview {}, which the clip no longer has", code));
    return reasons;
}

bool stands(const Case& c, const DecisionFacts& d) {
    return d.approved && !may_have_edited(c.facts, d.by) && mismatches(c, d).empty();
}

// One person's decisions count once, under whatever codes.
std::vector<const DecisionFacts*> standing(const Case& c) {
    std::vector<const DecisionFacts*> people;
    for (const DecisionFacts& d : c.facts.decisions)
        if (stands(c, d) && std::ranges::none_of(people, [&](const auto* p) { return same_person(*p, d); }))
            people.push_back(&d);
    return people;
}

}  // namespace

std::vector<std::string> void_reasons(const GateFacts& facts, const DecisionFacts& decision) {
    if (!decision.approved) return {};
    const Case c = lay_out(facts);
    auto reasons = mismatches(c, decision);
    if (facts.render && !facts.render->settings_current)
        reasons.emplace_back("the clip, its tracks or its gaps were changed since");
    if (facts.render && !facts.render->file_unchanged) reasons.emplace_back("the file was changed since");
    if (may_have_edited(facts, decision.by))
        reasons.push_back(fmt::format("operator {} edited what the clip shows", decision.by));
    for (const Source& s : c.sources)
        if (s.facts.subject && s.facts.subject->withdrawn)
            reasons.push_back(fmt::format("the consent of interview {} was withdrawn", s.facts.code));
    return reasons;
}

int standing_approvals(const GateFacts& facts) {
    return static_cast<int>(standing(lay_out(facts)).size());
}

Objections auditor_is_editor(const Case& c) {
    return c.facts.auditor.empty() ? Objections{} : objections_to(c.facts, c.facts.auditor);
}

Objections approver_is_editor(const Case& c) {
    if (!standing(c).empty()) return {};
    Objections objections;
    for (const DecisionFacts& d : c.facts.decisions)
        if (d.approved) std::ranges::move(objections_to(c.facts, d.by), std::back_inserter(objections));
    return objections;
}

Objections not_approved(const Case& c) {
    if (!c.facts.decisions.empty()) return {};
    return {{fmt::format("clip {}: nobody decided on its render", c.facts.clip), decide_anew}};
}

Objections refused(const Case& c) {
    Objections objections;
    for (const DecisionFacts& d : c.facts.decisions)
        if (!d.approved)
            objections.push_back(
                {fmt::format("clip {}: operator {} refused the render", c.facts.clip, d.by),
                 fmt::format("mend what was found wrong and render anew: counterclip render {}; or let {} decide again",
                             c.facts.clip, d.by)});
    return objections;
}

Objections approval_void(const Case& c) {
    if (!standing(c).empty()) return {};
    Objections objections;
    for (const DecisionFacts& d : c.facts.decisions) {
        if (!d.approved) continue;
        for (const std::string& reason : mismatches(c, d))
            objections.push_back(
                {fmt::format("clip {}: the approval by {} does not count: {}", c.facts.clip, d.by, reason),
                 "let it be approved anew: counterclip approve"});
    }
    return objections;
}

namespace {

// Sound that goes out and that nobody wrote down, where a name or a detail in it would matter.
Objections unheard(const Case& c, const std::string& mend) {
    Objections objections;
    for (std::size_t n = 0; n < c.facts.parts.size(); ++n) {
        const PartFacts& part = c.facts.parts[n];
        const Requirements& asked = c.source_of(part).requires_;
        if (!part.has_sound || !(asked.change_name || asked.omit_details)) continue;
        if (part.unheard && *part.unheard == Time::zero()) continue;
        objections.push_back({fmt::format("{}: {} no transcript covers goes out", name_of(c, n),
                                          part.unheard ? fmt::format("{} of sound that", format_time(*part.unheard))
                                                       : "sound that maybe"),
                              mend});
    }
    return objections;
}

}  // namespace

Objections unheard_to_approve(const Case& c) {
    if (c.facts.auditor_listened) return {};
    return unheard(
        c, fmt::format("listen to all of the render, and say so: counterclip approve {} --listened; or bring in "
                       "a transcript of it",
                       c.facts.clip));
}

Objections unheard_to_release(const Case& c) {
    const auto people = standing(c);
    if (people.empty() || std::ranges::any_of(people, [](const auto* d) { return d->listened; })) return {};
    return unheard(c, fmt::format("let an auditor listen to all of it and approve: counterclip approve {} --listened",
                                  c.facts.clip));
}

namespace {

Objections names_unseen(const Case& c, const std::string& who) {
    const auto places = c.facts.treatments.near_terms.size();
    if (places == 0) return {};
    return {{fmt::format("clip {}: {} like a protected name, and {} looked at {}", c.facts.clip,
                         places == 1 ? "a place is" : fmt::format("{} places are", places), who,
                         places == 1 ? "it" : "them"),
             fmt::format("read each: counterclip names find {} --show; where none is the name: counterclip approve {} "
                         "--looked-at-names",
                         c.facts.clip, c.facts.clip)}};
}

}  // namespace

Objections names_unseen_to_approve(const Case& c) {
    if (c.facts.auditor_looked_at_names) return {};
    return names_unseen(c, "whoever approves does not say that they");
}

Objections names_unseen_to_release(const Case& c) {
    const auto people = standing(c);
    const auto places = static_cast<int>(c.facts.treatments.near_terms.size());
    if (people.empty() || std::ranges::any_of(people, [&](const auto* d) { return d->looked_at_names >= places; }))
        return {};
    return names_unseen(c, "no approval says that its auditor");
}

Objections second_approval(const Case& c) {
    const auto people = standing(c);
    if (people.size() >= 2) return {};
    Objections objections;
    const std::string so_far = people.empty() ? "two auditors have to approve"
                                              : "a second auditor has to approve besides " + people.front()->by;
    for (const std::string& reason : second_approval_reasons(c.facts))
        objections.push_back({fmt::format("clip {}: {}, because {}", c.facts.clip, so_far, reason), decide_anew});
    return objections;
}

}  // namespace counterclip::consent
