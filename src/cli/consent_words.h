// Consent for people to read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "consent/terms.h"

namespace counterclip::cli {

// Every term with what it says: {"face", "hide"}; empty lists say "any", an empty risk note nothing.
std::vector<std::pair<std::string, std::string>> term_lines(const consent::Terms& terms);

}  // namespace counterclip::cli
