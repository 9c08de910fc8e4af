#include "consent/people.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::consent {

namespace {

constexpr std::array<std::string_view, 6> watchers{"guard", "minder", "police", "officer", "official", "soldier"};

std::string small(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return all;
}

bool has_word(std::string_view role, std::string_view word) {
    const auto at = role.find(word);
    if (at == role.npos) return false;
    const auto end = at + word.size();
    const bool plural = end + 1 == role.size() && role[end] == 's';
    return (at == 0 || role[at - 1] == '-') && (end == role.size() || role[end] == '-' || plural);
}

// Every one known to be a woman; somebody a man; or not known. Of nobody nothing is known.
Kept all_women(const std::vector<Present>& people) {
    const auto is = [](Gender gender) { return [gender](const Present& p) { return p.gender == gender; }; };
    if (std::ranges::any_of(people, is(Gender::man))) return Kept::no;
    return !people.empty() && std::ranges::all_of(people, is(Gender::woman)) ? Kept::yes : Kept::unknown;
}

std::vector<Present> read(const std::vector<std::string>& present) {
    std::vector<Present> people;
    for (const std::string& entry : present) people.push_back(present_from(entry));
    return people;
}

}  // namespace

Present present_from(std::string_view text) {
    const auto colon = text.find(':');
    Present person{.role = small(text.substr(0, colon))};
    if (colon == text.npos) return person;
    const std::string gender = small(text.substr(colon + 1));
    if (gender == "woman") person.gender = Gender::woman;
    if (gender == "man") person.gender = Gender::man;
    return person;
}

std::string present_entry_from(std::string_view text) {
    const std::string entry = small(text);
    const auto colon = entry.find(':');
    const std::string role = entry.substr(0, colon);
    const std::string gender = colon == entry.npos ? "" : entry.substr(colon + 1);
    const bool shaped = !role.empty() && role.size() <= 32 && role.front() != '-' &&
                        std::ranges::all_of(role, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (!shaped || (colon != entry.npos && gender != "woman" && gender != "man"))
        throw Error("read who was present",
                    "expected a role, for example interviewer, guard, translator or interviewer:woman; never a name",
                    ErrorKind::usage);
    return entry;
}

bool is_watcher(const Present& person) {
    return std::ranges::any_of(watchers, [&](std::string_view word) { return has_word(person.role, word); });
}

bool watched(const std::vector<std::string>& present) {
    return std::ranges::any_of(read(present), is_watcher);
}

Kept interviewed_by_women(const std::vector<std::string>& present) {
    auto people = read(present);
    std::erase_if(people, [](const Present& p) { return !has_word(p.role, "interviewer"); });
    return all_women(people);
}

Kept without_men(const std::vector<std::string>& present) {
    return all_women(read(present));
}

}  // namespace counterclip::consent
