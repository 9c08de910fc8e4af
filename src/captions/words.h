// Where the words that were heard one by one stand in a cue's text. Inside the captions room only.
#pragma once

#include <string>
#include <vector>

#include "captions/cue.h"

namespace counterclip::captions {

struct HeardWord {
    Range range;
    std::string text;
};

// Fills cue.words by looking each up behind the one before; times are cut to the cue's. When one of them is not in the
// text the cue gets none: half of them would point at other words.
void place_words(Cue& cue, const std::vector<HeardWord>& heard);

}  // namespace counterclip::captions
