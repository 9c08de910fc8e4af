#include "captions/disguises.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "captions/fillers.h"
#include "captions/folding.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

struct Character {
    char32_t letter = 0;
    std::size_t first = 0;  // bytes [first, last), marks above it included
    std::size_t last = 0;
    bool is_word = false;
};

std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t first = at;
        const char32_t c = next_code_point(text, at);
        const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
        const bool drawn_on_another = (category & U_GC_M_MASK) != 0 ||
                                      u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        if (drawn_on_another && !all.empty())
            all.back().last = at;
        else
            all.push_back({c, first, at, is_word_sign(c)});
    }
    return all;
}

class Writer {
  public:
    void add(std::u32string_view letters, const Character& of) {
        for (const char32_t letter : letters) append(plain_.text, letter);
        plain_.begins.resize(plain_.text.size(), of.first);
        plain_.ends.resize(plain_.text.size(), of.last);
        end_ = of.last;
    }
    void keep(std::string_view text, const Character& of) {
        plain_.text.append(text.substr(of.first, of.last - of.first));
        plain_.begins.resize(plain_.text.size(), of.first);
        plain_.ends.resize(plain_.text.size(), of.last);
        end_ = of.last;
    }
    Plain done() {
        plain_.begins.push_back(end_);
        plain_.ends.push_back(end_);
        return std::move(plain_);
    }

  private:
    Plain plain_;
    std::size_t end_ = 0;
};

// ---- letters set apart

// One letter with no other beside it.
bool stands_alone(const std::vector<Character>& all, std::size_t at) {
    return all[at].is_word && u_isalpha(static_cast<UChar32>(all[at].letter)) && (at == 0 || !all[at - 1].is_word) &&
           (at + 1 == all.size() || !all[at + 1].is_word);
}

// The next letter behind one to three other signs; `at` itself where there is none that stands alone.
std::size_t next_alone(const std::vector<Character>& all, std::size_t at) {
    constexpr std::size_t widest = 3;
    std::size_t next = at + 1;
    while (next < all.size() && next - at <= widest && !all[next].is_word) ++next;
    return next < all.size() && next - at >= 2 && stands_alone(all, next) ? next : at;
}

void add_letters_apart(std::string_view text, const std::vector<Character>& all, std::vector<Plain>& plain) {
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!stands_alone(all, at)) continue;
        std::vector<std::size_t> run{at};
        for (std::size_t next = next_alone(all, at); next != run.back(); next = next_alone(all, next))
            run.push_back(next);
        const std::size_t least = is_of_unspaced_script(all[at].letter) ? 2 : 3;
        at = run.back();
        if (run.size() < least) continue;
        Writer writer;
        for (const auto n : run) writer.keep(text, all[n]);
        plain.push_back(writer.done());
        plain.back().was_apart = true;
    }
}

// ---- look-alikes

class LookAlikes {
  public:
    LookAlikes() {
        UErrorCode status = U_ZERO_ERROR;
        checker_.reset(uspoof_open(&status));
        if (U_SUCCESS(status)) {
            ascii_.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
        }
        if (U_FAILURE(status)) throw Error("read what looks like a name", u_errorName(status));
        constexpr char32_t first_cyrillic = 0x430, last_cyrillic = 0x45F;
        for (char32_t c = first_cyrillic; c <= last_cyrillic; ++c)
            if (const char32_t latin = as_latin(c); latin < 0x80) cyrillic_.emplace(latin, c);
    }

    // The small Latin letter that it looks like; itself where there is none.
    char32_t as_latin(char32_t letter) const {
        const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
        if (small < 0x80) return small;
        // "н" looks like no Latin letter, "Н" does.
        for (const auto c : {small, static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)))})
            if (const auto latin = drawn_as(c)) return *latin;
        if (uscript_hasScript(static_cast<UChar32>(letter), USCRIPT_LATIN)) return in_ascii(letter);
        return letter;
    }
    char32_t as_cyrillic(char32_t letter) const {
        const auto found = cyrillic_.find(static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter))));
        return found == cyrillic_.end() ? letter : found->second;
    }

  private:
    std::optional<char32_t> drawn_as(char32_t c) const {
        icu::UnicodeString drawn;
        UErrorCode status = U_ZERO_ERROR;
        uspoof_getSkeletonUnicodeString(checker_.get(), 0, icu::UnicodeString(static_cast<UChar32>(c)), drawn, &status);
        if (U_FAILURE(status) || drawn.length() != 1 || !u_isalpha(drawn.charAt(0)) || drawn.charAt(0) >= 0x80)
            return {};
        return static_cast<char32_t>(u_tolower(drawn.charAt(0)));
    }
    // "ɑ", "ʟ": letters of phonetics that no decomposition knows.
    char32_t in_ascii(char32_t c) const {
        icu::UnicodeString text(static_cast<UChar32>(c));
        ascii_->transliterate(text);
        return text.length() == 1 ? static_cast<char32_t>(u_tolower(text.charAt(0))) : c;
    }

    struct Close {
        void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
    };
    std::unique_ptr<USpoofChecker, Close> checker_;
    std::unique_ptr<icu::Transliterator> ascii_;
    std::map<char32_t, char32_t> cyrillic_;
};

const LookAlikes& look_alikes() {
    static const LookAlikes all;
    return all;
}

using Word = std::pair<std::size_t, std::size_t>;  // characters [first, last)

std::vector<Word> words_of(const std::vector<Character>& all, bool with_signs) {
    constexpr std::u32string_view signs_as_letters = U"@$!";
    const auto is_part = [&](std::size_t n) {
        if (all[n].is_word) return true;
        return with_signs && signs_as_letters.find(all[n].letter) != std::u32string_view::npos && n + 1 < all.size() &&
               all[n + 1].is_word;
    };
    std::vector<Word> words;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t first = at;
        while (at < all.size() && is_part(at)) ++at;
        if (at > first)
            words.emplace_back(first, at);
        else
            ++at;
    }
    return words;
}

// "ɑ", "ʟ": Latin letters that fold to none of the twenty-six.
bool is_phonetic(char32_t letter) {
    if (letter < 0x80 || !uscript_hasScript(static_cast<UChar32>(letter), USCRIPT_LATIN)) return false;
    std::string written;
    append(written, letter);
    const auto signs = fold(written);
    return !signs.empty() && signs.front().sign >= 0x80;
}

// Letters of more than one of the scripts that look alike, or of none that a language writes.
bool is_mixed(const std::vector<Character>& all, Word word) {
    std::set<UScriptCode> scripts;
    bool phonetic = false;
    for (std::size_t n = word.first; n < word.second; ++n) {
        const auto c = static_cast<UChar32>(all[n].letter);
        UErrorCode status = U_ZERO_ERROR;
        const auto script = uscript_getScript(c, &status);
        if (U_FAILURE(status) || !u_isalpha(c) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
        if (script == USCRIPT_ARABIC || is_of_unspaced_script(all[n].letter)) continue;
        scripts.insert(script);
        phonetic = phonetic || is_phonetic(all[n].letter);
    }
    return scripts.size() > 1 || phonetic;
}

// What digits stand for beside letters: by their look, and in Arabic written with Latin letters.
struct Digit {
    char32_t written;
    std::u32string_view letters;
};
constexpr std::array drawn_digits{Digit{U'0', U"o"}, Digit{U'1', U"i"}, Digit{U'3', U"e"}, Digit{U'4', U"a"},
                                  Digit{U'5', U"s"}, Digit{U'7', U"t"}, Digit{U'8', U"b"}, Digit{U'9', U"g"},
                                  Digit{U'@', U"a"}, Digit{U'$', U"s"}, Digit{U'!', U"i"}};
constexpr std::array one_is_l{Digit{U'1', U"l"}, Digit{U'0', U"o"}, Digit{U'3', U"e"}, Digit{U'4', U"a"},
                              Digit{U'5', U"s"}, Digit{U'@', U"a"}, Digit{U'$', U"s"}, Digit{U'!', U"l"}};
constexpr std::array chat_digits{Digit{U'2', U""},  Digit{U'3', U"a"}, Digit{U'5', U"kh"}, Digit{U'6', U"t"},
                                 Digit{U'7', U"h"}, Digit{U'8', U"q"}, Digit{U'9', U"s"}};

// A digit between letters, or before them: "Ali2" is Ali and a number.
bool has_digit_as_letter(const std::vector<Character>& all, Word word) {
    bool digit = false;
    bool letter = false;
    for (std::size_t n = word.first; n < word.second; ++n) {
        const bool is_letter = u_isalpha(static_cast<UChar32>(all[n].letter)) != 0;
        if (digit && is_letter) return true;
        digit = digit || (!is_letter && (letter || all[n].letter < 0x80));
        letter = letter || is_letter;
    }
    return false;
}

// The text with some of its words written otherwise.
template <class Words, class Letters>
std::optional<Plain> rewritten(std::string_view text, const std::vector<Character>& all, const Words& words,
                               const Letters& letters_of) {
    if (words.empty()) return std::nullopt;
    Writer writer;
    std::size_t at = 0;
    for (const Word& word : words) {
        for (; at < word.first; ++at) writer.keep(text, all[at]);
        for (; at < word.second; ++at) {
            const auto letters = letters_of(all[at].letter);
            if (!letters) {
                writer.keep(text, all[at]);
                continue;
            }
            // A capital stays one: it tells names from other words.
            auto as_written = *letters;
            if (at == word.first && !as_written.empty())
                as_written.front() = static_cast<char32_t>(u_toupper(static_cast<UChar32>(as_written.front())));
            writer.add(as_written, all[at]);
        }
    }
    for (; at < all.size(); ++at) writer.keep(text, all[at]);
    return writer.done();
}

void add_look_alikes(std::string_view text, const std::vector<Character>& all, std::vector<Plain>& plain) {
    auto words = words_of(all, false);
    std::erase_if(words, [&](Word word) { return !is_mixed(all, word); });
    if (words.empty()) return;
    const auto& alike = look_alikes();
    const auto as = [&](auto one) {
        auto found = rewritten(text, all, words, [&](char32_t c) -> std::optional<std::u32string> {
            const char32_t other = one(c);
            if (other == c) return std::nullopt;
            return std::u32string(1, other);
        });
        if (found) plain.push_back(std::move(*found));
    };
    as([&](char32_t c) { return c < 0x80 ? c : alike.as_latin(c); });
    as([&](char32_t c) { return alike.as_cyrillic(c); });
}

void add_digits(std::string_view text, const std::vector<Character>& all, std::vector<Plain>& plain) {
    auto words = words_of(all, true);
    std::erase_if(words, [&](Word word) { return !has_digit_as_letter(all, word); });
    const auto with = [&](const auto& table) {
        auto found = rewritten(text, all, words, [&](char32_t c) -> std::optional<std::u32string> {
            for (const Digit& digit : table)
                if (digit.written == c) return std::u32string(digit.letters);
            return std::nullopt;
        });
        if (found) plain.push_back(std::move(*found));
    };
    with(drawn_digits);
    with(one_is_l);
    with(chat_digits);
}

// ---- "father of", in the case that its sentence asks for

// "أبي" and "أبا", with or without a letter that Arabic writes onto a word, before another word.
bool is_other_case_of_abu(const std::vector<Character>& all, Word word) {
    std::u32string letters;
    for (std::size_t n = word.first; n < word.second; ++n)
        letters += std::u32string_view(U"أإآٱ").find(all[n].letter) != std::u32string_view::npos ? U'ا' : all[n].letter;
    if (letters.size() == 4 && std::u32string_view(U"وبلفك").find(letters.front()) != std::u32string_view::npos)
        letters.erase(0, 1);
    return letters == U"ابي" || letters == U"ابا";
}

void add_cases_of_abu(std::string_view text, const std::vector<Character>& all, std::vector<Plain>& plain) {
    const auto words = words_of(all, false);
    std::vector<Word> last_letters;
    for (std::size_t n = 0; n + 1 < words.size(); ++n)
        if (words[n + 1].first == words[n].second + 1 && is_other_case_of_abu(all, words[n]))
            last_letters.emplace_back(words[n].second - 1, words[n].second);
    auto found = rewritten(text, all, last_letters, [](char32_t) { return std::optional(std::u32string(U"و")); });
    if (found) plain.push_back(std::move(*found));
}

// ---- what is no word between two that are a name

bool is_pause(char32_t sign) {
    constexpr std::u32string_view pauses = U" \n\t,،.…-–—";
    return pauses.find(sign) != std::u32string_view::npos;
}

// A blank in the place of each, and of the commas and dashes beside it.
void leave_out_fillers(std::string_view text, const std::vector<Character>& all, std::vector<Plain>& plain) {
    const auto told = fillers(text);
    if (told.empty()) return;
    const auto is_told = [&](const Character& c) {
        return std::ranges::any_of(told, [&](const Filler& f) { return f.first <= c.first && c.first < f.last; });
    };
    Writer writer;
    for (std::size_t at = 0; at < all.size();) {
        std::size_t end = at;
        bool any = false;
        while (end < all.size() && (is_told(all[end]) || is_pause(all[end].letter))) any |= is_told(all[end++]);
        if (any) {
            writer.add(U" ", all[at]);
            at = end;
            continue;
        }
        end = std::max(end, at + 1);
        for (; at < end; ++at) writer.keep(text, all[at]);
    }
    plain.push_back(writer.done());
}

}  // namespace

std::vector<Plain> without_disguise(std::string_view text) {
    const auto all = characters_of(text);
    std::vector<Plain> plain;
    add_letters_apart(text, all, plain);
    add_look_alikes(text, all, plain);
    add_digits(text, all, plain);
    add_cases_of_abu(text, all, plain);
    leave_out_fillers(text, all, plain);
    return plain;
}

}  // namespace counterclip::captions
