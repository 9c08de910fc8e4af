// Words of everyday language that are written, or sound, like a name: "ali" is "but" in Bosnian, "но" sounds like Nuh,
// "على" is "on" and folds to Ali. Inside the captions room only.
#pragma once

#include <cstdint>
#include <string_view>

namespace counterclip::captions {

// A set of languages: English, Arabic, Russian, Bosnian, Albanian.
using Languages = std::uint8_t;

// The languages in which the word is one of the few hundred that carry every sentence: pronouns, prepositions,
// conjunctions, auxiliaries, numbers, the commonest verbs and nouns.
// `folded`: as names.h folds; `as_written`: small, without marks (Arabic keeps its letter forms).
Languages everyday_in(std::u32string_view folded, std::u32string_view as_written);

}  // namespace counterclip::captions
