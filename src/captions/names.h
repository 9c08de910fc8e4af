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
    std::size_t term = 0;    // index into the terms searched for
    std::size_t prefix = 0;  // how many of those bytes are Arabic prefixes before the term
};

// Folded for comparison: case, Latin diacritics, Arabic diacritics and tatweel, alef/ya/ta marbuta/hamza forms, Persian
// kaf and ya, presentation forms, zero-width characters, apostrophes, Arabic and Persian digits. Compatibility
// decomposition and case folding are Unicode's (UAX 15, UTR 30), by ICU.
std::string folded(std::string_view text);

// Whole-word occurrences ("Ali" is not found in "Alicante") in the order of the text. Those that overlap are one, which
// bears the longest term among them, so that no part of a name is left over. Arabic prefixes (al-, wa-, bi-, li-)
// before a term count as part of the word. What separates the words of a term may differ or be missing ("Abd
// al-Rahman", "Abdalrahman"), line ends included. In scripts without blanks between words every occurrence counts.
// Spellings in another script, and other transliterations, are terms of their own.
std::vector<Found> find_terms(std::string_view text, const std::vector<std::string>& terms);

struct Substitution {
    std::string term;
    std::string substitute;
};
// The text with every occurrence replaced. Arabic prefixes stay when the substitute is in Arabic script.
std::string substitute(std::string_view text, const std::vector<Substitution>& substitutions);

}  // namespace counterclip::captions
