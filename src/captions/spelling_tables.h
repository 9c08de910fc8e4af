// The sounds that letters may stand for, by script. Inside the captions room only; spelling.h says what they are for.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace counterclip::captions {

using SoundSet = std::uint32_t;

namespace sound {

using Set = SoundSet;

// Vowels. Arabic tells three apart; so "e" is an "a" or an "i", and "o" a "u".
inline constexpr Set A = 1U << 0;
inline constexpr Set I = 1U << 1;
inline constexpr Set U = 1U << 2;
inline constexpr Set vowels = A | I | U;
// Consonants.
inline constexpr Set B = 1U << 3;
inline constexpr Set P = 1U << 4;
inline constexpr Set T = 1U << 5;
inline constexpr Set TH = 1U << 6;
inline constexpr Set J = 1U << 7;
inline constexpr Set CH = 1U << 8;
inline constexpr Set H = 1U << 9;
inline constexpr Set KH = 1U << 10;
inline constexpr Set D = 1U << 11;
inline constexpr Set DH = 1U << 12;
inline constexpr Set R = 1U << 13;
inline constexpr Set Z = 1U << 14;
inline constexpr Set ZH = 1U << 15;
inline constexpr Set S = 1U << 16;
inline constexpr Set SH = 1U << 17;
inline constexpr Set GH = 1U << 18;
inline constexpr Set G = 1U << 19;
inline constexpr Set F = 1U << 20;
inline constexpr Set V = 1U << 21;
inline constexpr Set Q = 1U << 22;
inline constexpr Set K = 1U << 23;
inline constexpr Set L = 1U << 24;
inline constexpr Set M = 1U << 25;
inline constexpr Set N = 1U << 26;
inline constexpr Set W = 1U << 27;
inline constexpr Set Y = 1U << 28;
inline constexpr Set TS = 1U << 29;
// Not a sound: a letter that stands for a vowel even where it may be read as a glide ("i", "u").
inline constexpr Set short_vowel = 1U << 30;
// What "v" and "w" have in common, and "u" with neither of them: "Anwar" is "Anvar", and "свет" is no "Suad".
inline constexpr Set VW = 1U << 31;

}  // namespace sound

struct LetterGroup {
    std::u32string_view letters;
    SoundSet sound;
};
// Latin letters that are one sound together, the longest first: the first that fits is taken.
std::span<const LetterGroup> latin_groups();

// As written, small; else as folded. 0 = a letter without a sound, or of another script.
SoundSet latin_sound(char32_t letter);
SoundSet cyrillic_sound(char32_t letter);
SoundSet arabic_sound(char32_t letter);

}  // namespace counterclip::captions
