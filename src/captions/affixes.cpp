#include "captions/affixes.h"

#include <algorithm>
#include <array>

#include "captions/folding.h"

namespace counterclip::captions {

namespace {

template <class List>
bool among(const List& list, std::u32string_view word) {
    return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::u32string_view, 20> prefixes{U"ال",  U"و",   U"ب",    U"ل",  U"ف",  U"ك",  U"وال",
                                                       U"بال", U"فال", U"كال",  U"لل", U"وب", U"ول", U"وك",
                                                       U"وف",  U"ولل", U"وبال", U"فب", U"فل", U"فلل"};

// Cases and possessives, the longest first.
constexpr std::array<std::u32string_view, 38> latin_endings{
    U"ovima", U"evima", U"ovog", U"ovom", U"inog", U"inom", U"ovoj", U"inoj", U"ovih", U"inih", U"ova", U"ove", U"ovi",
    U"ovo",   U"ovu",   U"ina",  U"ine",  U"ini",  U"ino",  U"inu",  U"ama",  U"ov",   U"ev",   U"in",  U"om",  U"em",
    U"it",    U"es",    U"et",   U"en",   U"un",   U"ut",   U"se",   U"a",    U"e",    U"i",    U"o",   U"u"};
// Folded: "й" is "и" without its mark.
constexpr std::array<std::u32string_view, 32> cyrillic_endings{
    U"овым", U"евым", U"иным", U"овои", U"евои", U"инои", U"ами", U"ями", U"ова", U"ову", U"ово",
    U"овы",  U"ина",  U"ину",  U"ины",  U"ым",   U"ах",   U"ях",  U"ам",  U"ям",  U"ов",  U"ев",
    U"ин",   U"ом",   U"ем",   U"ои",   U"еи",   U"ою",   U"ею",  U"а",   U"у",   U"ы"};
constexpr std::array<std::u32string_view, 4> cyrillic_soft{U"я", U"ю", U"е", U"и"};
constexpr std::array<std::u32string_view, 11> arabic_endings{U"هما", U"كما", U"ها", U"هم", U"هن", U"نا",
                                                             U"كم",  U"كن",  U"ي",  U"ك",  U"ه"};

constexpr std::array<std::u32string_view, 22> articles{U"al", U"el", U"ul",  U"il",  U"ar",  U"er", U"ur", U"as",
                                                       U"es", U"us", U"ash", U"esh", U"ush", U"an", U"en", U"un",
                                                       U"ad", U"ed", U"az",  U"at",  U"et",  U"аль"};
constexpr std::array<std::u32string_view, 29> particles{
    U"abd", U"abdul", U"abdel", U"abu", U"abou", U"abi", U"umm", U"um",  U"oum", U"ibn",
    U"bin", U"ben",   U"bint",  U"van", U"von",  U"de",  U"ابو", U"ابي", U"ابا", U"ام",
    U"بن",  U"ابن",   U"بنت",   U"عبد", U"ال",   U"абу", U"абд", U"ибн", U"умм"};

constexpr std::size_t short_stem = 3;

template <class List>
void add_endings(const List& list, std::u32string_view word, bool replaces_vowel, std::vector<Ending>& found) {
    for (const auto ending : list)
        if (word.size() >= ending.size() + short_stem - (replaces_vowel ? 1 : 0) && word.ends_with(ending))
            found.push_back({ending.size(), replaces_vowel});
}

}  // namespace

bool is_arabic_prefix(std::u32string_view letters) {
    return among(prefixes, letters);
}

std::vector<std::size_t> arabic_prefixes(std::u32string_view word) {
    std::vector<std::size_t> found;
    if (word.empty() || !is_arabic(word.front())) return found;
    for (const auto prefix : prefixes)
        if (word.size() >= prefix.size() + 2 && word.starts_with(prefix)) found.push_back(prefix.size());
    return found;
}

std::vector<Ending> endings(std::u32string_view word) {
    std::vector<Ending> found;
    if (word.empty()) return found;
    if (is_arabic(word.back())) {
        for (const auto ending : arabic_endings) {
            // "عمري" is "my life" and "ملكي" "royal": one letter after a short name is no ending of it.
            const std::size_t stem = ending.size() == 1 ? short_stem + 1 : short_stem;
            if (word.size() >= ending.size() + stem && word.ends_with(ending)) found.push_back({ending.size(), false});
        }
        return found;
    }
    add_endings(latin_endings, word, true, found);
    add_endings(cyrillic_endings, word, true, found);
    add_endings(cyrillic_soft, word, true, found);
    return found;
}

bool is_article(std::u32string_view word) {
    return among(articles, word);
}

bool is_particle(std::u32string_view word) {
    return among(particles, word) || is_article(word);
}

bool is_everyday(std::u32string_view as_written) {
    return as_written == U"على";
}

}  // namespace counterclip::captions
