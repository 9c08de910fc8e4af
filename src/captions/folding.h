// Text folded for comparison, letter by letter, with the way back to the bytes it came from. Inside the captions room
// only; see folded() in names.h for what is folded.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace counterclip::captions {

// One letter, digit or other sign of a folded text. Signs that fold to nothing (diacritics, zero-width characters)
// belong to the letter before them.
struct Folded {
    char32_t sign = 0;
    std::size_t first = 0;  // bytes [first, last) of the text
    std::size_t last = 0;
    bool ends_character = true;  // false: another sign came from the same character ("ﻻ", "ß")
};

std::vector<Folded> fold(std::string_view text);

bool is_word_sign(char32_t sign);   // a letter or digit
bool is_apostrophe(char32_t sign);  // as in "Sa'id"; folded to one sign
bool is_arabic(char32_t sign);
// Of a script that writes no blanks between words or glues endings to names, so that words have no visible bounds.
bool is_of_unspaced_script(char32_t sign);

}  // namespace counterclip::captions
