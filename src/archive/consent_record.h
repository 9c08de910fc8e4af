// Consent as the catalog keeps it: words and JSON. Inside the archive room only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "consent/terms.h"

namespace counterclip::archive {

// {"training": {"use": "training", "face": "show", ...}}: every term of each, so that a later default changes nothing.
nlohmann::json purposes_as_json(const std::map<consent::Use, consent::Terms>& purposes);
std::map<consent::Use, consent::Terms> purposes_from(const nlohmann::json& json);

std::vector<std::string> words_of(const std::vector<consent::Preference>& preferences);
std::vector<consent::Preference> preferences_from(const std::vector<std::string>& words);

}  // namespace counterclip::archive
