// What a later revision of a transcript says otherwise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"

namespace counterclip::captions {

// A stretch of words, as it stands in both texts, in the new one only, or in the old one only.
struct WordChange {
    enum class Kind { same, added, removed } kind = Kind::same;
    std::string text;  // words separated by single blanks
    friend bool operator==(const WordChange&, const WordChange&) = default;
};

// The shortest list of changes (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986) between the words of
// two texts; white space does not count. Texts that differ in more than 2,000 words are given as removed and added
// whole.
std::vector<WordChange> word_changes(std::string_view before, std::string_view after);

// One cue, or a pair of cues of about the same time.
struct CueChange {
    enum class Kind { added, removed, changed } kind = Kind::changed;
    std::size_t before = 0;  // index into the old cues; of no meaning when added
    std::size_t after = 0;   // index into the new cues; of no meaning when removed
    bool time = false;       // moved by a tenth of a second or more at either end
    bool speaker = false;
    bool text = false;
    std::vector<WordChange> words{};  // where the text changed
};

// In the order of time; cues that stayed as they were are left out. Both lists must be in the order of time. Each old
// cue is paired with the new one that shares the most time with it, at least half of the shorter of the two; equal
// texts count for more.
std::vector<CueChange> changes(const std::vector<Cue>& before, const std::vector<Cue>& after);

}  // namespace counterclip::captions
