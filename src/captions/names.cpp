#include "captions/names.h"

#include <array>

#include "captions/folding.h"

namespace counterclip::captions {

namespace {

using Text = std::vector<Folded>;

// A term as it is looked for: its letters and digits, and before which of them other signs may stand. "Abd al-Rahman"
// is found as "abd al rahman" and as "Abdalrahman"; "Sa'id" as "Said".
struct Pattern {
    struct Letter {
        char32_t sign = 0;
        bool gap_before = false;
    };
    std::vector<Letter> letters;
};

// عبد and the name of God after it are written as one word or as two.
bool follows_abd(const std::vector<Pattern::Letter>& letters) {
    constexpr std::u32string_view abd = U"عبد";
    return letters.size() == abd.size() &&
           std::ranges::equal(letters, abd, {}, [](const Pattern::Letter& l) { return l.sign; });
}

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
    return pattern;
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

bool ends_word(const Text& text, std::size_t end) {
    const char32_t last = text[end - 1].sign;
    if (!text[end - 1].ends_character) return false;
    return end == text.size() || !is_word_sign(text[end].sign) || is_of_unspaced_script(last);
}

// Words of one letter that Arabic writes onto the next word, and the article: "and", "by", "for", "so", "like", "the".
bool is_arabic_prefix(std::u32string_view letters) {
    constexpr std::array<std::u32string_view, 19> prefixes{U"ال",  U"و",    U"ب",   U"ل",  U"ف",  U"ك",  U"وال",
                                                           U"بال", U"فال",  U"كال", U"لل", U"وب", U"ول", U"وك",
                                                           U"ولل", U"وبال", U"فب",  U"فل", U"فلل"};
    return std::ranges::find(prefixes, letters) != prefixes.end();
}

// Where the word begins that the match at text[at] belongs to, when the match is that word, with or without Arabic
// prefixes; nothing when it is inside a longer word.
std::optional<std::size_t> word_start(const Text& text, std::size_t at) {
    if (at == 0 || !is_word_sign(text[at - 1].sign) || is_of_unspaced_script(text[at].sign)) return at;
    constexpr std::size_t longest_prefix = 4;
    std::u32string prefix;
    std::size_t start = at;
    while (start > 0 && is_word_sign(text[start - 1].sign) && prefix.size() <= longest_prefix)
        prefix.insert(prefix.begin(), text[--start].sign);
    if (!is_arabic_prefix(prefix)) return std::nullopt;
    return start;
}

void add_occurrences(const Text& text, const Pattern& pattern, std::size_t term, std::vector<Found>& found) {
    if (pattern.letters.empty()) return;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at].sign != pattern.letters.front().sign) continue;
        const std::size_t end = match(text, at, pattern);
        if (end == 0 || !ends_word(text, end)) continue;
        const auto start = word_start(text, at);
        if (!start) continue;
        const std::size_t offset = text[*start].first;
        found.push_back({offset, text[end - 1].last - offset, term, text[at].first - offset});
    }
}

// Occurrences that share bytes become one, of the longest term among them: no part of a name is left over.
std::vector<Found> without_overlap(std::vector<Found> found) {
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
    std::vector<Found> apart;
    std::size_t longest = 0;
    for (const Found& f : found) {
        if (apart.empty() || f.offset >= apart.back().offset + apart.back().length) {
            apart.push_back(f);
            longest = f.length;
            continue;
        }
        Found& last = apart.back();
        last.length = std::max(last.offset + last.length, f.offset + f.length) - last.offset;
        if (f.length > longest) {
            last.term = f.term;
            longest = f.length;
        }
    }
    return apart;
}

bool begins_in_arabic(std::string_view text) {
    const auto signs = fold(text);
    return !signs.empty() && is_arabic(signs.front().sign);
}

}  // namespace

std::vector<Found> find_terms(std::string_view text, const std::vector<std::string>& terms) {
    const Text signs = fold(text);
    std::vector<Found> found;
    for (std::size_t n = 0; n < terms.size(); ++n) add_occurrences(signs, pattern_of(terms[n]), n, found);
    return without_overlap(std::move(found));
}

std::string substitute(std::string_view text, const std::vector<Substitution>& substitutions) {
    std::vector<std::string> terms;
    for (const Substitution& s : substitutions) terms.push_back(s.term);
    std::string out;
    std::size_t at = 0;
    for (const Found& f : find_terms(text, terms)) {
        const std::string& substitute = substitutions[f.term].substitute;
        // "and Ali" is one word in Arabic; "and" stays where the new name can be written onto it.
        const std::size_t prefix = begins_in_arabic(substitute) ? f.prefix : 0;
        out.append(text.substr(at, f.offset - at)).append(text.substr(f.offset, prefix)).append(substitute);
        at = f.offset + f.length;
    }
    return out.append(text.substr(at));
}

}  // namespace counterclip::captions
