#include "captions/edits.h"

#include <algorithm>

namespace counterclip::captions {

namespace {

std::size_t end_of(const Edit& edit) {
    return edit.first + edit.length;
}
std::size_t end_of(const Word& word) {
    return word.first + word.length;
}

// The words, with those that an edit touches joined into one that covers the edit too.
std::vector<Word> joined_by(const std::vector<Edit>& edits, std::vector<Word> words) {
    for (const Edit& edit : edits) {
        const auto is_touched = [&](const Word& word) {
            return word.first < end_of(edit) && edit.first < end_of(word);
        };
        const auto from = std::ranges::find_if(words, is_touched);
        if (from == words.end()) continue;
        auto to = from + 1;
        while (to != words.end() && is_touched(*to)) ++to;
        Word one = *from;
        std::size_t end = end_of(edit);
        one.first = std::min(one.first, edit.first);
        for (auto word = from; word != to; ++word) {
            one.range = {std::min(one.range.in, word->range.in), std::max(one.range.out, word->range.out)};
            end = std::max(end, end_of(*word));
        }
        one.length = end - one.first;
        *from = one;
        words.erase(from + 1, to);
    }
    return words;
}

// Where a byte stands afterwards that no edit covers, or that is the end of one.
std::size_t afterwards(std::size_t at, const std::vector<Edit>& edits) {
    std::size_t moved = at;
    for (const Edit& edit : edits)
        if (end_of(edit) <= at) moved = moved + edit.text.size() - edit.length;
    return moved;
}

}  // namespace

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
    std::string out;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        out.append(text.substr(at, edit.first - at)).append(edit.text);
        at = end_of(edit);
    }
    return out.append(text.substr(at));
}

Cue edited(const Cue& cue, const std::vector<Edit>& edits) {
    Cue out{cue.range, edited(cue.text, edits), cue.speaker, {}};
    for (const Word& word : joined_by(edits, cue.words)) {
        const auto first = afterwards(word.first, edits);
        const auto end = afterwards(end_of(word), edits);
        if (end > first) out.words.push_back({word.range, first, end - first});
    }
    return out;
}

}  // namespace counterclip::captions
