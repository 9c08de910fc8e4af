// Languages as containers name them.
#pragma once

#include <string>

namespace counterclip::captions {

// ISO 639-2/T, three letters, of a BCP 47 tag ("ar-SY" -> "ara", "ckb" -> "ckb"); "und" where there is none.
std::string three_letters(const std::string& language);

// Whether it is written from right to left.
bool is_right_to_left(const std::string& language);

}  // namespace counterclip::captions
