#include "consent/compared.h"

#include <fmt/format.h>

#include "consent/scope.h"

namespace counterclip::consent {

namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

std::string joined(const std::vector<Preference>& preferences) {
    Words words;
    for (const Preference p : preferences) words.push_back(to_string(p));
    return joined(words);
}

// The enums of terms go from loose to strict, except uses, which go from strict to loose.
template <class Value>
Way way_of(Value was, Value is) {
    return is > was ? Way::stricter : Way::looser;
}
Way way_of(Use was, Use is) {
    return is < was ? Way::stricter : Way::looser;
}

struct Comparison {
    std::vector<TermChange> changes{};
    std::optional<Use> purpose{};

    void add(Term term, std::string was, std::string is, Way way) {
        changes.push_back({term, purpose, std::move(was), std::move(is), way});
    }
    template <class Value>
    void add_if_other(Term term, Value was, Value is) {
        if (was != is) add(term, to_string(was), to_string(is), way_of(was, is));
    }
    void add_list(Term term, const Words& was, const Words& is, bool (*within)(const Words&, const Words&)) {
        if (was != is) add(term, joined(was), joined(is), within(is, was) ? Way::stricter : Way::looser);
    }
    void add_terms(const Terms& was, const Terms& is) {
        add_if_other(Term::use, was.use, is.use);
        add_if_other(Term::face, was.face, is.face);
        add_if_other(Term::name, was.name, is.name);
        add_if_other(Term::voice, was.voice, is.voice);
        add_if_other(Term::details, was.details, is.details);
        add_list(Term::audiences, was.audiences, is.audiences, all_within);
        add_list(Term::territories, was.territories, is.territories, all_within);
        add_list(Term::languages, was.languages, is.languages, languages_within);
        if (was.until != is.until) {
            const bool shorter = !is.until.empty() && (was.until.empty() || is.until < was.until);
            add(Term::until, was.until, is.until, shorter ? Way::stricter : Way::looser);
        }
        add_if_other(Term::risk, was.risk, is.risk);
        if (was.risk_note != is.risk_note) add(Term::risk_note, {}, {}, Way::neither);
    }
};

std::string standing(const Revision& revision) {
    return revision.withdrawn ? "withdrawn" : "given";
}

}  // namespace

std::vector<TermChange> compared(const Revision& before, const Revision& after) {
    Comparison all;
    if (before.withdrawn != after.withdrawn)
        all.add(Term::standing, standing(before), standing(after), after.withdrawn ? Way::stricter : Way::looser);
    all.add_terms(before.terms, after.terms);
    for (const Use purpose : {Use::research, Use::training, Use::public_}) {
        const bool had = before.purposes.contains(purpose);
        const bool has = after.purposes.contains(purpose);
        if (!had && !has) continue;
        all.purpose = purpose;
        all.add_terms(terms_for(before, purpose), terms_for(after, purpose));
        if (had != has)
            all.add(Term::own_terms, had ? "terms of its own" : "as for all", has ? "terms of its own" : "as for all",
                    Way::neither);
    }
    all.purpose.reset();
    if (before.preferences != after.preferences)
        all.add(Term::preferences, joined(before.preferences), joined(after.preferences), Way::neither);
    if (before.evidence != after.evidence)
        all.add(Term::evidence, to_string(before.evidence.method), to_string(after.evidence.method), Way::neither);
    return all.changes;
}

}  // namespace counterclip::consent
