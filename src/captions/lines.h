// The lines of a text file, and what a line is. For readers and writers of captions.
#pragma once

#include <string_view>
#include <vector>

namespace counterclip::captions {

// Without their ends, which may be LF, CR LF or CR.
std::vector<std::string_view> lines_of(std::string_view text);
bool is_blank(std::string_view line);
std::string_view trimmed(std::string_view line);  // of ASCII white space

// Throws Error "read the captions SOURCE: line N ..."; `line` counts from 0.
[[noreturn]] void fail_at(std::string_view source, std::size_t line, std::string_view wrong);

}  // namespace counterclip::captions
