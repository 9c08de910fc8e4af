// What stands between words and is none: "[laughs]", "(pause)", "eh", "...". A name goes on behind it. Inside the
// captions room only.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace counterclip::captions {

struct Filler {
    std::size_t first = 0;  // bytes [first, last) of the text
    std::size_t last = 0;
};
// What is told in brackets or between asterisks, sounds of hesitation, drawn out or not, and dots that stand for a
// pause, in the order of the text; none overlaps another.
std::vector<Filler> fillers(std::string_view text);

// Whether no letter and no digit is left without them: a pause, a laugh, a note of music.
bool is_only_filler(std::string_view text);

}  // namespace counterclip::captions
