#include <algorithm>
#include <array>
#include <limits>

#include "captions/spelling.h"
#include "captions/spelling_tables.h"

namespace counterclip::captions {

namespace {

using namespace sound;

constexpr int vowel_edit = 50;  // only one has it
constexpr int other_vowel_edit = 60;
constexpr int consonant_edit = 100;

bool only_vowel(Sound s) {
    return (s.may_be & short_vowel) != 0 || (s.may_be & ~vowels) == 0;
}

// "ع", and an alef that a word begins with: any vowel, and no "y", "j" or "w", which are vowels at times.
bool is_any_vowel(Sound s) {
    return s.may_be == vowels;
}
bool is_glide(Sound s) {
    return !only_vowel(s) && (s.may_be & vowels) != 0;
}

bool is_alike(Sound a, Sound b) {
    if ((is_any_vowel(a) && is_glide(b)) || (is_glide(a) && is_any_vowel(b))) return false;
    return (a.may_be & b.may_be & ~short_vowel) != 0;
}
bool is_rarely_alike(Sound a, Sound b) {
    return ((a.may_be & b.rarely) | (a.rarely & b.may_be)) != 0;
}

// What it costs that only one of the spellings has the sound. `inside`: neither the first nor the last one.
Distance cost_of_one(Sound s, bool other_has_no_vowels, bool inside) {
    if (s.may_be_silent) return {};
    if (!only_vowel(s)) return {.edits = (s.may_be & vowels) != 0 ? vowel_edit : consonant_edit};
    if (other_has_no_vowels && inside) return {.unwritten = (s.may_be & A) == 0 ? 1 : 0, .hidden = 1};
    return {.edits = vowel_edit};
}

// Two spellings in one script without vowels have nothing to be guessed between them: their letters are the same or
// not.
Distance cost_of_two(Sound a, Sound b, bool same_letters_only) {
    if (same_letters_only && !(only_vowel(a) && only_vowel(b)) ? a.may_be == b.may_be : is_alike(a, b)) return {};
    if (!same_letters_only && is_rarely_alike(a, b)) return {.loose = 1};
    if ((a.may_be & vowels) != 0 && (b.may_be & vowels) != 0) return {.edits = other_vowel_edit};
    return {.edits = only_vowel(a) != only_vowel(b) ? vowel_edit + consonant_edit : consonant_edit};
}

int weight(Distance d) {
    return d.edits * 64 + d.loose * 16 + d.unwritten + d.hidden;
}
Distance operator+(Distance a, Distance b) {
    return {a.edits + b.edits, a.loose + b.loose, a.unwritten + b.unwritten, a.hidden + b.hidden};
}
Distance least_of(std::initializer_list<Distance> all) {
    return std::min(all, [](Distance x, Distance y) { return weight(x) < weight(y); });
}

}  // namespace

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

// Levenshtein's distance with the costs above, and one for two sounds in each other's place ("Mahmuod"); rows are `a`,
// columns `b`.
Distance distance(const Spoken& a, const Spoken& b, int enough) {
    constexpr std::size_t longest = 64;
    if (a.sounds.size() >= longest || b.sounds.size() >= longest)
        return {.edits = std::numeric_limits<int>::max() / 128};
    const bool a_lacks = a.without_vowels && !b.without_vowels;
    const bool b_lacks = b.without_vowels && !a.without_vowels;
    const bool letters = a.without_vowels && b.without_vowels;
    const auto alone = [](const Spoken& of, std::size_t n, bool other_lacks) {
        return cost_of_one(of.sounds[n], other_lacks, n > 0 && n + 1 < of.sounds.size());
    };
    const auto changed_places = [&](std::size_t i, std::size_t j) {
        return i > 0 && j > 0 && is_alike(a.sounds[i], b.sounds[j - 1]) && is_alike(a.sounds[i - 1], b.sounds[j]) &&
               !is_alike(a.sounds[i], b.sounds[j]);
    };
    using Row = std::array<Distance, longest + 1>;
    Row before{};  // two rows up
    Row above{};
    Row row{};
    for (std::size_t j = 0; j < b.sounds.size(); ++j) row[j + 1] = row[j] + alone(b, j, a_lacks);
    for (std::size_t i = 0; i < a.sounds.size(); ++i) {
        before = above;
        above = row;
        const auto without_a = alone(a, i, b_lacks);
        row[0] = above[0] + without_a;
        int least = row[0].edits;
        for (std::size_t j = 0; j < b.sounds.size(); ++j) {
            row[j + 1] = least_of({above[j] + cost_of_two(a.sounds[i], b.sounds[j], letters), above[j + 1] + without_a,
                                   row[j] + alone(b, j, a_lacks)});
            if (enough >= consonant_edit && changed_places(i, j))
                row[j + 1] = least_of({row[j + 1], before[j - 1] + Distance{.edits = consonant_edit}});
            least = std::min(least, row[j + 1].edits);
        }
        if (least > enough) return {.edits = least};
    }
    return row[b.sounds.size()];
}

}  // namespace counterclip::captions
