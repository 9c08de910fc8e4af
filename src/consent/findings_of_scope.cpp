// How far a consent reaches: until when, and to whom a release may go.
#include "consent/scope.h"
#include "consent/walk.h"

namespace counterclip::consent {

namespace {

using Words = std::vector<std::string>;

bool has_scope(const Terms& t) {
    return !t.audiences.empty() || !t.territories.empty() || !t.languages.empty();
}

// One of the three lists: what it is called, where it stands in terms and in a destination, how the two compare.
struct List {
    const char* what;
    Words Terms::*granted;
    Words DestinationFacts::*wanted;
    bool (*within)(const Words& wanted, const Words& granted);
};

Objections not_granted(const Case& c, const List& list) {
    if (!c.facts.destination) return {};  // destination_unknown() says so
    const DestinationFacts& to = *c.facts.destination;
    Objections objections;
    for (const Source& s : c.sources) {
        const Terms* terms = c.terms_of(s);
        if (!terms || list.within(to.*list.wanted, terms->*list.granted)) continue;
        const Words& wanted = to.*list.wanted;
        objections.push_back(
            {fmt::format(
                 "interview {}: consent reaches the {} {}, destination {} {}", s.facts.code, list.what,
                 fmt::join(terms->*list.granted, ", "), to.code,
                 wanted.empty() ? "names none, so it may be any" : fmt::format("is {}", fmt::join(wanted, ", "))),
             fmt::format("release it to a destination within these, or ask the subject; see: counterclip consent show "
                         "{}",
                         s.facts.code)});
    }
    return objections;
}

}  // namespace

Objections consent_expired(const Case& c) {
    Objections objections;
    for (const Source& s : c.sources) {
        const Terms* terms = c.terms_of(s);
        if (!terms || !is_over(terms->until, c.facts.today)) continue;
        const std::string ended = c.facts.today.empty() ? "ends on {}, and today is not known" : "ended on {}";
        objections.push_back(
            {fmt::format("interview {}: the consent {}", s.facts.code, fmt::format(fmt::runtime(ended), terms->until)),
             fmt::format("ask the subject again, or take {} out: counterclip consent set {} --until DAY", s.facts.code,
                         s.facts.code)});
    }
    return objections;
}

Objections destination_unknown(const Case& c) {
    if (c.facts.destination) return {};
    return of_sources(
        c, [&](const Source& s) { return c.terms_of(s) && has_scope(*c.terms_of(s)); },
        [&](const std::string& code) {
            return Objection{
                fmt::format("interview {}: consent reaches certain audiences, territories or languages, and it is not "
                            "said where clip {} goes",
                            code, c.facts.clip),
                "name a destination whose audiences, territories and languages are noted: --destination CODE"};
        });
}

Objections destination_too_wide(const Case& c) {
    if (!c.facts.destination || !c.facts.destination->is_public || c.facts.purpose == Use::public_) return {};
    return {{fmt::format("clip {} is for {}, and everyone can see what destination {} shows", c.facts.clip,
                         to_string(c.facts.purpose), c.facts.destination->code),
             "release it to a partner, or make a clip for the public where consent allows it"}};
}

Objections audience_not_granted(const Case& c) {
    return not_granted(c, {"audiences", &Terms::audiences, &DestinationFacts::audiences, all_within});
}
Objections territory_not_granted(const Case& c) {
    return not_granted(c, {"territories", &Terms::territories, &DestinationFacts::territories, all_within});
}
Objections language_not_granted(const Case& c) {
    return not_granted(c, {"languages", &Terms::languages, &DestinationFacts::languages, languages_within});
}

}  // namespace counterclip::consent
