// Looks for the vault's protected terms in texts (P5). What it answers says which kind of term and where, never which.
//
// The terms of everyone in the vault count, not only of those a clip shows: people who were interviewed know each
// other. Found as captions/names.h finds them: whole words, whatever their case, diacritics or Arabic spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "consent/gate.h"

namespace counterclip::clip {

struct PlacedText {
    std::string place;  // "the title"; may name a code, which is masked where it holds a term itself
    std::string text;
    bool of_destination = false;
};

std::string what_it_is(archive::TermKind kind);  // "a protected name"
// "a protected name in the title", in the order of the texts; a place once for each kind of term in it.
std::vector<std::string> places_with_terms(const std::vector<PlacedText>& texts, const archive::Vault& vault);
// The text with "[name]", "[alias]", "[place]" or "[term]" where a term stood.
std::string without_terms(std::string_view text, const archive::Vault& vault);
// Whether it would be found at all: a term of signs only never is.
bool can_be_found(const archive::ProtectedTerm& term);

// Everything written that leaves the archive with the clip, in its file, its name or beside it.
std::vector<PlacedText> texts_that_leave(const archive::Clip& clip,
                                         const std::optional<consent::DestinationFacts>& destination);
// What the gate is told: nothing when there is a vault that is not open, since nobody searched then.
std::optional<std::vector<std::string>> protected_terms_that_leave(
    const archive::Archive& archive, const archive::Clip& clip, const archive::Vault* vault,
    const std::optional<consent::DestinationFacts>& destination);

// Everything written in the archive by people, with the place of each (archive/written_texts.h): codes, titles, notes,
// reasons, the log, what was removed or replaced since. Nothing in it may be a protected term.
std::vector<PlacedText> texts_that_stay(const archive::Archive& archive);

}  // namespace counterclip::clip
