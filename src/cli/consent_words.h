// Consent for people to read.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "consent/terms.h"

namespace counterclip::cli {

// Every term with what it says: {"face", "hide"}; empty lists say "any", an empty risk note nothing.
std::vector<std::pair<std::string, std::string>> term_lines(const consent::Terms& terms);
// Those of `own` that differ from `all`: what holds for one purpose only.
std::vector<std::pair<std::string, std::string>> own_lines(const consent::Terms& own, const consent::Terms& all);
std::string preferences_in_words(const std::vector<consent::Preference>& preferences);
// Recordings as people count them, not as the catalog does.
std::string evidence_in_words(const archive::Archive& archive, const consent::Evidence& evidence);
// "use public, face hide, ...; training: face show; until 2027-12-31", or what is missing, in a cell of a list.
std::string consent_in_words(const std::optional<consent::Revision>& latest, const std::string& today);

}  // namespace counterclip::cli
