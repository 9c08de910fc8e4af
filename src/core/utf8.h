// UTF-8 one code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace counterclip {

inline constexpr char32_t replacement_character = 0xFFFD;

// The code point at `at`, which moves past it. A byte that is not UTF-8 reads as U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append(std::string& text, char32_t code_point);

// Where text stops being UTF-8; npos when it is UTF-8 throughout.
std::size_t first_invalid(std::string_view text);

}  // namespace counterclip
