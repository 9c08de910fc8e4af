// Stretches of a text that are written otherwise, and what becomes of the times of its words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"

namespace counterclip::captions {

struct Edit {
    std::size_t first = 0;  // bytes [first, first + length) of the text as it was
    std::size_t length = 0;
    std::string text;  // in their place
};

// `edits` in the order of the text, none over another.
std::string edited(std::string_view text, const std::vector<Edit>& edits);
// All words that one edit touches are one afterwards, said from the first's beginning to the last's end; none where
// nothing is left of them.
Cue edited(const Cue& cue, const std::vector<Edit>& edits);

}  // namespace counterclip::captions
