#include "captions/names_windows.h"

#include <algorithm>

#include "captions/affixes.h"

namespace counterclip::captions {

namespace {

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
    bool left_out_article = false;
    bool begins_as_with_article = false;
    Everyday everyday = Everyday::no;
};

// Whether signs [first, last) begin with such letters, hamza and all.
bool is_written(const Read& text, std::size_t first, std::size_t last, std::u32string_view letters) {
    if (first >= last || !is_arabic(text.signs[first].sign)) return false;
    const auto as_written =
        written(text.text.substr(text.signs[first].first, text.signs[last - 1].last - text.signs[first].first));
    return as_written.starts_with(letters);
}

Reading reading(const Read& text, const Read::Word& word, std::size_t prefix, Ending ending) {
    Reading r;
    r.name = after(text, word.first, prefix);
    r.ending = before(text, word.last, ending.letters);
    r.replaces_vowel = ending.replaces_vowel;
    r.makes_another = ending.makes_another;
    r.letters = letters_of(text, r.name, r.ending);
    r.spoken = spoken({text.signs.data() + r.name, r.ending - r.name}, text.text);
    r.begins_with_article = r.letters.size() > 4 && r.letters.starts_with(U"ال");
    r.begins_as_with_article = is_written(text, r.name, r.ending, U"ال");
    r.left_out_article = prefix >= 2 && word.letters.substr(0, prefix).ends_with(U"ال");
    const bool has_own_capital =
        word.has_capital && word.everyday != Everyday::perhaps && !is_arabic(word.letters.front());
    if (has_own_capital) {  // "Alijem" is a case of Ali, though "ali" is "but"
        r.everyday = word.everyday;
        return r;
    }
    r.everyday = is_everyday_word(text, r.name, r.ending) || is_everyday_word(text, r.name, word.last) ||
                         is_everyday_word(text, word.first, word.last)
                     ? Everyday::surely
                     : word.everyday;
    return r;
}

// How many letters a prefix and an ending have to leave.
std::size_t least_left(const Ending& ending) {
    return ending.letters == 1 ? 4 : 3;
}

std::vector<Reading> readings_of(const Read& text, const Read::Word& word) {
    std::vector<std::size_t> prefixes = arabic_prefixes(word.letters);
    prefixes.insert(prefixes.begin(), 0);
    std::vector<Ending> cases = endings(word.letters);
    // "صالحة" is no "his Salah": that would end in another letter.
    std::erase_if(cases,
                  [&](const Ending& e) { return e.letters == 1 && is_written(text, word.last - 1, word.last, U"ة"); });
    cases.insert(cases.begin(), Ending{});
    std::vector<Reading> readings;
    for (const auto prefix : prefixes)
        for (const auto& ending : cases)
            if (prefix == 0 || ending.letters == 0 ||
                word.letters.size() >= prefix + ending.letters + least_left(ending))
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
                window.opens_sentence = text_.words[from].opens_sentence;
                window.has_article = reading.left_out_article;
                window.may_have_article = reading.begins_as_with_article;
                window.everyday = Everyday::surely;
                go_on(from, reading, std::move(window));
            }
        return std::move(windows_);
    }

  private:
    void go_on(std::size_t n, const Reading& reading, Window window) {
        const Read::Word& word = text_.words[n];
        if (has_digit(word.letters)) return;
        const bool article = window.words > 0 && is_article(word.letters);
        // "عبد الله" is one name, and Latin spellings write it as one word; "الله" alone is an everyday one.
        const bool is_one_with_last = window.words > 0 && text_.words[n - 1].letters == U"عبد";
        window.words += article || is_one_with_last ? 0U : 1U;
        if (window.words > most_) return;
        window.everyday = std::min(window.everyday, reading.everyday);
        window.some_everyday |= reading.everyday != Everyday::no && !is_one_with_last;
        window.tiny_piece |= word.letters.size() < 2;
        window.has_ending |= reading.ending != word.last;
        window.replaces_vowel = reading.replaces_vowel;
        window.makes_another |= reading.makes_another;
        window.ending = reading.ending;
        window.last = word.last;
        window.letters += reading.letters;
        append_word(window.spoken, reading, article, window.words > 1 || is_one_with_last);
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

}  // namespace

bool has_digit(std::u32string_view letters) {
    return std::ranges::any_of(letters, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

std::u32string letters_of(const Read& text, std::size_t first, std::size_t last) {
    std::u32string letters;
    for (std::size_t n = first; n < last; ++n)
        if (is_word_sign(text.signs[n].sign)) letters += text.signs[n].sign;
    return letters;
}

void append_whole_word(Spoken& words, const Read& text, const Read::Word& word, bool is_article) {
    append_word(words, reading(text, word, 0, {}), is_article, true);
}

std::vector<Window> windows_of(const Read& text, std::size_t longest_term) {
    return WindowFinder(text, longest_term).all();
}

}  // namespace counterclip::captions
