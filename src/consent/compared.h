// What a newer consent changed, term by term, and which way: what a person reads before they sign for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "consent/terms.h"

namespace counterclip::consent {

enum class Term {
    standing,  // given or withdrawn
    use,
    face,
    name,
    voice,
    details,
    audiences,
    territories,
    languages,
    until,
    risk,
    risk_note,
    own_terms,  // whether the purpose has terms of its own
    preferences,
    evidence,
};

// `looser` whenever anything is allowed that was not before, whatever else got stricter.
enum class Way { stricter, looser, neither };

struct TermChange {
    Term term = Term::standing;
    std::optional<Use> purpose{};  // set: in this purpose's own terms
    std::string was{};             // in the words of files; lists joined with ", ", empty = any or without end
    std::string is{};              // the risk note is never repeated: both are empty
    Way way = Way::neither;
};

// In the order of Term, each purpose's own terms after those for all. Empty when the two say the same.
std::vector<TermChange> compared(const Revision& before, const Revision& after);

}  // namespace counterclip::consent
