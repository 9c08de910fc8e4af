#include <algorithm>
#include <array>
#include <limits>

#include "captions/spelling.h"
#include "captions/spelling_tables.h"

namespace counterclip::captions {

namespace {

using namespace sound;

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
