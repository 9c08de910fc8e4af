// Names that must not be read: finds protected terms in text however they are spelt, and puts substitutes in their
// place (invariant P5).
//
// Two grades. EXACT is the same name in a regular variant; it may not leave the archive:
//   letters     case, diacritics, Arabic letter forms (folded() below); "Abd al-Rahman" as "Abdalrahman", line ends
//   scripts     Latin, Arabic, Cyrillic; others by ICU's Any-Latin: "Salim", "Salīm", "Saleem", "سليم", "Салим"
//   spellings   kh/h, gh/g, dh/d/z, q/k, j/dj, w/v/u, y/i, -ah/-a, doubled letters, Abu/Abou, the article or none
//   affixes     Arabic al-, wa-, bi-, li-, ka-, fa- and "my, his, their"; 's; Bosnian, Albanian, Russian and Kurdish
//               cases
//               and the cases of Abu ("أبي سليم")
//   disguises   letters set apart, look-alikes of several scripts in one word, digits as letters, a laugh or an "eh"
//               between two words of it (disguises.h)
// NEAR is what an auditor has to look at: one or two letters other than the name (fewer in short names), one word of
// a name of several, a name made from it ("Salimović"), a name of five letters and more inside a longer word. In text
// that has capitals, a word without one is near only if it sounds the same and has three consonants.
//
// Words that a language cannot do without (everyday.h) are no names where they are written small among others of it:
// "ali" is "but" in Bosnian. With the capital that opens a sentence they are the name; in text without capitals, near.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "captions/edits.h"

namespace counterclip::captions {

enum class Likeness { exact, near };

struct Found {
    std::size_t offset = 0;  // bytes in the text
    std::size_t length = 0;
    std::size_t term = 0;    // index into the terms searched for
    std::size_t prefix = 0;  // how many of those bytes are Arabic prefixes before the term
    std::size_t ending = 0;  // ... and how many a case or possessive ending after it ("'s" is not counted in length)
    Likeness likeness = Likeness::exact;
};

// Folded for comparison: case, Latin diacritics, Arabic diacritics and tatweel, alef/ya/ta marbuta/hamza forms, Persian
// kaf and ya, presentation forms, zero-width characters, apostrophes, Arabic and Persian digits. Compatibility
// decomposition and case folding are Unicode's (UAX 15, UTR 30), by ICU.
std::string folded(std::string_view text);

// What small letters say in a text that has no capital. A cue in the middle of a sentence has none, and still its names
// would: `written` is for texts whose neighbours, of the same hand, have some.
enum class Capitals { unknown, written };
// Whether most of the texts, as far as their script has capitals, have some.
Capitals capitals_in(std::span<const std::string_view> texts);

// Terms made ready to be looked for: make it once, search many texts. Searching changes nothing, so several threads
// may.
class TermSet {
  public:
    explicit TermSet(const std::vector<std::string>& terms);
    ~TermSet();
    TermSet(TermSet&&) noexcept;
    TermSet& operator=(TermSet&&) noexcept;

    // Whole words ("Ali" is not found in "Alicante") in the order of the text. Those that overlap are one, which bears
    // the longest term among them, so that no part of a name is left over. In scripts without blanks between words
    // every occurrence counts.
    std::vector<Found> exact(std::string_view text) const;
    // Near ones too, in the order of the text; none overlaps another.
    std::vector<Found> all(std::string_view text, Capitals capitals = Capitals::unknown) const;

  private:
    struct State;
    std::unique_ptr<const State> state_;
};

// An exact one that begins in the first of some texts and ends in the last of them.
struct Across {
    std::size_t term = 0;
    std::size_t begins = 0;  // bytes of the first text that are before it
    std::size_t ends = 0;    // bytes of the last text that are of it
};
// Of texts that follow each other: those in which a name that begins in texts[first] may end. It may be spread over
// three, and a few more between them that hold no word ("[laughs]").
std::vector<std::size_t> possible_ends(std::span<const std::string_view> texts, std::size_t first);
// Of texts that follow each other, two or more; those between are part of the name.
std::vector<Across> across(const TermSet& terms, std::span<const std::string_view> texts);

// For one text; else make a TermSet. Exact ones only.
std::vector<Found> find_terms(std::string_view text, const std::vector<std::string>& terms);

struct Substitution {
    std::string term;
    std::string substitute;
};

// The text with every exact occurrence replaced. What is written onto a name stays where the substitute can bear it:
// Arabic prefixes and possessives before and after Arabic script, "'s", and a case ending where both names end alike
// ("Salimom" -> "Jusufom", "Lejle" -> "Amine"); else it goes.
class Substitutes {
  public:
    explicit Substitutes(std::vector<Substitution> substitutions);
    std::string in(std::string_view text) const;
    std::vector<Edit> edits(std::string_view text) const;  // what in() does
    // For texts that follow each other: a term that begins in the first and ends in the last is replaced in the first;
    // what was of it in the others goes, and what holds no word stays. Whether there was one.
    bool across(std::span<std::string* const> texts) const;
    // The same, one for each text; nothing where there is none.
    std::vector<Edit> edits_across(std::span<const std::string_view> texts) const;

  private:
    std::vector<Substitution> substitutions_;
    TermSet terms_;
};
std::string substitute(std::string_view text, const std::vector<Substitution>& substitutions);

}  // namespace counterclip::captions
