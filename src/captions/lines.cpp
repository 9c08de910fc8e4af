#include "captions/lines.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::captions {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool two_bytes = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (two_bytes ? 2 : 1), text.size()));
    }
    return lines;
}

bool is_blank(std::string_view line) {
    return std::ranges::all_of(line, [](unsigned char c) { return std::isspace(c) != 0; });
}

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

void fail_at(std::string_view source, std::size_t line, std::string_view wrong) {
    throw Error(fmt::format("read the captions {}", source), fmt::format("line {} {}", line + 1, wrong));
}

}  // namespace counterclip::captions
