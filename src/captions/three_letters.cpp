#include "captions/three_letters.h"

#include <unicode/uloc.h>

namespace counterclip::captions {

std::string three_letters(const std::string& language) {
    const std::string letters = uloc_getISO3Language(language.c_str());
    return letters.size() == 3 ? letters : "und";
}

bool is_right_to_left(const std::string& language) {
    return uloc_isRightToLeft(language.c_str());
}

}  // namespace counterclip::captions
