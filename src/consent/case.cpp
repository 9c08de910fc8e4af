#include "consent/case.h"

#include <cctype>

namespace counterclip::consent {

namespace {

Source* find(std::vector<Source>& sources, std::string_view code) {
    const auto it = std::ranges::find(sources, code, [](const Source& s) { return std::string_view(s.facts.code); });
    return it == sources.end() ? nullptr : &*it;
}

void add(std::vector<Source>& sources, const InterviewFacts& facts, Use purpose) {
    if (find(sources, facts.code)) return;
    Source source{.facts = facts, .requires_ = {}};
    // A revision of another interview or person says nothing about this one.
    auto& latest = source.facts.subject;
    if (latest && (latest->interview != facts.code || latest->person != "subject")) latest.reset();
    source.requires_ = requirements(latest, purpose);
    if (facts.minor) source.requires_ = for_a_minor(source.requires_);
    std::erase_if(source.facts.others, [&](const auto& other) {
        return other.second.interview != facts.code || other.second.person != other.first;
    });
    sources.push_back(std::move(source));
}

}  // namespace

const Revision* Source::standing() const {
    return facts.subject && !facts.subject->withdrawn ? &*facts.subject : nullptr;
}

const Terms* Case::terms_of(const Source& source) const {
    const Revision* consent = source.standing();
    return consent ? &terms_for(*consent, facts.purpose) : nullptr;
}

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
    for (const InterviewFacts& interview : facts.interviews) add(c.sources, interview, facts.purpose);
    for (const PartFacts& part : facts.parts) {
        add(c.sources, {.code = part.interview}, facts.purpose);
        Source& source = *find(c.sources, part.interview);
        source.has_picture |= part.has_picture;
        source.has_sound |= part.has_sound;
    }
    return c;
}

bool same_operator(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b,
                              [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::map<std::string, std::int64_t> current_revisions(const Case& c) {
    std::map<std::string, std::int64_t> revisions;
    for (const Source& s : c.sources) revisions[s.facts.code] = s.facts.subject ? s.facts.subject->id : 0;
    return revisions;
}

}  // namespace counterclip::consent
