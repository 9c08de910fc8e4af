#include <algorithm>
#include <optional>

#include "captions/affixes.h"
#include "captions/term_match.h"

namespace counterclip::captions {

namespace {

using Text = std::vector<Folded>;

// عبد and the name of God after it are written as one word or as two.
bool follows_abd(const std::vector<Pattern::Letter>& letters) {
    constexpr std::u32string_view abd = U"عبد";
    return letters.size() == abd.size() &&
           std::ranges::equal(letters, abd, {}, [](const Pattern::Letter& l) { return l.sign; });
}

// Where `pattern` ends when it starts at text[at]; 0 when it is not there.
std::size_t match(const Text& text, std::size_t at, const Pattern& pattern) {
    for (std::size_t n = 0; n < pattern.letters.size(); ++n) {
        const auto may_be_passed = [&](char32_t sign) {
            return n > 0 && (is_apostrophe(sign) || (pattern.letters[n].gap_before && !is_word_sign(sign)));
        };
        while (at < text.size() && may_be_passed(text[at].sign)) ++at;
        if (at == text.size() || text[at].sign != pattern.letters[n].sign) return 0;
        ++at;
    }
    return at;
}

// "Salim123" is Salim and a number: digits and letters bound each other. Digits are folded to these.
bool are_apart(char32_t one, char32_t next) {
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    return is_digit(one) != is_digit(next);
}

bool ends_word(const Text& text, std::size_t end) {
    const char32_t last = text[end - 1].sign;
    if (!text[end - 1].ends_character) return false;
    if (end < text.size() && are_apart(last, text[end].sign)) return true;
    return end == text.size() || !is_word_sign(text[end].sign) || is_of_unspaced_script(last);
}

// Where the word begins that the match at text[at] belongs to, when the match is that word, with or without Arabic
// prefixes; nothing when it is inside a longer word.
std::optional<std::size_t> word_start(const Text& text, std::size_t at) {
    if (at == 0 || !is_word_sign(text[at - 1].sign) || is_of_unspaced_script(text[at].sign)) return at;
    if (are_apart(text[at - 1].sign, text[at].sign)) return at;
    constexpr std::size_t longest_prefix = 4;
    std::u32string prefix;
    std::size_t start = at;
    while (start > 0 && is_word_sign(text[start - 1].sign) && prefix.size() <= longest_prefix)
        prefix.insert(prefix.begin(), text[--start].sign);
    if (!is_arabic_prefix(prefix)) return std::nullopt;
    return start;
}

// Of the word that stands there; a name of several is none.
Everyday everyday_of(const Read& read, std::size_t first, std::size_t last) {
    const auto word = std::ranges::find(read.words, first, &Read::Word::first);
    return word != read.words.end() && word->last == last ? word->everyday : Everyday::no;
}

}  // namespace

Pattern pattern_of(std::string_view term) {
    Pattern pattern;
    bool gap = false;
    for (const Folded& f : fold(term)) {
        if (is_word_sign(f.sign)) {
            pattern.letters.push_back({f.sign, (gap && !pattern.letters.empty()) || follows_abd(pattern.letters)});
            gap = false;
        } else if (!is_apostrophe(f.sign)) {
            gap = true;
        }
    }
    const Read read_term = read(term);
    if (!read_term.signs.empty()) pattern.is_everyday = is_everyday_word(read_term, 0, read_term.signs.size());
    return pattern;
}

void find_by_letter(const Read& read, const Pattern& pattern, std::size_t term, Bounds bounds,
                    std::vector<Found>& found) {
    constexpr std::size_t fewest_apart = 2;
    if (pattern.letters.empty() || (bounds == Bounds::none && pattern.letters.size() < fewest_apart)) return;
    const Text& text = read.signs;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at].sign != pattern.letters.front().sign) continue;
        const std::size_t end = match(text, at, pattern);
        if (end == 0) continue;
        const auto start = bounds == Bounds::none ? std::optional(at) : word_start(text, at);
        if (!start || (bounds == Bounds::of_words && !ends_word(text, end))) continue;
        if (!pattern.is_everyday && is_everyday_word(read, at, end)) continue;
        const auto everyday = bounds == Bounds::none ? Everyday::no : everyday_of(read, *start, end);
        if (everyday == Everyday::surely) continue;
        const std::size_t offset = text[*start].first;
        found.push_back({offset, text[end - 1].last - offset, term, text[at].first - offset, 0,
                         everyday == Everyday::perhaps ? Likeness::near : Likeness::exact});
    }
}

void find_inside_words(const Read& read, const std::vector<Voiced>& terms, std::vector<Heard>& heard) {
    constexpr std::size_t fewest = 5;
    constexpr int farther_than_others = 200;  // as edits: what is found otherwise as well is found so
    for (const Voiced& term : terms) {
        if (term.letters.size() < fewest || is_particle(term.letters)) continue;
        for (const auto& word : read.words) {
            const auto at = word.letters.find(term.letters);
            if (at == std::u32string::npos || word.letters.size() == term.letters.size()) continue;
            const std::size_t first = read.signs[word.first].first;
            heard.push_back({{first, read.signs[word.last - 1].last - first, term.term, 0, 0, Likeness::near},
                             farther_than_others});
        }
    }
}

}  // namespace counterclip::captions
