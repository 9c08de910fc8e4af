#include "captions/folding.h"

#include <array>
#include <map>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "captions/names.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

const icu::Normalizer2& decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw Error("fold text for comparison", u_errorName(status));
    return *nfkd;
}

// What Unicode keeps apart and readers do not. Decomposition has already taken the hamza, the madda and the dots that
// are written as marks.
const std::map<char32_t, std::u32string_view> alike{
    {U'ٱ', U"ا"},                               // alef wasla
    {U'ى', U"ي"},  {U'ی', U"ي"}, {U'ے', U"ي"},  // alef maksura, Persian ya, Urdu ya
    {U'ك', U"ك"},  {U'ک', U"ك"}, {U'ڪ', U"ك"},  // Persian and Sindhi kaf
    {U'ة', U"ه"},  {U'ہ', U"ه"}, {U'ھ', U"ه"}, {U'ە', U"ه"}, {U'ۃ', U"ه"}, {U'ı', U"i"},  {U'ł', U"l"},
    {U'ø', U"o"},  {U'đ', U"d"}, {U'ð', U"d"}, {U'ħ', U"h"}, {U'ŧ', U"t"}, {U'þ', U"th"}, {U'æ', U"ae"},
    {U'œ', U"oe"}, {U'ə', U"e"}, {U'’', U"'"}, {U'‘', U"'"}, {U'`', U"'"}, {U'´', U"'"},  {U'ʿ', U"'"},
    {U'ʾ', U"'"},  {U'ʼ', U"'"}, {U'ʻ', U"'"}, {U'ʹ', U"'"}, {U'′', U"'"},
};

// Marks drawn above, below or through a letter, and what is not drawn at all. Vowel signs of Indic and Thai scripts
// have combining class 0 and stay: they are letters.
bool folds_to_nothing(UChar32 c) {
    constexpr int nukta = 7;
    constexpr int virama = 9;
    constexpr UChar32 tatweel = 0x640;
    const int combining = u_getCombiningClass(c);
    return (combining != 0 && combining != nukta && combining != virama) || u_charType(c) == U_ENCLOSING_MARK ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || c == tatweel;
}

std::u32string folded_character(char32_t character) {
    if (character < 0x80 && u_isalnum(static_cast<UChar32>(character)))
        return {static_cast<char32_t>(u_tolower(static_cast<UChar32>(character)))};
    const icu::Normalizer2& nfkd = decomposition();
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text(static_cast<UChar32>(character));
    text = nfkd.normalize(text, status);
    text.foldCase();
    text = nfkd.normalize(text, status);
    if (U_FAILURE(status)) throw Error("fold text for comparison", u_errorName(status));

    std::u32string out;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        const auto same = alike.find(static_cast<char32_t>(c));
        if (same != alike.end())
            out += same->second;
        else if (u_charDigitValue(c) >= 0)
            out += static_cast<char32_t>('0' + u_charDigitValue(c));
        else if (!folds_to_nothing(c))
            out += static_cast<char32_t>(c);
    }
    return out;
}

}  // namespace

std::vector<Folded> fold(std::string_view text) {
    std::vector<Folded> signs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t first = at;
        const char32_t character = next_code_point(text, at);
        const std::u32string folded = folded_character(character);
        if (folded.empty() && !signs.empty()) signs.back().last = at;
        for (std::size_t n = 0; n < folded.size(); ++n) signs.push_back({folded[n], first, at, n + 1 == folded.size()});
    }
    return signs;
}

std::string folded(std::string_view text) {
    std::string out;
    for (const Folded& f : fold(text)) append(out, f.sign);
    return out;
}

bool is_word_sign(char32_t sign) {
    const auto c = static_cast<UChar32>(sign);
    return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_apostrophe(char32_t sign) {
    return sign == U'\'';
}

bool is_arabic(char32_t sign) {
    return uscript_hasScript(static_cast<UChar32>(sign), USCRIPT_ARABIC);
}

bool is_of_unspaced_script(char32_t sign) {
    constexpr std::array scripts{USCRIPT_HAN,  USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL, USCRIPT_BOPOMOFO,
                                 USCRIPT_THAI, USCRIPT_LAO,      USCRIPT_KHMER,    USCRIPT_MYANMAR};
    return std::ranges::any_of(scripts,
                               [&](UScriptCode s) { return uscript_hasScript(static_cast<UChar32>(sign), s); });
}

}  // namespace counterclip::captions
