#include "captions/spelling.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <memory>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

using Set = std::uint32_t;

// Vowels. Arabic tells three apart; so "e" is an "a" or an "i", and "o" a "u".
constexpr Set A = 1U << 0;
constexpr Set I = 1U << 1;
constexpr Set U = 1U << 2;
constexpr Set vowels = A | I | U;
// Consonants.
constexpr Set B = 1U << 3;
constexpr Set P = 1U << 4;
constexpr Set T = 1U << 5;
constexpr Set TH = 1U << 6;
constexpr Set J = 1U << 7;
constexpr Set CH = 1U << 8;
constexpr Set H = 1U << 9;
constexpr Set KH = 1U << 10;
constexpr Set D = 1U << 11;
constexpr Set DH = 1U << 12;
constexpr Set R = 1U << 13;
constexpr Set Z = 1U << 14;
constexpr Set ZH = 1U << 15;
constexpr Set S = 1U << 16;
constexpr Set SH = 1U << 17;
constexpr Set GH = 1U << 18;
constexpr Set G = 1U << 19;
constexpr Set F = 1U << 20;
constexpr Set V = 1U << 21;
constexpr Set Q = 1U << 22;
constexpr Set K = 1U << 23;
constexpr Set L = 1U << 24;
constexpr Set M = 1U << 25;
constexpr Set N = 1U << 26;
constexpr Set W = 1U << 27;
constexpr Set Y = 1U << 28;
constexpr Set TS = 1U << 29;
// Not a sound: a letter that stands for a vowel even where it may be read as a glide ("i", "u").
constexpr Set short_vowel = 1U << 30;

struct Spelling {
    std::u32string_view letters;
    std::array<Set, 3> sounds;  // 0 = no more
};

// Longest first, for the first that fits is taken.
constexpr std::array latin_groups{
    Spelling{U"tsch", {CH}},
    Spelling{U"dzh", {J}},
    Spelling{U"sch", {SH}},
    Spelling{U"tch", {CH}},
    Spelling{U"dsc", {J}},
    Spelling{U"sh", {SH}},
    Spelling{U"ch", {CH | SH | KH}},
    Spelling{U"kh", {KH | H}},
    Spelling{U"gh", {GH}},
    Spelling{U"dh", {DH | D | Z}},
    Spelling{U"th", {TH | T}},
    Spelling{U"zh", {ZH | J}},
    Spelling{U"dj", {J}},
    Spelling{U"dž", {J}},
    Spelling{U"ph", {F}},
    Spelling{U"xh", {J}},
    Spelling{U"gj", {J | G}},
    Spelling{U"ck", {K | Q}},
    Spelling{U"ts", {TS | S}},
    Spelling{U"aa", {A}},
    Spelling{U"ee", {I}},
    Spelling{U"ii", {I}},
    Spelling{U"oo", {U}},
    Spelling{U"uu", {U}},
    Spelling{U"ou", {U | W | short_vowel}},
};

struct Letter {
    char32_t letter;
    Set sound;
};

constexpr std::array latin_letters{
    Letter{U'a', A},
    Letter{U'b', B},
    Letter{U'c', K | S | J | TS | CH},
    Letter{U'd', D},
    Letter{U'e', A | I},
    Letter{U'f', F},
    Letter{U'g', G | GH},
    Letter{U'h', H | KH},
    Letter{U'i', I | Y | short_vowel},
    Letter{U'j', J | ZH | Y | I},
    Letter{U'k', K | Q},
    Letter{U'l', L},
    Letter{U'm', M},
    Letter{U'n', N},
    Letter{U'o', U},
    Letter{U'p', P},
    Letter{U'q', Q | K | CH},
    Letter{U'r', R},
    Letter{U's', S},
    Letter{U't', T},
    Letter{U'u', U | W | short_vowel},
    Letter{U'v', V | W},
    Letter{U'w', W | U | V},
    Letter{U'x', KH | K | H},
    Letter{U'y', Y | I},
    Letter{U'z', Z},
    // as they are before folding
    Letter{U'č', CH},
    Letter{U'ć', CH | TS},
    Letter{U'ç', CH | S},
    Letter{U'š', SH},
    Letter{U'ş', SH},
    Letter{U'ș', SH},
    Letter{U'ž', ZH | J},
    Letter{U'đ', J | D},
    Letter{U'ğ', GH | G},
    Letter{U'ð', DH | D},
    Letter{U'þ', TH | T},
    Letter{U'ə', A | I},
    Letter{U'ĵ', J},
    Letter{U'ĝ', J | G},
};

constexpr std::array cyrillic_letters{
    Letter{U'а', A},
    Letter{U'б', B},
    Letter{U'в', V | W},
    Letter{U'г', G | GH | H},
    Letter{U'ґ', G},
    Letter{U'д', D},
    Letter{U'е', A | I},
    Letter{U'ё', U | I},
    Letter{U'ж', J | ZH},
    Letter{U'з', Z},
    Letter{U'и', I | Y | short_vowel},
    Letter{U'й', Y | I},
    Letter{U'к', K | Q},
    Letter{U'л', L},
    Letter{U'м', M},
    Letter{U'н', N},
    Letter{U'о', U},
    Letter{U'п', P},
    Letter{U'р', R},
    Letter{U'с', S},
    Letter{U'т', T},
    Letter{U'у', U | W | short_vowel},
    Letter{U'ф', F},
    Letter{U'х', H | KH},
    Letter{U'ц', TS | S},
    Letter{U'ч', CH},
    Letter{U'ш', SH},
    Letter{U'щ', SH | CH},
    Letter{U'ы', I},
    Letter{U'э', A | I},
    Letter{U'і', I | Y | short_vowel},
    Letter{U'ї', I | Y | short_vowel},
    Letter{U'є', A | I},
    Letter{U'ј', Y | I},
    Letter{U'љ', L},
    Letter{U'њ', N},
    Letter{U'ђ', J | D},
    Letter{U'ћ', CH},
    Letter{U'џ', J},
    Letter{U'ў', W | U},
    Letter{U'қ', Q | K},
    Letter{U'ғ', GH | G},
    Letter{U'ҳ', H},
    Letter{U'ҷ', J},
    Letter{U'ә', A},
    Letter{U'ө', U},
    Letter{U'ү', U},
    Letter{U'ұ', U},
    Letter{U'һ', H},
    Letter{U'ң', N},
};

constexpr std::array arabic_letters{
    Letter{U'ب', B | P},      Letter{U'پ', P},          Letter{U'ت', T},          Letter{U'ٹ', T},
    Letter{U'ث', TH | T | S}, Letter{U'ج', J | G | ZH}, Letter{U'چ', CH},         Letter{U'ح', H},
    Letter{U'خ', KH | H},     Letter{U'د', D},          Letter{U'ڈ', D},          Letter{U'ذ', DH | D | Z},
    Letter{U'ر', R},          Letter{U'ڑ', R},          Letter{U'ڕ', R},          Letter{U'ز', Z},
    Letter{U'ژ', ZH | J},     Letter{U'س', S},          Letter{U'ش', SH},         Letter{U'ص', S},
    Letter{U'ض', D | DH},     Letter{U'ط', T},          Letter{U'ظ', Z | DH | D}, Letter{U'غ', GH},
    Letter{U'ف', F | V},      Letter{U'ڤ', V},          Letter{U'ق', Q | K | G},  Letter{U'ك', K},
    Letter{U'گ', G},          Letter{U'ل', L},          Letter{U'ڵ', L},          Letter{U'م', M},
    Letter{U'ن', N},          Letter{U'ں', N},          Letter{U'ه', H},          Letter{U'و', W | U | V},
    Letter{U'ۆ', U},          Letter{U'ۇ', U},          Letter{U'ي', Y | I},      Letter{U'ێ', I | A},
};

template <std::size_t Count>
Set sound_in(const std::array<Letter, Count>& table, char32_t letter) {
    for (const Letter& one : table)
        if (one.letter == letter) return one.sound;
    return 0;
}

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
            if ((s.may_be & vowels) == 0) ++out_.consonants;
            if (out_.without_vowels && (s.may_be & vowels) != 0) out_.written_vowel = true;
        }
        return std::move(out_);
    }

  private:
    bool begins_word() const { return at_ == 0 || letters_[at_ - 1] == U' '; }
    bool ends_word(std::size_t after) const { return after >= letters_.size() || letters_[after] == U' '; }

    // A letter written twice is one sound.
    void add(Set sound, bool may_be_silent = false) {
        if (sound == 0) return;
        if (!out_.sounds.empty() && out_.sounds.back().may_be == sound) {
            out_.sounds.back().may_be_silent = out_.sounds.back().may_be_silent && may_be_silent;
            return;
        }
        out_.sounds.push_back({sound, may_be_silent});
    }

    void read_latin() {
        const std::u32string_view rest = std::u32string_view(letters_).substr(at_);
        for (const Spelling& group : latin_groups)
            if (rest.starts_with(group.letters)) {
                for (const Set sound : group.sounds) add(sound);
                at_ += group.letters.size();
                return;
            }
        const char32_t letter = letters_[at_];
        Set sound = sound_in(latin_letters, letter);
        if (sound == 0) sound = sound_in(latin_letters, folded_[at_]);
        const bool last = ends_word(at_ + 1);
        // "Fatimah"; "Ahmed" and "Ahmet", "Receb" and "Recep".
        if (last && letter == U'h' && !begins_word()) return ++at_, add(sound, true);
        if (last && (letter == U'd' || letter == U't')) sound = T | D;
        if (last && (letter == U'b' || letter == U'p')) sound = B | P;
        add(sound, letter == U'ğ');
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
            Set sound = sound_in(cyrillic_letters, letter);
            if (last && (letter == U'д' || letter == U'т')) sound = T | D;
            if (last && (letter == U'б' || letter == U'п')) sound = B | P;
            add(sound);  // signs of hardness and softness have none
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
        if (folded == U'ا') return add(first ? vowels : A);
        if (folded == U'ع') return add(vowels, !first);
        if (folded == U'ء' || folded == U'ئ') return;
        if (last && letter == U'ة') return add(A | T);
        if (last && folded == U'ه') return add(A | H);
        if (last && folded == U'ي') return add(Y | I | A);
        Set sound = sound_in(arabic_letters, letter);
        if (sound == 0) sound = sound_in(arabic_letters, folded);
        add(sound);
    }

    void read_other() {
        for (const char32_t letter : as_latin(letters_[at_])) add(sound_in(latin_letters, letter));
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

constexpr int vowel_edit = 50;
constexpr int consonant_edit = 100;

bool only_vowel(Sound s) {
    return (s.may_be & short_vowel) != 0 || (s.may_be & ~vowels) == 0;
}

bool is_alike(Sound a, Sound b) {
    return (a.may_be & b.may_be & ~short_vowel) != 0;
}

// What it costs that only one of the spellings has the sound. `inside`: neither the first nor the last one.
Distance cost_of_one(Sound s, bool other_has_no_vowels, bool inside) {
    if (s.may_be_silent) return {};
    if (!only_vowel(s)) return {(s.may_be & vowels) != 0 ? vowel_edit : consonant_edit, 0};
    if (other_has_no_vowels && inside) return {0, (s.may_be & A) == 0 ? 1 : 0};
    return {vowel_edit, 0};
}

// Two spellings in one script without vowels have nothing to be guessed between them: their letters are the same or
// not.
int cost_of_two(Sound a, Sound b, bool same_letters_only) {
    if (same_letters_only && !(only_vowel(a) && only_vowel(b)) ? a.may_be == b.may_be : is_alike(a, b)) return 0;
    if ((a.may_be & vowels) != 0 && (b.may_be & vowels) != 0) return vowel_edit;
    return only_vowel(a) != only_vowel(b) ? vowel_edit + consonant_edit : consonant_edit;
}

int weight(Distance d) {
    return d.edits * 16 + d.unwritten;
}

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
        all.push_back({sound.may_be, sound.may_be_silent || is_joint || is_article});
    }
    if (!is_article) words.consonants += word.consonants;
    words.without_vowels |= word.without_vowels;
    words.written_vowel |= word.written_vowel;
}

std::size_t sure_sounds(const Spoken& spoken) {
    return static_cast<std::size_t>(std::ranges::count_if(spoken.sounds, [](Sound s) { return !s.may_be_silent; }));
}

bool begin_alike(const Spoken& a, const Spoken& b) {
    const auto begins_with = [](const Spoken& one, const Spoken& other) {
        for (const Sound& s : one.sounds) {
            if (is_alike(s, other.sounds.front())) return true;
            if (!s.may_be_silent) return false;
        }
        return false;
    };
    return !a.sounds.empty() && !b.sounds.empty() && (begins_with(a, b) || begins_with(b, a));
}

bool ends_in_vowel(const Spoken& spoken) {
    return !spoken.sounds.empty() && (spoken.sounds.back().may_be & vowels) != 0;
}

Spoken without_last_vowel(Spoken spoken) {
    if (ends_in_vowel(spoken)) spoken.sounds.pop_back();
    return spoken;
}

// Levenshtein's distance with the costs above; rows are `a`, columns `b`.
Distance distance(const Spoken& a, const Spoken& b, int enough) {
    constexpr std::size_t longest = 64;
    if (a.sounds.size() >= longest || b.sounds.size() >= longest) return {std::numeric_limits<int>::max() / 32, 0};
    const bool a_lacks = a.without_vowels && !b.without_vowels;
    const bool b_lacks = b.without_vowels && !a.without_vowels;
    const bool letters = a.without_vowels && b.without_vowels;
    const auto alone = [](const Spoken& of, std::size_t n, bool other_lacks) {
        return cost_of_one(of.sounds[n], other_lacks, n > 0 && n + 1 < of.sounds.size());
    };
    std::array<Distance, longest + 1> row{};
    for (std::size_t j = 0; j < b.sounds.size(); ++j) {
        const auto cost = alone(b, j, a_lacks);
        row[j + 1] = {row[j].edits + cost.edits, row[j].unwritten + cost.unwritten};
    }
    for (std::size_t i = 0; i < a.sounds.size(); ++i) {
        const auto without_a = alone(a, i, b_lacks);
        Distance diagonal = row[0];
        row[0] = {row[0].edits + without_a.edits, row[0].unwritten + without_a.unwritten};
        int least = row[0].edits;
        for (std::size_t j = 0; j < b.sounds.size(); ++j) {
            const auto without_b = alone(b, j, a_lacks);
            const Distance both{diagonal.edits + cost_of_two(a.sounds[i], b.sounds[j], letters), diagonal.unwritten};
            const Distance up{row[j + 1].edits + without_a.edits, row[j + 1].unwritten + without_a.unwritten};
            const Distance left{row[j].edits + without_b.edits, row[j].unwritten + without_b.unwritten};
            diagonal = row[j + 1];
            row[j + 1] = std::min({both, up, left}, [](Distance x, Distance y) { return weight(x) < weight(y); });
            least = std::min(least, row[j + 1].edits);
        }
        if (least > enough) return {least, 0};
    }
    return row[b.sounds.size()];
}

}  // namespace counterclip::captions
