#include "captions/spelling.h"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "captions/spelling_tables.h"
#include "core/error.h"

namespace counterclip::captions {

namespace {

using namespace sound;

// A letter before it was folded: composed and small. "ş" is another sound than "s".
char32_t written(const Folded& sign, std::string_view text) {
    if (sign.sign < 0x80 && sign.last - sign.first == 1) return sign.sign;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw Error("read how a name is spelt", u_errorName(status));
    const auto bytes = text.substr(sign.first, sign.last - sign.first);
    auto letter = icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), static_cast<int>(bytes.size())));
    letter = nfc->normalize(letter, status);
    if (U_FAILURE(status) || letter.isEmpty() || letter.countChar32() > 1) return sign.sign;
    return static_cast<char32_t>(letter.char32At(0));
}

// Letters of scripts without a table here, as Latin ones.
std::u32string as_latin(char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<const icu::Transliterator> any_latin(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (!any_latin) throw Error("read how a name is spelt", "ICU has no transliteration Any-Latin");
    icu::UnicodeString text(static_cast<UChar32>(letter));
    any_latin->transliterate(text);
    std::u32string out;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        out += static_cast<char32_t>(text.char32At(at));
    return out;
}

enum class Script { latin, cyrillic, arabic, other };

Script script_of(char32_t letter) {
    if (letter < 0x80) return Script::latin;
    const auto c = static_cast<UChar32>(letter);
    if (uscript_hasScript(c, USCRIPT_ARABIC)) return Script::arabic;
    if (uscript_hasScript(c, USCRIPT_CYRILLIC)) return Script::cyrillic;
    return uscript_hasScript(c, USCRIPT_LATIN) ? Script::latin : Script::other;
}

// Puts the sounds of the letters down one after the other.
class Reader {
  public:
    Reader(std::span<const Folded> signs, std::string_view text) {
        for (const Folded& sign : signs) {
            const bool gap = !is_word_sign(sign.sign);
            if (gap && is_apostrophe(sign.sign)) continue;
            letters_.push_back(gap ? U' ' : written(sign, text));
            folded_.push_back(gap ? U' ' : sign.sign);
        }
    }

    Spoken read() {
        while (at_ < letters_.size()) {
            if (letters_[at_] == U' ') {
                ++at_;
                continue;
            }
            switch (script_of(letters_[at_])) {
                case Script::latin:
                    read_latin();
                    break;
                case Script::cyrillic:
                    read_cyrillic();
                    break;
                case Script::arabic:
                    read_arabic();
                    break;
                case Script::other:
                    read_other();
                    break;
            }
        }
        out_.without_vowels = arabic_ && !all_vowels_;
        for (const Sound& s : out_.sounds) {
            // A glide before a vowel is a consonant: "Sumaya", "Yusuf".
            const bool is_glide = !is_only_vowel(s) && &s != &out_.sounds.back() && is_only_vowel((&s)[1]);
            if ((s.may_be & vowels) == 0 || is_glide) ++out_.consonants;
            if (out_.without_vowels && (s.may_be & vowels) != 0) out_.written_vowel = true;
        }
        return std::move(out_);
    }

  private:
    static bool is_only_vowel(const Sound& s) { return (s.may_be & short_vowel) != 0 || (s.may_be & ~vowels) == 0; }
    bool begins_word() const { return at_ == 0 || letters_[at_ - 1] == U' '; }
    bool ends_word(std::size_t after) const { return after >= letters_.size() || letters_[after] == U' '; }

    // A letter written twice is one sound.
    void add(Set sound, bool may_be_silent = false, Set rarely = 0) {
        if (sound == 0) return;
        if (!out_.sounds.empty() && out_.sounds.back().may_be == sound) {
            out_.sounds.back().may_be_silent = out_.sounds.back().may_be_silent && may_be_silent;
            return;
        }
        out_.sounds.push_back({sound, may_be_silent, rarely});
    }
    bool follows(Set sounds) const { return !out_.sounds.empty() && (out_.sounds.back().may_be & sounds) != 0; }
    bool is_behind(std::u32string_view letters) const {
        return !begins_word() && letters.find(letters_[at_ - 1]) != std::u32string_view::npos;
    }
    bool is_before(std::u32string_view letters) const {
        return !ends_word(at_ + 1) && letters.find(letters_[at_ + 1]) != std::u32string_view::npos;
    }

    // "Ahmed" and "Ahmet", "Receb" and "Recep", "Junus" and "Junuz": hard or soft at the end of a word.
    static Set when_last(Set sound) {
        for (const auto& [hard, soft] : {std::pair{T, D}, std::pair{P, B}, std::pair{S, Z}, std::pair{F, V}}) {
            if ((sound & (hard | soft)) == hard) return soft;
            if ((sound & (hard | soft)) == soft) return hard;
        }
        return 0;
    }

    void read_latin() {
        const std::u32string_view rest = std::u32string_view(letters_).substr(at_);
        for (const LetterGroup& group : latin_groups())
            if (rest.starts_with(group.letters)) {
                add(group.sound);
                at_ += group.letters.size();
                return;
            }
        const char32_t letter = letters_[at_];
        Set sound = latin_sound(letter);
        if (sound == 0) sound = latin_sound(folded_[at_]);
        const bool last = ends_word(at_ + 1);
        constexpr std::u32string_view letters_of_vowels = U"aeiou";
        if (last && letter == U'h' && is_behind(U"ae")) return ++at_, add(sound, true);                    // "Fatimah"
        if (letter == U'y' && follows(I) && is_before(letters_of_vowels)) return ++at_, add(sound, true);  // "Rukiya"
        // "Faysal": the second half of a diphthong is no vowel that Arabic leaves out.
        if ((letter == U'i' || letter == U'u') && is_behind(U"ae")) sound &= ~short_vowel;
        add(sound, letter == U'ğ', (last ? when_last(sound) : 0) | (letter == U'c' ? J : 0));  // "Cemal"
        ++at_;
    }

    void read_cyrillic() {
        const char32_t letter = letters_[at_];
        const bool last = ends_word(at_ + 1);
        if (letter == U'д' && !last && letters_[at_ + 1] == U'ж') {
            add(J);
            at_ += 2;
            return;
        }
        if (letter == U'ю' || letter == U'я') {
            add(Y | I, true);
            add(letter == U'ю' ? U : A);
        } else {
            const bool after_vowel = !out_.sounds.empty() && (out_.sounds.back().may_be & vowels) != 0;
            if (letter == U'е' && (begins_word() || after_vowel)) add(Y | I, true);
            const Set sound = cyrillic_sound(letter);
            add(sound, false, last ? when_last(sound) : 0);  // signs of hardness and softness have none
        }
        ++at_;
    }

    void read_arabic() {
        arabic_ = true;
        const char32_t letter = letters_[at_];
        const char32_t folded = folded_[at_];
        const bool first = begins_word();
        const bool last = ends_word(at_ + 1);
        ++at_;
        if (letter == U'ە' || letter == U'ێ' || letter == U'ۆ') all_vowels_ = true;  // Kurdish
        if (letter == U'ە') return add(A);
        if (folded == U'ا' && after_ain_) {
            after_ain_ = false;
            if (!out_.sounds.empty()) out_.sounds.back() = {A, false};
            return;
        }
        after_ain_ = folded == U'ع';
        // "إيناس" begins with one vowel: the alef may only bear it.
        if (folded == U'ا' && first)
            return add(vowels, at_ < folded_.size() && (folded_[at_] == U'ي' || folded_[at_] == U'و'));
        if (folded == U'ا') return add(A);
        if (folded == U'ع') return add(vowels, !first);
        if (folded == U'ء') return;
        if (letter == U'ئ') return add(Y | I, true);
        if (last && letter == U'ة') return add(A, false, T);
        if (last && folded == U'ه') return add(A | H);
        if (last && letter == U'ى') return add(Y | I | A);
        if (last && folded == U'ي') return add(Y | I, false, A);
        Set sound = arabic_sound(letter);
        if (sound == 0) sound = arabic_sound(folded);
        // What sounds twice with no vowel between is written once: "عدد" has two, except behind the article and where
        // foreign names are spelt.
        const bool may_be_one = (sound & vowels) != 0 || folded == U'ل';
        if (!may_be_one && follows(sound) && !first) return out_.sounds.push_back({sound, false, 0});
        add(sound, false, folded == U'ض' ? Z : folded == U'غ' ? G : 0);
    }

    void read_other() {
        for (const char32_t letter : as_latin(letters_[at_])) add(latin_sound(letter));
        ++at_;
    }

    std::u32string letters_;  // as written, small; ' ' between words
    std::u32string folded_;
    std::size_t at_ = 0;
    Spoken out_;
    bool arabic_ = false;
    bool all_vowels_ = false;
    bool after_ain_ = false;  // "عا" is one vowel
};

}  // namespace

Spoken spoken(std::span<const Folded> signs, std::string_view text) {
    return Reader(signs, text).read();
}

void append(Spoken& words, const Spoken& word, bool is_article) {
    auto& all = words.sounds;
    for (std::size_t n = 0; n < word.sounds.size(); ++n) {
        const Sound& sound = word.sounds[n];
        // "Karim Mansour" may be written together, with one "m".
        const bool is_joint = n == 0 && !all.empty() && all.back().may_be == sound.may_be;
        all.push_back({sound.may_be, sound.may_be_silent || is_joint || is_article, sound.rarely});
    }
    if (!is_article) words.consonants += word.consonants;
    words.without_vowels |= word.without_vowels;
    words.written_vowel |= word.written_vowel;
}

std::size_t sure_sounds(const Spoken& spoken) {
    return static_cast<std::size_t>(std::ranges::count_if(spoken.sounds, [](Sound s) { return !s.may_be_silent; }));
}

bool ends_in_vowel(const Spoken& spoken) {
    return !spoken.sounds.empty() && (spoken.sounds.back().may_be & vowels) != 0;
}

Spoken without_last_vowel(Spoken spoken) {
    if (ends_in_vowel(spoken)) spoken.sounds.pop_back();
    return spoken;
}

Spoken without_last_glide(Spoken spoken) {
    auto& all = spoken.sounds;
    if (all.size() > 1 && (all.back().may_be & Y) != 0 && (all[all.size() - 2].may_be & I) != 0) all.pop_back();
    return spoken;
}

}  // namespace counterclip::captions
