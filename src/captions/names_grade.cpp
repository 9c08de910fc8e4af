#include "captions/names_grade.h"

#include <algorithm>

namespace counterclip::captions {

namespace {

// How many edits make a near one, by the sounds of the shorter spelling.
int edits_allowed(std::size_t sounds, int consonants, bool without_vowels) {
    if (without_vowels) return sounds <= 4 ? 0 : sounds <= 6 ? 60 : 100;
    if (sounds <= 3) return 0;
    // "Emina" is no "Amman": of few consonants another vowel makes another word.
    if (sounds <= 5) return consonants >= 3 ? 60 : 50;
    return sounds == 6 ? 100 : 160;
}

bool has_script(std::u32string_view letters, bool (*of)(char32_t)) {
    return !letters.empty() && of(letters.front());
}
bool is_latin(char32_t sign) {
    return sign < 0x250;
}

Grade graded(Likeness likeness, int edits = 0) {
    return {likeness, edits};
}

// What of a word that is read as a name may be chance.
struct Evidence {
    int consonants = 0;  // of the shorter spelling
    std::size_t sounds = 0;
    bool is_bare = false;  // a name without what is written onto it
    Distance distance;
};

// A script that writes vowels and one that does not: how much of the word is guessed?
Likeness grade_across(const Voiced& term, const Window& window, const Evidence& e) {
    const auto& unvowelled = term.spoken.without_vowels ? term.spoken : window.spoken;
    const auto& d = e.distance;
    if (term.has_twin || unvowelled.sounds.size() < 3) return Likeness::near;
    // "الطريق" is "the road", not Tariq: who has an article is called so in the vault.
    if (term.words == 1 && (window.has_article || window.may_have_article)) return Likeness::near;
    if (e.consonants >= 4) return d.loose <= 1 ? Likeness::exact : Likeness::near;
    if (d.loose > 0) return Likeness::near;
    if (e.consonants == 3) {
        // "سلم" can be read as Salim, but Salim is written "سليم" or "سالم".
        return unvowelled.written_vowel || (d.unwritten == 0 && e.is_bare) ? Likeness::exact : Likeness::near;
    }
    return d.hidden == 0 ? Likeness::exact : Likeness::near;
}

// Two spellings that can be read the same. Short ones can be so by chance.
Likeness grade_of_same(const Voiced& term, const Window& window, const Evidence& e) {
    if (term.spoken.without_vowels != window.spoken.without_vowels) return grade_across(term, window, e);
    if (term.spoken.without_vowels) return e.sounds >= 5 ? Likeness::exact : Likeness::near;
    if (!window.has_capital || window.everyday != Everyday::no) return Likeness::near;
    if (e.distance.loose > (e.consonants >= 4 ? 1 : 0)) return Likeness::near;
    if (has_script(term.letters, is_latin) != has_script(window.letters, is_latin))
        return e.sounds >= 3 && e.consonants >= 1 ? Likeness::exact : Likeness::near;
    return e.sounds >= 4 && e.consonants >= 1 ? Likeness::exact : Likeness::near;
}

std::optional<Grade> grade_of_letters(const Voiced& term, const Window& window) {
    if (term.letters != window.letters || term.words > window.words + 1) return std::nullopt;
    if (window.everyday != Everyday::no && !term.is_everyday) return graded(Likeness::near);
    const bool has_ending = window.has_ending;
    if (!has_ending && window.words <= term.words) return graded(Likeness::exact);
    // In a hurry names are written small, too: "saida" of Said.
    if (has_ending && !window.has_capital)
        return window.letters.size() >= 4 && !term.is_part ? std::optional(graded(Likeness::near)) : std::nullopt;
    if (has_ending && window.letters.size() >= 4) return graded(Likeness::exact);
    return has_ending && window.has_capital ? std::optional(graded(Likeness::near)) : std::nullopt;
}

bool is_letters_of_stem(const Voiced& term, const Window& window) {
    return term.letters.size() == window.letters.size() + 1 && term.letters.starts_with(window.letters);
}

}  // namespace

std::optional<Grade> grade(const Voiced& term, const Window& window) {
    if (const auto same = grade_of_letters(term, window)) return same;
    if (term.by_letters_only) return std::nullopt;
    const bool has_ending = window.has_ending;
    const bool is_split = window.words > term.words;
    if (window.words > term.words + 1 || (is_split && (window.tiny_piece || window.some_everyday))) return std::nullopt;
    if (term.words > window.words + 1 && window.words > 1) return std::nullopt;
    const bool bare = term.spoken.without_vowels || window.spoken.without_vowels;
    const bool across = term.spoken.without_vowels != window.spoken.without_vowels;
    Evidence e;
    e.sounds = std::min(sure_sounds(term.spoken), sure_sounds(window.spoken));
    e.consonants = std::min(term.spoken.consonants, window.spoken.consonants);
    e.is_bare = !has_ending && window.name == window.first;
    if (e.sounds < 2 || (window.name != window.first && window.letters.size() < 3)) return std::nullopt;

    const bool may_differ = window.has_capital && !is_split && !term.is_part && window.everyday == Everyday::no;
    int allowed = may_differ ? edits_allowed(e.sounds, e.consonants, bare) : 0;
    // Behind an ending only a vowel may be another one.
    if (!e.is_bare) allowed = !bare || e.sounds >= 6 ? std::min(allowed, e.consonants >= 3 ? 60 : 50) : 0;
    if (across && window.may_have_article) allowed = 0;

    auto d = distance(term.spoken, window.spoken, allowed);
    bool stem = false;
    if (d.edits > 0 && window.replaces_vowel && !term.stem.sounds.empty()) {
        const auto of_stem = distance(term.stem, without_last_glide(window.spoken), 0);
        if (of_stem.edits == 0) {
            d = of_stem;
            stem = true;
        }
    }
    if (d.edits > allowed) return std::nullopt;
    // What only the reader's vowels make alike needs more: a capital where there are any, and no ending after a few
    // letters.
    if (across && !window.has_capital) return std::nullopt;
    if (across && e.consonants < 3) {
        if (term.is_part && (e.sounds < 4 || d.hidden > 0)) return std::nullopt;
        if (window.has_article || (!e.is_bare && (d.hidden > 1 || d.loose > 0))) return std::nullopt;
    }
    if (term.is_part && d.loose > 0) return std::nullopt;
    if (across && has_ending && e.consonants < 3) return std::nullopt;
    if (d.edits > 0)
        return e.sounds >= 7 || begin_alike(term.spoken, window.spoken) ? std::optional(graded(Likeness::near, d.edits))
                                                                        : std::nullopt;
    // A word without a capital, an everyday one and one word of a name: only where nothing else is guessed.
    if (term.is_part && (!window.has_capital || e.consonants < 2)) return std::nullopt;
    const bool is_doubtful = !window.has_capital || window.everyday != Everyday::no;
    if (is_doubtful && (has_ending || d.loose > 0 || e.consonants < 3)) return std::nullopt;
    // One that is short, or of two words by chance, is looked at; with an ending, too.
    if (is_split)
        return window.has_capital && e.consonants >= 3 ? std::optional(graded(Likeness::near, 25)) : std::nullopt;
    e.distance = d;
    if (stem || has_ending) {
        if (sure_sounds(term.spoken) < 4) return std::nullopt;
        if (stem && window.opens_sentence && d.loose > 0 && e.consonants < 4) return std::nullopt;
        if (is_letters_of_stem(term, window)) return graded(Likeness::exact);
        if (e.consonants < 3 && e.sounds < 4 && !across) return graded(Likeness::near);
    }
    return graded(grade_of_same(term, window, e));
}

}  // namespace counterclip::captions
