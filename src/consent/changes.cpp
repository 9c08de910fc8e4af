#include "consent/changes.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::consent {

namespace {

template <class T>
void apply(const std::optional<T>& given, T& term) {
    if (given) term = *given;
}

// The enums of terms go from loose to strict, except uses, which go from strict to loose.
template <class Term>
void apply_if_stricter(const std::optional<Term>& given, Term& term) {
    if (given && *given > term) term = *given;
}

using Words = std::vector<std::string>;

// An empty list is the loosest. One that names what the other does not is taken for looser in that, so it gives way.
void apply_if_stricter(const std::optional<Words>& given, Words& words) {
    if (!given || given->empty()) return;
    const bool within = !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return std::ranges::find(*given, word) != given->end();
    });
    if (!within) words = *given;
}

Terms tightened(Terms terms, const TermChanges& changes) {
    if (changes.use && *changes.use < terms.use) terms.use = *changes.use;
    apply_if_stricter(changes.face, terms.face);
    apply_if_stricter(changes.name, terms.name);
    apply_if_stricter(changes.voice, terms.voice);
    apply_if_stricter(changes.details, terms.details);
    apply_if_stricter(changes.audiences, terms.audiences);
    apply_if_stricter(changes.territories, terms.territories);
    apply_if_stricter(changes.languages, terms.languages);
    if (changes.until && !changes.until->empty() && (terms.until.empty() || *changes.until < terms.until))
        terms.until = *changes.until;
    apply_if_stricter(changes.risk, terms.risk);
    apply(changes.risk_note, terms.risk_note);
    return terms;
}

}  // namespace

Terms changed(Terms terms, const TermChanges& changes) {
    apply(changes.use, terms.use);
    apply(changes.face, terms.face);
    apply(changes.name, terms.name);
    apply(changes.voice, terms.voice);
    apply(changes.details, terms.details);
    apply(changes.audiences, terms.audiences);
    apply(changes.territories, terms.territories);
    apply(changes.languages, terms.languages);
    apply(changes.until, terms.until);
    apply(changes.risk, terms.risk);
    apply(changes.risk_note, terms.risk_note);
    return terms;
}

void change_all(Revision& revision, const TermChanges& changes) {
    revision.terms = changed(revision.terms, changes);
    for (auto& [purpose, own] : revision.purposes) own = tightened(own, changes);
}

void change_for(Revision& revision, Use purpose, const TermChanges& changes) {
    const std::string doing = fmt::format("set terms for {}", to_string(purpose));
    if (purpose == Use::none) throw Error(doing, "name research, training or public", ErrorKind::usage);
    if (changes.use && *changes.use > purpose)
        throw Error(doing,
                    fmt::format("they cannot grant the use '{}'; say that without --for", to_string(*changes.use)),
                    ErrorKind::usage);
    Terms own = terms_for(revision, purpose);
    // What a wider use grants it grants here too; no more than the purpose is kept of it.
    own.use = std::min(own.use, purpose);
    revision.purposes[purpose] = changed(std::move(own), changes);
}

}  // namespace counterclip::consent
