#include "captions/words.h"

#include <algorithm>

#include "captions/lines.h"

namespace counterclip::captions {

void place_words(Cue& cue, const std::vector<HeardWord>& heard) {
    cue.words.clear();
    std::size_t at = 0;
    for (const auto& word : heard) {
        const auto text = trimmed(word.text);
        if (text.empty()) continue;
        const auto first = cue.text.find(text, at);
        if (first == std::string::npos || word.range.out < word.range.in) {
            cue.words.clear();
            return;
        }
        const auto within = [&](Time t) { return std::clamp(t, cue.range.in, cue.range.out); };
        cue.words.push_back({{within(word.range.in), within(word.range.out)}, first, text.size()});
        at = first + text.size();
    }
}

}  // namespace counterclip::captions
