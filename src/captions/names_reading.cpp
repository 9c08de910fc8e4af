#include <algorithm>
#include <array>
#include <map>

#include <unicode/uchar.h>

#include "captions/everyday.h"
#include "captions/names_windows.h"
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

// The first word of the text, or behind a full stop, a quotation mark or a dash.
bool opens_sentence(const std::vector<Folded>& signs, std::size_t at) {
    constexpr std::u32string_view blanks = U" \n\t";
    constexpr std::u32string_view ends = U".!?…:;\"“”„«»([—–-؟";
    while (at > 0 && blanks.find(signs[at - 1].sign) != std::u32string_view::npos) --at;
    return at == 0 || ends.find(signs[at - 1].sign) != std::u32string_view::npos;
}

constexpr std::size_t count_of_languages = 8 * sizeof(Languages);

// A word belongs to a language when other words around it do, and to none more.
bool is_of_the_text(Languages word, const std::array<int, count_of_languages>& words_of) {
    int own = 0;
    int others = 0;
    for (std::size_t n = 0; n < count_of_languages; ++n) {
        const bool is_own = (word >> n & 1U) != 0;
        if (is_own)
            own = std::max(own, words_of[n] - 1);
        else
            others = std::max(others, words_of[n]);
    }
    return own > 0 && own >= others;
}

void find_everyday_words(Read& text, bool has_capitals) {
    std::map<std::u32string_view, Languages> languages;
    for (const auto& word : text.words)
        if (!is_arabic(word.letters.front())) languages[word.letters] = everyday_in(word.letters, {});
    std::array<int, count_of_languages> words_of{};
    for (const auto& [word, of] : languages)
        for (std::size_t n = 0; n < count_of_languages; ++n) words_of[n] += of >> n & 1;
    for (auto& word : text.words) {
        const auto of = languages.find(word.letters);
        if (of == languages.end() || of->second == 0 || !is_of_the_text(of->second, words_of)) continue;
        if (has_capitals && !word.has_capital)
            word.everyday = Everyday::surely;
        else if (!has_capitals)
            word.everyday = Everyday::perhaps;
        else if (word.opens_sentence)
            word.everyday = Everyday::at_opening;
    }
}

}  // namespace

// As written, small, without the marks that were folded away.
std::u32string written(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(next_code_point(text, at));
        if (u_getCombiningClass(c) == 0) out += static_cast<char32_t>(u_tolower(c));
    }
    return out;
}

bool is_everyday_word(const Read& text, std::size_t first, std::size_t last) {
    if (first >= last || !is_arabic(text.signs[first].sign)) return false;
    const auto word =
        written(text.text.substr(text.signs[first].first, text.signs[last - 1].last - text.signs[first].first));
    if (everyday_in(word, word) != 0) return true;
    // The question's hamza: "أليس" is "is it not".
    return word.size() > 2 && word.starts_with(U'أ') && everyday_in(word.substr(1), word.substr(1)) != 0;
}

Capitals capitals_in(std::span<const std::string_view> texts) {
    std::size_t with_case = 0;
    std::size_t with_capitals = 0;
    for (const auto text : texts) {
        const auto signs = fold(text);
        with_case += std::ranges::any_of(signs, [&](const Folded& sign) { return has_case(sign, text); });
        with_capitals += std::ranges::any_of(signs, [&](const Folded& sign) { return is_capital(sign, text); });
    }
    return with_capitals > 0 && 2 * with_capitals >= with_case ? Capitals::written : Capitals::unknown;
}

Read read(std::string_view text, Capitals capitals) {
    Read out{text, fold(text), {}};
    const auto& signs = out.signs;
    const bool has_capitals = capitals == Capitals::written ||
                              std::ranges::any_of(signs, [&](const Folded& sign) { return is_capital(sign, text); });
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
        word.opens_sentence = opens_sentence(signs, word.first);
        word.has_capital = !has_capitals || is_capital(signs[word.first], text) || !has_case(signs[word.first], text);
        std::size_t next = at;
        while (next < signs.size() && is_joint(signs[next].sign)) ++next;
        word.joins_next = word.last == at && next < signs.size() && is_word_sign(signs[next].sign);
        out.words.push_back(std::move(word));
    }
    find_everyday_words(out, has_capitals);
    return out;
}

}  // namespace counterclip::captions
