// Whether the fonts of this machine can write a text: a letter that none has would be drawn as an empty box.
#pragma once

#include <string>
#include <string_view>

namespace counterclip::captions {

// The letters of `text` that no installed font has, each once, in order; controls, joiners and blanks are no letters.
// Thread-safe.
std::u32string without_font(std::string_view text);

bool is_font_installed(const std::string& family);

// Whether a script (ISO 15924) is written from right to left.
bool runs_leftwards(const std::string& script);

// Whether the letter or digit is one that fonts for Latin hold: Latin, Greek, Cyrillic, 0 to 9.
bool is_european(char32_t c);

// The script (ISO 15924: "Arab", "Cyrl", "Latn") that most letters of `text` are of; "Zyyy" when it has none.
std::string script_of(std::string_view text);

}  // namespace counterclip::captions
