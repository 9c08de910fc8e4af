#include "consent/case.h"

namespace counterclip::consent {

namespace {

Source* find(std::vector<Source>& sources, std::string_view code) {
    const auto it = std::ranges::find(sources, code, [](const Source& s) { return std::string_view(s.facts.code); });
    return it == sources.end() ? nullptr : &*it;
}

void add(std::vector<Source>& sources, const InterviewFacts& facts) {
    if (find(sources, facts.code)) return;
    Source source{.facts = facts, .requires_ = {}};
    // A revision of another interview or person says nothing about this one.
    auto& latest = source.facts.subject;
    if (latest && (latest->interview != facts.code || latest->person != "subject")) latest.reset();
    source.requires_ = requirements(latest);
    sources.push_back(std::move(source));
}

}  // namespace

const VerificationFacts* Case::verification() const {
    if (!facts.render || !facts.render->verification) return nullptr;
    const VerificationFacts& v = *facts.render->verification;
    return !v.sha256.empty() && v.sha256 == facts.render->sha256 ? &v : nullptr;
}

const Source& Case::source_of(const PartFacts& part) const {
    return *std::ranges::find(sources, part.interview,
                              [](const Source& s) -> const std::string& { return s.facts.code; });
}

Case lay_out(const GateFacts& facts) {
    Case c{facts, {}};
    for (const InterviewFacts& interview : facts.interviews) add(c.sources, interview);
    for (const PartFacts& part : facts.parts) {
        add(c.sources, {.code = part.interview});
        if (part.has_picture) find(c.sources, part.interview)->has_picture = true;
    }
    return c;
}

std::map<std::string, std::int64_t> current_revisions(const Case& c) {
    std::map<std::string, std::int64_t> revisions;
    for (const Source& s : c.sources) revisions[s.facts.code] = s.facts.subject ? s.facts.subject->id : 0;
    return revisions;
}

}  // namespace counterclip::consent
