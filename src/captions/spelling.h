// How written words sound, as far as their spelling tells: the bridge between Latin, Arabic and Cyrillic spellings of
// one name. Inside the captions room only.
//
// Each letter (or group that stands for one sound: "sh", "kh", "dj") becomes the set of sounds it may stand for; two
// spellings may be one name when every sound of one can be a sound of the other. Arabic script writes no short vowels,
// so a vowel that only the other script writes costs nothing there. Tables after ALA-LC, ISO 9 and UN romanisations
// and what is met in captions: "Saleem", "Mehmet", "Abou". Letters of other scripts go through ICU's Any-Latin.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "captions/folding.h"

namespace counterclip::captions {

struct Sound {
    std::uint32_t may_be = 0;  // a set of vowels and consonants, see spelling_tables.h
    bool may_be_silent = false;
    std::uint32_t rarely = 0;  // what it may stand for too, in some spellings: the "t" of "Ahmet" for a "d"
};

struct Spoken {
    std::vector<Sound> sounds;
    bool without_vowels = false;  // a script that writes only long ones
    int consonants = 0;           // that are not also a vowel; "y" before a vowel is one
    bool written_vowel = false;   // without_vowels: a letter that may be a long one is among them
};

// The sounds of one word of a folded text.
Spoken spoken(std::span<const Folded> signs, std::string_view text);
// The sounds of words one after the other. An article ("al-", "ال") within is there or not.
void append(Spoken& words, const Spoken& word, bool is_article);
// The same name without its last vowel ("Lejl" of "Lejla", which bears "Lejlom").
Spoken without_last_vowel(Spoken spoken);
// ... and without the glide that leads from an "i" to the vowel of a case: "Nadi" of "Nadij(om)".
Spoken without_last_glide(Spoken spoken);
std::size_t sure_sounds(const Spoken& spoken);  // without those that may be silent
bool begin_alike(const Spoken& a, const Spoken& b);
bool ends_in_vowel(const Spoken& spoken);

// How far apart two spellings are. 100 = one consonant more, less, or another one; 50 = a vowel more or less, 60 =
// another one.
struct Distance {
    int edits = 0;
    int loose = 0;      // sounds alike only by what a letter rarely stands for
    int unwritten = 0;  // vowels other than "a" that the script without vowels leaves to the reader
    int hidden = 0;     // all vowels that it leaves to the reader
};
// Gives up with edits > `enough` as soon as that is certain.
Distance distance(const Spoken& a, const Spoken& b, int enough);

}  // namespace counterclip::captions
