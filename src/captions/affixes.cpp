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
constexpr auto latin_endings = std::to_array<std::u32string_view>(
    {U"ovima", U"evima", U"ovog", U"ovom", U"inog", U"inom", U"ovoj", U"inoj", U"ovih", U"inih", U"ova",
     U"ove",   U"ovi",   U"ovo",  U"ovu",  U"ina",  U"ine",  U"ini",  U"ino",  U"inu",  U"ama",  U"ov",
     U"ev",    U"in",    U"om",   U"em",   U"anit", U"anin", U"eve",  U"ave",  U"ije",  U"ija",  U"iju",
     U"ijom",  U"eki",   U"eke",  U"ekan", U"an",   U"ve",   U"ja",   U"je",   U"sh",   U"s",    U"it",
     U"es",    U"et",    U"en",   U"un",   U"ut",   U"se",   U"a",    U"e",    U"i",    U"o",    U"u",
     U"jem",   U"ju",    U"jom",  U"jev",  U"jeva", U"jeve", U"jevo", U"jevu"});  // of names in "i": "Alijem"
// Folded: "й" is "и" without its mark.
constexpr auto cyrillic_endings = std::to_array<std::u32string_view>(
    {U"овых", U"евых", U"овым", U"евым", U"иным", U"овои", U"евои", U"инои", U"ами", U"ями", U"ева", U"еву", U"евы",
     U"ова",  U"ову",  U"ово",  U"овы",  U"ина",  U"ину",  U"ины",  U"ым",   U"ах",  U"ях",  U"ам",  U"ям",  U"ов",
     U"ев",   U"ин",   U"ом",   U"ем",   U"ои",   U"еи",   U"ою",   U"ею",   U"а",   U"у",   U"ы"});
constexpr std::array<std::u32string_view, 4> cyrillic_soft{U"я", U"ю", U"е", U"и"};
// The second row is Sorani, as folded: "the", "a", "and their", "our", "your", "in", "again", "my", "your".
constexpr auto arabic_endings = std::to_array<std::u32string_view>(
    {U"هما",  U"كما", U"ها", U"هم", U"هن",  U"نا",  U"كم",  U"كن", U"ي",   U"ك", U"ه", U"هكه",
     U"هكان", U"ێك",  U"يك", U"ان", U"يان", U"مان", U"تان", U"دا", U"هوه", U"م", U"ت"});
// Who is called after whom: patronymics and family names.
constexpr auto making_latin = std::to_array<std::u32string_view>(
    {U"ovic",  U"evic",  U"ovich",  U"evich", U"ovitch", U"evitch", U"ovica", U"ovicu", U"ovicem",
     U"evica", U"evicu", U"evicem", U"oviq",  U"eviq",   U"ovna",   U"evna",  U"yan",   U"ian",
     U"zade",  U"zadeh", U"oglu",   U"aj",    U"ski",    U"ska",    U"pour",  U"pur"});
constexpr auto making_cyrillic = std::to_array<std::u32string_view>(
    {U"ович", U"евич", U"овича", U"евича", U"овичу", U"евичу", U"овичем", U"евичем", U"овна", U"евна", U"овны",
     U"евны", U"овну", U"евну",  U"овнои", U"евнои", U"ян",    U"яна",    U"заде",   U"оглы", U"скии", U"ская"});

constexpr std::array<std::u32string_view, 22> articles{U"al", U"el", U"ul",  U"il",  U"ar",  U"er", U"ur", U"as",
                                                       U"es", U"us", U"ash", U"esh", U"ush", U"an", U"en", U"un",
                                                       U"ad", U"ed", U"az",  U"at",  U"et",  U"аль"};
constexpr std::array<std::u32string_view, 29> particles{
    U"abd", U"abdul", U"abdel", U"abu", U"abou", U"abi", U"umm", U"um",  U"oum", U"ibn",
    U"bin", U"ben",   U"bint",  U"van", U"von",  U"de",  U"ابو", U"ابي", U"ابا", U"ام",
    U"بن",  U"ابن",   U"بنت",   U"عبد", U"ال",   U"абу", U"абд", U"ибн", U"умм"};

constexpr std::size_t short_stem = 3;

template <class List>
void add_endings(const List& list, std::u32string_view word, bool makes_another, std::vector<Ending>& found) {
    for (const auto ending : list)
        if (word.size() >= ending.size() + short_stem - 1 && word.ends_with(ending))
            found.push_back({ending.size(), true, makes_another});
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
            if (word.size() >= ending.size() + stem && word.ends_with(ending))
                found.push_back({ending.size(), false, false});
        }
        return found;
    }
    add_endings(latin_endings, word, false, found);
    add_endings(cyrillic_endings, word, false, found);
    add_endings(cyrillic_soft, word, false, found);
    add_endings(making_latin, word, true, found);
    add_endings(making_cyrillic, word, true, found);
    return found;
}

bool is_article(std::u32string_view word) {
    return among(articles, word);
}

bool is_particle(std::u32string_view word) {
    return among(particles, word) || is_article(word);
}

}  // namespace counterclip::captions
