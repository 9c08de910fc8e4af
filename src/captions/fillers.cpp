#include "captions/fillers.h"

#include <algorithm>
#include <array>
#include <string>

#include "captions/folding.h"

namespace counterclip::captions {

namespace {

using Signs = std::vector<Folded>;

constexpr std::u32string_view opening = U"[({<*（【";
constexpr std::u32string_view closing = U"])}>*）】";

// Where the bracket closes that opens at signs[at]; `at` itself where it does not.
std::size_t closing_of(const Signs& signs, std::size_t at) {
    const auto kind = opening.find(signs[at].sign);
    const char32_t open = opening[kind];
    const char32_t close = closing[kind];
    int depth = 0;
    for (std::size_t n = at; n < signs.size(); ++n) {
        if (signs[n].sign == close && n > at && --depth == 0) return n;
        if (signs[n].sign == open) ++depth;
    }
    return at;
}

// As people write them down, each letter once: "eeehm" is "ehm".
constexpr std::array hesitations{
    std::u32string_view(U"eh"), std::u32string_view(U"ehm"), std::u32string_view(U"uh"),  std::u32string_view(U"uhm"),
    std::u32string_view(U"um"), std::u32string_view(U"ah"),  std::u32string_view(U"ahm"), std::u32string_view(U"er"),
    std::u32string_view(U"hm"), std::u32string_view(U"mhm"), std::u32string_view(U"erm"), std::u32string_view(U"oh"),
    std::u32string_view(U"э"),  std::u32string_view(U"эм"),  std::u32string_view(U"эх"),  std::u32string_view(U"хм"),
    std::u32string_view(U"ох"), std::u32string_view(U"ах"),  std::u32string_view(U"اه"),  std::u32string_view(U"ايه")};
// Words of their own, or no words, but drawn out.
constexpr std::array drawn_out{std::u32string_view(U"e"),  std::u32string_view(U"a"), std::u32string_view(U"m"),
                               std::u32string_view(U"o"),  std::u32string_view(U"u"), std::u32string_view(U"а"),
                               std::u32string_view(U"м"),  std::u32string_view(U"ы"), std::u32string_view(U"ا"),
                               std::u32string_view(U"ام"), std::u32string_view(U"هم")};

bool is_hesitation(const Signs& signs, std::size_t first, std::size_t last) {
    std::u32string letters;
    for (std::size_t n = first; n < last; ++n)
        if (letters.empty() || letters.back() != signs[n].sign) letters += signs[n].sign;
    if (std::ranges::find(hesitations, letters) != hesitations.end()) return true;
    return letters.size() < last - first && std::ranges::find(drawn_out, letters) != drawn_out.end();
}

// "...": where the dots end that begin at signs[at].
std::size_t end_of_dots(const Signs& signs, std::size_t at) {
    while (at < signs.size() && signs[at].sign == U'.') ++at;
    return at;
}

}  // namespace

std::vector<Filler> fillers(std::string_view text) {
    const Signs signs = fold(text);
    std::vector<Filler> all;
    for (std::size_t at = 0; at < signs.size();) {
        std::size_t end = at + 1;
        bool is_filler = false;
        if (opening.find(signs[at].sign) != std::u32string_view::npos) {
            const auto close = closing_of(signs, at);
            is_filler = close != at;
            if (is_filler) end = close + 1;
        } else if (is_word_sign(signs[at].sign)) {
            while (end < signs.size() && (is_word_sign(signs[end].sign) || is_apostrophe(signs[end].sign))) ++end;
            is_filler = is_hesitation(signs, at, end);
        } else if (signs[at].sign == U'.') {
            end = end_of_dots(signs, at);
            is_filler = end - at > 1;
        }
        if (is_filler) all.push_back({signs[at].first, signs[end - 1].last});
        at = end;
    }
    return all;
}

bool is_only_filler(std::string_view text) {
    const auto told = fillers(text);
    return std::ranges::none_of(fold(text), [&](const Folded& sign) {
        return is_word_sign(sign.sign) && std::ranges::none_of(told, [&](const Filler& f) {
                   return f.first <= sign.first && sign.last <= f.last;
               });
    });
}

}  // namespace counterclip::captions
