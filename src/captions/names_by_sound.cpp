#include <algorithm>
#include <optional>

#include <unicode/uchar.h>

#include "captions/affixes.h"
#include "captions/term_match.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

bool is_capital(const Folded& sign, std::string_view text) {
    std::size_t at = sign.first;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    return u_isupper(c) || u_istitle(c);
}

bool has_case(const Folded& sign, std::string_view text) {
    std::size_t at = sign.first;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    return u_isupper(c) || u_istitle(c) || u_islower(c);
}

bool is_joint(char32_t sign) {
    constexpr std::u32string_view joints = U" \n\t-‐‑–_'";
    return joints.find(sign) != std::u32string_view::npos;
}

bool has_digit(std::u32string_view letters) {
    return std::ranges::any_of(letters, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// A stretch of a text that may be a name: without what Arabic writes before it, without an ending.
struct Window {
    std::size_t first = 0;   // signs: the word, with prefix and ending
    std::size_t name = 0;    // where the name begins
    std::size_t ending = 0;  // where an ending begins; = last where there is none
    std::size_t last = 0;
    std::size_t words = 0;  // articles not counted
    bool has_capital = false;
    bool tiny_piece = false;  // a word of one letter is among its words
    bool has_ending = false;  // one of its words has
    bool replaces_vowel = false;
    bool makes_another = false;  // one of its endings does
    std::u32string letters;      // of the name
    Spoken spoken;
};

std::u32string letters_of(const Read& text, std::size_t first, std::size_t last) {
    std::u32string letters;
    for (std::size_t n = first; n < last; ++n)
        if (is_word_sign(text.signs[n].sign)) letters += text.signs[n].sign;
    return letters;
}

// Where the last `letters` letters before `end` begin.
std::size_t before(const Read& text, std::size_t end, std::size_t letters) {
    while (letters > 0)
        if (is_word_sign(text.signs[--end].sign)) --letters;
    return end;
}
std::size_t after(const Read& text, std::size_t begin, std::size_t letters) {
    while (letters > 0)
        if (is_word_sign(text.signs[begin++].sign)) --letters;
    return begin;
}

// One way to read a word: without what may be written onto it.
struct Reading {
    std::size_t name = 0;    // signs
    std::size_t ending = 0;  // = the word's end where there is none
    bool replaces_vowel = false;
    bool makes_another = false;
    std::u32string letters;
    Spoken spoken;
    bool begins_with_article = false;
};

Reading reading(const Read& text, const Read::Word& word, std::size_t prefix, Ending ending) {
    Reading r;
    r.name = after(text, word.first, prefix);
    r.ending = before(text, word.last, ending.letters);
    r.replaces_vowel = ending.replaces_vowel;
    r.makes_another = ending.makes_another;
    r.letters = letters_of(text, r.name, r.ending);
    r.spoken = spoken({text.signs.data() + r.name, r.ending - r.name}, text.text);
    r.begins_with_article = r.letters.size() > 4 && r.letters.starts_with(U"ال");
    return r;
}

std::vector<Reading> readings_of(const Read& text, const Read::Word& word) {
    std::vector<std::size_t> prefixes = arabic_prefixes(word.letters);
    prefixes.insert(prefixes.begin(), 0);
    std::vector<Ending> cases = endings(word.letters);
    cases.insert(cases.begin(), Ending{});
    std::vector<Reading> readings;
    for (const auto prefix : prefixes)
        for (const auto& ending : cases)
            if (prefix == 0 || ending.letters == 0 || word.letters.size() >= prefix + ending.letters + 3)
                readings.push_back(reading(text, word, prefix, ending));
    return readings;
}

// The sounds of the article that Arabic writes onto a name may be there or not.
void append_word(Spoken& words, const Reading& word, bool is_article, bool may_lack_article) {
    Spoken spoken = word.spoken;
    if (may_lack_article && word.begins_with_article && spoken.sounds.size() > 2)
        spoken.sounds[0].may_be_silent = spoken.sounds[1].may_be_silent = true;
    append(words, spoken, is_article);
}

constexpr std::size_t most_words = 6;

// The words from one on: each with its readings, of which only the first may leave out a prefix.
class WindowFinder {
  public:
    WindowFinder(const Read& text, std::size_t longest_term)
        : text_(text), most_(std::min(longest_term + 1, most_words)) {
        for (const auto& word : text.words) readings_.push_back(readings_of(text, word));
    }

    std::vector<Window> all() {
        for (std::size_t from = 0; from < text_.words.size(); ++from)
            for (const Reading& reading : readings_[from]) {
                Window window;
                window.first = text_.words[from].first;
                window.name = reading.name;
                window.has_capital = text_.words[from].has_capital;
                go_on(from, reading, std::move(window));
            }
        return std::move(windows_);
    }

  private:
    void go_on(std::size_t n, const Reading& reading, Window window) {
        const Read::Word& word = text_.words[n];
        if (has_digit(word.letters)) return;
        const bool article = window.words > 0 && is_article(word.letters);
        window.words += article ? 0U : 1U;
        if (window.words > most_) return;
        window.tiny_piece |= word.letters.size() < 2;
        window.has_ending |= reading.ending != word.last;
        window.replaces_vowel = reading.replaces_vowel;
        window.makes_another |= reading.makes_another;
        window.ending = reading.ending;
        window.last = word.last;
        window.letters += reading.letters;
        append_word(window.spoken, reading, article, window.words > 1);
        if (!article) windows_.push_back(window);
        if (!word.joins_next || n + 1 == text_.words.size()) return;
        const Read::Word& next = text_.words[n + 1];
        for (const Reading& further : readings_[n + 1])
            // Two names in one case end alike or not at all.
            if (further.name == next.first && (further.ending == next.last || next.letters.size() > 4))
                go_on(n + 1, further, window);
    }

    const Read& text_;
    std::size_t most_;
    std::vector<std::vector<Reading>> readings_;
    std::vector<Window> windows_;
};

struct Grade {
    Likeness likeness;
    int edits;
};

// How many edits make a near one, by the sounds of the shorter spelling.
int edits_allowed(std::size_t sounds, bool without_vowels) {
    if (without_vowels) return sounds <= 4 ? 0 : sounds <= 6 ? 50 : 100;
    if (sounds <= 3) return 0;
    if (sounds <= 5) return 50;
    return sounds == 6 ? 100 : 150;
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

// Two spellings that can be read the same. Short ones can be so by chance.
Likeness grade_of_same(const Voiced& term, const Window& window, Distance d) {
    const auto& a = term.spoken;
    const auto& b = window.spoken;
    const auto shorter = std::min(sure_sounds(a), sure_sounds(b));
    const int consonants = std::min(a.consonants, b.consonants);
    if (a.without_vowels != b.without_vowels) {
        const auto& bare = a.without_vowels ? a : b;
        if (term.has_twin) return Likeness::near;
        // "سلم" can be read as Salim, but Salim is written "سليم" or "سالم".
        if (d.unwritten > 0 && !bare.written_vowel && consonants <= 3) return Likeness::near;
        return bare.sounds.size() < 3 ? Likeness::near : Likeness::exact;
    }
    if (a.without_vowels) return shorter >= 5 ? Likeness::exact : Likeness::near;
    if (has_script(term.letters, is_latin) != has_script(window.letters, is_latin))
        return shorter >= 3 ? Likeness::exact : Likeness::near;
    return shorter >= 4 && consonants >= 1 && window.has_capital ? Likeness::exact : Likeness::near;
}

std::optional<Grade> grade_of_letters(const Voiced& term, const Window& window) {
    if (term.letters != window.letters || term.words > window.words + 1) return std::nullopt;
    const bool has_ending = window.has_ending;
    if (!has_ending && window.words <= term.words) return graded(Likeness::exact);
    if (has_ending && window.letters.size() >= 4) return graded(Likeness::exact);
    return has_ending && window.has_capital ? std::optional(graded(Likeness::near)) : std::nullopt;
}

std::optional<Grade> grade(const Voiced& term, const Window& window) {
    if (const auto same = grade_of_letters(term, window)) return same;
    const bool has_ending = window.has_ending;
    const bool is_split = window.words > term.words;
    if (window.words > term.words + 1 || (is_split && window.tiny_piece)) return std::nullopt;
    if (term.words > window.words + 1 && window.words > 1) return std::nullopt;
    const bool bare = term.spoken.without_vowels || window.spoken.without_vowels;
    const auto shorter = std::min(sure_sounds(term.spoken), sure_sounds(window.spoken));
    if (shorter < 2 || (window.name != window.first && window.letters.size() < 3)) return std::nullopt;
    const int consonants = std::min(term.spoken.consonants, window.spoken.consonants);
    int allowed = window.has_capital && !is_split && !term.is_part ? edits_allowed(shorter, bare) : 0;
    if (has_ending || window.name != window.first) allowed = shorter >= 6 && allowed > 0 ? 50 : 0;

    auto d = distance(term.spoken, window.spoken, allowed);
    bool stem = false;
    if (d.edits > 0 && window.replaces_vowel && !term.stem.sounds.empty()) {
        const auto of_stem = distance(term.stem, window.spoken, 0);
        if (of_stem.edits == 0) {
            d = of_stem;
            stem = true;
        }
    }
    if (d.edits > allowed) return std::nullopt;
    // What only the reader's vowels make alike needs more: a capital where there are any, and no ending after a few
    // letters.
    const bool across = term.spoken.without_vowels != window.spoken.without_vowels;
    if (across && !window.has_capital) return std::nullopt;
    if (across && term.is_part && shorter < 4) return std::nullopt;
    if (across && has_ending && consonants < 3) return std::nullopt;
    if (d.edits > 0)
        return shorter >= 7 || begin_alike(term.spoken, window.spoken) ? std::optional(graded(Likeness::near, d.edits))
                                                                       : std::nullopt;
    if (term.is_part && !window.has_capital) return std::nullopt;
    // One that is short, or of two words by chance, is looked at; with an ending, too.
    if (is_split)
        return window.has_capital || window.spoken.consonants >= 4 ? std::optional(graded(Likeness::near, 25))
                                                                   : std::nullopt;
    if (stem || has_ending) {
        if (term.spoken.sounds.size() < 4 || (!window.has_capital && !bare)) return std::nullopt;
    }
    return graded(grade_of_same(term, window, d));
}

std::uint32_t sounds_in(const Spoken& spoken) {
    std::uint32_t all = 0;
    for (const Sound& s : spoken.sounds) all |= s.may_be;
    return all;
}

// Whether so many consonants of the term are missing that nothing can come of it.
bool is_hopeless(const Voiced& term, std::uint32_t sounds) {
    constexpr int most = 1;  // of 150 edits
    int missing = 0;
    for (const Sound& s : term.spoken.sounds)
        if (!s.may_be_silent && (s.may_be & sounds) == 0 && ++missing > most + 1) return true;
    return false;
}

}  // namespace

Read read(std::string_view text) {
    Read out{text, fold(text), {}};
    const auto& signs = out.signs;
    const bool has_capitals = std::ranges::any_of(signs, [&](const Folded& sign) { return is_capital(sign, text); });
    for (std::size_t at = 0; at < signs.size();) {
        if (!is_word_sign(signs[at].sign)) {
            ++at;
            continue;
        }
        Read::Word word;
        word.first = at;
        while (at < signs.size() &&
               (is_word_sign(signs[at].sign) || (is_apostrophe(signs[at].sign) && at + 1 < signs.size() &&
                                                 is_word_sign(signs[at + 1].sign) && at > word.first)))
            ++at;
        word.last = at;
        // "Salim's"
        if (word.last - word.first > 2 && signs[word.last - 1].sign == U's' && is_apostrophe(signs[word.last - 2].sign))
            word.last -= 2;
        word.letters = letters_of(out, word.first, word.last);
        word.has_capital = !has_capitals || is_capital(signs[word.first], text) || !has_case(signs[word.first], text);
        std::size_t next = at;
        while (next < signs.size() && is_joint(signs[next].sign)) ++next;
        word.joins_next = word.last == at && next < signs.size() && is_word_sign(signs[next].sign);
        out.words.push_back(std::move(word));
    }
    return out;
}

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
            append_word(v.spoken, reading(text, text.words[n], 0, {}), article, true);
        }
        if (!v.spoken.without_vowels && ends_in_vowel(v.spoken)) v.stem = without_last_vowel(v.spoken);
        v.is_everyday = is_everyday_word(text, begin, end);
        return v;
    };
    const bool numbers = std::ranges::any_of(text.words, [](const auto& w) { return has_digit(w.letters); });
    if (!numbers) out.push_back(of(0, text.words.size()));
    if (text.words.size() < 2) return out;
    for (std::size_t n = 0; n < text.words.size(); ++n) {
        const auto& letters = text.words[n].letters;
        if (has_digit(letters) || is_particle(letters) || letters.size() < (is_arabic(letters.front()) ? 3U : 4U))
            continue;
        out.push_back(of(n, n + 1));
        out.back().is_part = true;
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
    for (const Window& window : WindowFinder(text, longest).all()) {
        const auto sounds = sounds_in(window.spoken);
        const bool everyday = is_everyday_word(text, window.name, window.ending);
        for (const Voiced& term : terms) {
            if (window.words > term.words + 1 || (everyday && !term.is_everyday) || is_hopeless(term, sounds)) continue;
            auto how = grade(term, window);
            if (!how) continue;
            if (term.is_part || window.makes_another) how->likeness = Likeness::near;
            const auto& signs = text.signs;
            const std::size_t offset = signs[window.first].first;
            const std::size_t end = signs[window.last - 1].last;
            const std::size_t ending = window.ending == window.last ? 0 : end - signs[window.ending].first;
            heard.push_back(
                {{offset, end - offset, term.term, signs[window.name].first - offset, ending, how->likeness},
                 how->edits + (term.is_part ? 10 : 0)});
        }
    }
}

}  // namespace counterclip::captions
