// A name of several words of which the first is a term of its own: where that one word becomes the pseudonym, the
// others must not stay.
#include <algorithm>

#include "captions/term_match.h"

namespace counterclip::captions {

namespace {

bool shares_bytes(const Found& a, const Found& b) {
    return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

// Whether a term is one word of another.
bool is_word_of(std::size_t one, std::size_t other, const std::vector<Voiced>& terms) {
    const auto same = [](const Voiced& part, const Voiced& word) {
        return part.letters == word.letters || distance(part.spoken, word.spoken, 0).edits == 0;
    };
    return std::ranges::any_of(terms, [&](const Voiced& word) {
        return word.term == one && !word.is_part && word.words == 1 &&
               std::ranges::any_of(
                   terms, [&](const Voiced& part) { return part.term == other && part.is_part && same(part, word); });
    });
}

// What was found is a word of the term too, by what was heard of it or as the vault spells both.
bool belongs_to(const Found& found, const Heard& part, const std::vector<Voiced>& terms,
                const std::vector<Heard>& near) {
    if (found.term == part.found.term) return false;
    const auto is_heard_of_it = [&](const Heard& one) {
        return one.is_part && one.found.term == part.found.term && shares_bytes(one.found, found);
    };
    return std::ranges::any_of(near, is_heard_of_it) || is_word_of(found.term, part.found.term, terms);
}

// The words [first, last) of the text that share bytes with what was found.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
};
Span words_under(const Found& found, const Read& text) {
    Span span{text.words.size(), 0};
    for (std::size_t n = 0; n < text.words.size(); ++n) {
        const auto& word = text.words[n];
        if (text.signs[word.first].first >= found.offset + found.length ||
            found.offset >= text.signs[word.last - 1].last)
            continue;
        span.first = std::min(span.first, n);
        span.last = n + 1;
    }
    return span;
}

// A father's name between two others; "with", "and" and "said" are none.
bool may_be_name(const Read& text, std::size_t n) {
    constexpr std::size_t fewest = 3;
    const auto& word = text.words[n];
    return word.has_capital && word.letters.size() >= fewest && word.everyday == Everyday::no &&
           !is_everyday_word(text, word.first, word.last);
}

bool follows(const Span& one, const Span& next, const Read& text) {
    if (one.first >= one.last || next.first >= next.last || next.first < one.last || next.first > one.last + 1)
        return false;
    for (std::size_t n = one.last - 1; n < next.first; ++n)
        if (!text.words[n].joins_next) return false;
    return next.first == one.last || may_be_name(text, one.last);
}

void grow(Found& found, const Found& rest) {
    const auto end = std::max(found.offset + found.length, rest.offset + rest.length);
    if (rest.offset < found.offset) {
        found.offset = rest.offset;
        found.prefix = rest.prefix;
    } else {
        found.ending = rest.ending;
    }
    found.length = end - found.offset;
}

}  // namespace

void take_in_the_rest(const Read& text, const std::vector<Voiced>& terms, const std::vector<Heard>& near,
                      std::vector<Found>& exact) {
    for (Found& found : exact) {
        for (bool grew = true; grew;) {
            grew = false;
            const Span words = words_under(found, text);
            for (const Heard& part : near) {
                const auto taken = [&](const Found& one) { return shares_bytes(one, part.found); };
                if (!part.is_part || std::ranges::any_of(exact, taken)) continue;
                const Span rest = words_under(part.found, text);
                if (!follows(words, rest, text) && !follows(rest, words, text)) continue;
                if (!belongs_to(found, part, terms, near)) continue;
                grow(found, part.found);
                grew = true;
                break;
            }
        }
    }
}

}  // namespace counterclip::captions
