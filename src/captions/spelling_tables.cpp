#include "captions/spelling_tables.h"

#include <array>

namespace counterclip::captions {

namespace {

using namespace sound;

struct Letter {
    char32_t letter;
    Set sound;
};

constexpr std::array groups_of_latin{
    LetterGroup{U"tsch", CH},
    LetterGroup{U"dzh", J},
    LetterGroup{U"sch", SH},
    LetterGroup{U"tch", CH},
    LetterGroup{U"dsc", J},
    LetterGroup{U"sh", SH},
    LetterGroup{U"ch", CH | SH | KH},
    LetterGroup{U"kh", KH | H},
    LetterGroup{U"gh", GH},
    LetterGroup{U"dh", DH | D | Z},
    LetterGroup{U"th", TH | T},
    LetterGroup{U"zh", ZH | J},
    LetterGroup{U"dj", J},
    LetterGroup{U"dž", J},
    LetterGroup{U"ph", F},
    LetterGroup{U"xh", J},
    LetterGroup{U"gj", J | G},
    LetterGroup{U"ck", K | Q},
    LetterGroup{U"ts", TS | S},
    LetterGroup{U"aa", A},
    LetterGroup{U"ee", I},
    LetterGroup{U"ii", I},
    LetterGroup{U"oo", U},
    LetterGroup{U"uu", U},
    LetterGroup{U"ou", U | W | short_vowel},
};

constexpr std::array latin_letters{
    Letter{U'a', A},
    Letter{U'b', B},
    Letter{U'c', K | S | TS | CH},
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
    Letter{U'v', V | VW},
    Letter{U'w', W | VW},
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
    Letter{U'в', V | VW},
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
    Letter{U'ن', N},          Letter{U'ں', N},          Letter{U'ه', H},          Letter{U'و', W | U | V | VW},
    Letter{U'ۆ', U},          Letter{U'ۇ', U},          Letter{U'ي', Y | I},      Letter{U'ێ', I | A},
};

template <std::size_t Count>
Set sound_in(const std::array<Letter, Count>& table, char32_t letter) {
    for (const Letter& one : table)
        if (one.letter == letter) return one.sound;
    return 0;
}

}  // namespace

std::span<const LetterGroup> latin_groups() {
    return groups_of_latin;
}

SoundSet latin_sound(char32_t letter) {
    return sound_in(latin_letters, letter);
}
SoundSet cyrillic_sound(char32_t letter) {
    return sound_in(cyrillic_letters, letter);
}
SoundSet arabic_sound(char32_t letter) {
    return sound_in(arabic_letters, letter);
}

}  // namespace counterclip::captions
