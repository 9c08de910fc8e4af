// What languages write onto a name: "and", "by" and "the" before it in Arabic; cases, possessives and "my", "her" after
// it. Inside the captions room only.
#pragma once

#include <string_view>
#include <vector>

namespace counterclip::captions {

// Words of one letter that Arabic writes onto the next word, and the article: "and", "by", "for", "so", "like", "the".
bool is_arabic_prefix(std::u32string_view letters);

// How many letters at the beginning of a word (folded) may be such; without 0.
std::vector<std::size_t> arabic_prefixes(std::u32string_view word);

struct Ending {
    std::size_t letters = 0;
    bool replaces_vowel = false;  // it may stand in the place of the name's last vowel: "Lejla", "Lejlom"
    bool makes_another = false;   // another name is made with it: "Salimović", "Салимовна"
};
// The endings that a word (folded) may have: Bosnian, Albanian and Kurdish cases, Russian ones, Arabic "my", "his",
// "their", and those that make a patronymic or a family name.
// Only where what is left is long enough to be known by.
std::vector<Ending> endings(std::u32string_view word);

// "al", "el", "ar" ...: the article as a word of its own, as Latin spellings of Arabic names have it.
bool is_article(std::u32string_view word);
// A word that says nothing about who bears it: "abd", "abu", "bin", "al".
bool is_particle(std::u32string_view word);

}  // namespace counterclip::captions
