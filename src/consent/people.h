// Who was there when somebody spoke, as the archive notes it: "guard", "translator", "interviewer:woman".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::consent {

enum class Gender { unknown, woman, man };

struct Present {
    std::string role{};  // small letters
    Gender gender = Gender::unknown;
};

// "interviewer", "interviewer:woman", "guard:man"; other words after the colon leave the gender unknown.
Present present_from(std::string_view text);
// Reads an entry of `interview add --present`: Error(usage) unless it is a role of letters and dashes, with ":woman" or
// ":man" or nothing after it. Names have no place there.
std::string present_entry_from(std::string_view text);

// Guards, minders, police, officials: who speaks before them may not speak freely.
bool is_watcher(const Present& person);
bool watched(const std::vector<std::string>& present);

enum class Kept { yes, no, unknown };
// Whether only women interviewed, and whether no man was there, as far as anybody noted.
Kept interviewed_by_women(const std::vector<std::string>& present);
Kept without_men(const std::vector<std::string>& present);

}  // namespace counterclip::consent
