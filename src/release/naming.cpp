#include "release/naming.h"

#include <fmt/format.h>

#include <array>

#include "core/error.h"

namespace counterclip::release {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::array<std::string_view, 22> device_names{"con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4",
                                                        "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3",
                                                        "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};

// Not the C library's: its answers depend on the language the computer speaks.
bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

const std::string& field(std::string_view pattern, std::string_view name, const NameFields& f) {
    const std::array<std::pair<std::string_view, const std::string*>, 5> known{
        {{"clip", &f.clip}, {"destination", &f.destination}, {"date", &f.date}, {"size", &f.size}, {"id", &f.id}}};
    for (const auto& [word, value] : known)
        if (word == name) return *value;
    throw Error(
        fmt::format("name the release by '{}'", pattern),
        fmt::format("there is no field {{{}}}; it is one of {{clip}}, {{destination}}, {{date}}, {{size}}, {{id}}",
                    name),
        ErrorKind::usage);
}

std::string fill(std::string_view pattern, const NameFields& fields) {
    std::string name;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto end = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            name += pattern[at++];
            continue;
        }
        name += field(pattern, pattern.substr(at + 1, end - at - 1), fields);
        at = end + 1;
    }
    return name;
}

std::string what_is_wrong(std::string_view name) {
    if (name.empty()) return "it is empty";
    if (name.size() > longest_name) return fmt::format("it is longer than {} letters", longest_name);
    for (const char c : name)
        if (!is_letter_or_digit(c) && c != '-' && c != '_' && c != '.')
            return "it may have letters of the English alphabet, digits, '-', '_' and '.'";
    if (!is_letter_or_digit(name.front()) || !is_letter_or_digit(name.back()))
        return "it begins and ends with a letter or digit";
    if (name.find("..") != std::string_view::npos) return "it may not hold '..'";
    const auto stem = lower(name.substr(0, name.find('.')));
    if (std::find(device_names.begin(), device_names.end(), stem) != device_names.end())
        return "Windows keeps that name for a device";
    return {};
}

std::string with_one_separator(std::string_view text) {
    auto out = lower(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return !is_letter_or_digit(c); }, '-');
    return out;
}

std::string without_separators(std::string_view text) {
    auto out = lower(text);
    std::erase_if(out, [](char c) { return !is_letter_or_digit(c); });
    return out;
}

// "btib0042" is in "courage_btib0042x", not in "btib00421".
bool holds_number(const std::string& text, const std::string& code) {
    for (auto at = text.find(code); at != std::string::npos; at = text.find(code, at + 1)) {
        const auto end = at + code.size();
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (end == text.size() || !is_digit(code.back()) || !is_digit(text[end])) return true;
    }
    return false;
}

bool is_word_of_its_own(std::string_view text, std::size_t at, std::size_t size) {
    const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
    const bool ends = at + size == text.size() || !is_letter_or_digit(text[at + size]);
    return begins && ends;
}

}  // namespace

std::string name_by_pattern(std::string_view pattern, const NameFields& fields) {
    auto name = fill(pattern, fields);
    if (const auto wrong = what_is_wrong(name); !wrong.empty())
        throw Error(fmt::format("name the release '{}'", name), wrong, ErrorKind::usage);
    return name;
}

// Codes are read with any separator, or none: "btib_0042" tells as much as "BTIB-0042".
bool holds_a_code(std::string_view text, const std::vector<std::string>& codes) {
    const auto searched = with_one_separator(text);
    for (const auto& code : codes) {
        const auto bare = without_separators(code);
        if (bare.size() > 2 && holds_number(without_separators(text), bare)) return true;
        const auto wanted = with_one_separator(code);
        if (wanted.empty()) continue;
        for (auto at = searched.find(wanted); at != std::string::npos; at = searched.find(wanted, at + 1))
            if (is_word_of_its_own(searched, at, wanted.size())) return true;
    }
    return false;
}

}  // namespace counterclip::release
