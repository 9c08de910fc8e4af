// Names that must not be read: finds protected terms in text whatever their case, diacritics or Arabic-script spelling,
// and puts substitutes in their place (invariant P5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::captions {

struct Found {
    std::size_t offset = 0;  // bytes in the text
    std::size_t length = 0;
    std::size_t term = 0;  // index into the terms searched for
};

// Folded for comparison: case, Latin diacritics, Arabic diacritics and tatweel, alef/ya/ta marbuta/hamza forms, Persian
// kaf and ya, zero-width characters, Arabic and Persian digits.
std::string folded(std::string_view text);

// Whole-word occurrences ("Ali" is not found in "Alicante"), longest first, without overlap. Arabic prefixes (al-, wa-,
// bi-, li-) before a term count as part of the word.
std::vector<Found> find_terms(std::string_view text, const std::vector<std::string>& terms);

struct Substitution {
    std::string term;
    std::string substitute;
};
std::string substitute(std::string_view text, const std::vector<Substitution>& substitutions);

}  // namespace counterclip::captions
