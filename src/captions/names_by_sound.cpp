#include <algorithm>

#include "captions/affixes.h"
#include "captions/everyday.h"
#include "captions/names_grade.h"
#include "captions/names_windows.h"
#include "captions/spelling_tables.h"
#include "captions/term_match.h"

namespace counterclip::captions {

namespace {

std::uint32_t sounds_in(const Spoken& spoken) {
    std::uint32_t all = 0;
    for (const Sound& s : spoken.sounds) all |= s.may_be | s.rarely;
    return all;
}

// Whether more consonants of one are missing in the other than any near one lacks.
bool lacks_too_many(const Spoken& one, std::uint32_t sounds_of_other) {
    constexpr int most = 1;
    int missing = 0;
    for (const Sound& s : one.sounds)
        if (!s.may_be_silent && (s.may_be & sound::vowels) == 0 && ((s.may_be | s.rarely) & sounds_of_other) == 0 &&
            ++missing > most)
            return true;
    return false;
}

}  // namespace

std::vector<Voiced> voiced(std::string_view term, std::size_t index) {
    const Read text = read(term);
    std::vector<Voiced> out;
    if (text.words.empty()) return out;
    const auto of = [&](std::size_t first, std::size_t last) {
        Voiced v;
        v.term = index;
        const std::size_t begin = text.words[first].first;
        const std::size_t end = text.words[last - 1].last;
        v.letters = letters_of(text, begin, end);
        for (std::size_t n = first; n < last; ++n) {
            const bool article = n + 1 < last && is_article(text.words[n].letters);
            v.words += article ? 0U : 1U;
            append_whole_word(v.spoken, text, text.words[n], article);
        }
        if (!v.spoken.without_vowels && ends_in_vowel(v.spoken)) v.stem = without_last_vowel(v.spoken);
        v.sounds = sounds_in(v.spoken);
        v.is_everyday = is_everyday_word(text, begin, end);
        return v;
    };
    const bool numbers = std::ranges::any_of(text.words, [](const auto& w) { return has_digit(w.letters); });
    if (!numbers) out.push_back(of(0, text.words.size()));
    if (text.words.size() < 2) return out;
    for (std::size_t n = 0; n < text.words.size(); ++n) {
        const auto& letters = text.words[n].letters;
        if (has_digit(letters) || is_particle(letters) || letters.size() < 3) continue;
        out.push_back(of(n, n + 1));
        out.back().is_part = true;
        // "Ali" of "Ali Hassan" and "Street" of "Old Mill Street": what else sounds so says too little.
        out.back().by_letters_only =
            everyday_in(letters, letters) != 0 || (!is_arabic(letters.front()) && letters.size() < 4);
    }
    return out;
}

void find_twins(std::vector<Voiced>& terms) {
    for (auto& one : terms)
        one.has_twin = std::ranges::any_of(terms, [&](const Voiced& other) {
            return !one.is_part && !other.is_part && one.spoken.without_vowels != other.spoken.without_vowels &&
                   distance(one.spoken, other.spoken, 0).edits == 0;
        });
}

void find_by_sound(const Read& text, const std::vector<Voiced>& terms, std::vector<Heard>& heard) {
    std::size_t longest = 1;
    for (const auto& term : terms) longest = std::max(longest, term.words);
    for (const Window& window : windows_of(text, longest)) {
        const auto sounds = sounds_in(window.spoken);
        for (const Voiced& term : terms) {
            if (window.words > term.words + 1 || (window.everyday == Everyday::surely && !term.is_everyday) ||
                lacks_too_many(term.spoken, sounds) || lacks_too_many(window.spoken, term.sounds))
                continue;
            auto how = grade(term, window);
            if (!how) continue;
            if (term.is_part || window.makes_another) how->likeness = Likeness::near;
            const auto& signs = text.signs;
            const std::size_t offset = signs[window.first].first;
            const std::size_t end = signs[window.last - 1].last;
            const std::size_t ending = window.ending == window.last ? 0 : end - signs[window.ending].first;
            heard.push_back(
                {{offset, end - offset, term.term, signs[window.name].first - offset, ending, how->likeness},
                 how->edits + (term.is_part ? 10 : 0),
                 term.is_part});
        }
    }
}

}  // namespace counterclip::captions
