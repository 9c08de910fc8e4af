// The two ways a term is found in a folded text: letter by letter, and by how its words sound. Inside the captions room
// only; names.h says what they find.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/folding.h"
#include "captions/names.h"
#include "captions/spelling.h"

namespace counterclip::captions {

// Whether a word is one that its language cannot do without, rather than somebody's name. `surely`: small beside
// capitals; `perhaps`: in a text without capitals; `at_opening`: with the capital that any word has at the beginning of
// a sentence, where the very name is taken for the name, since a wrong pseudonym harms less than a right name.
enum class Everyday { no, at_opening, perhaps, surely };

// A text as both ways read it.
struct Read {
    struct Word {
        std::size_t first = 0;  // signs [first, last): letters, and apostrophes between them; without "'s"
        std::size_t last = 0;
        std::u32string letters;    // folded, without apostrophes
        bool has_capital = false;  // or is of a script or text that has none
        bool opens_sentence = false;
        Everyday everyday = Everyday::no;
        bool joins_next = false;  // nothing but blanks, hyphens and line ends before the next word
    };
    std::string_view text;
    std::vector<Folded> signs;
    std::vector<Word> words;
};
Read read(std::string_view text, Capitals capitals = Capitals::unknown);
// Whether signs [first, last) are an everyday word of Arabic, as it is spelt and no name is: "على", not "علي".
bool is_everyday_word(const Read& text, std::size_t first, std::size_t last);
// As written, small, without the marks that folding takes away.
std::u32string written(std::string_view text);

// A term as it is looked for letter by letter: its letters and digits, and before which of them other signs may stand.
// "Abd al-Rahman" is found as "abd al rahman" and as "Abdalrahman"; "Sa'id" as "Said".
struct Pattern {
    struct Letter {
        char32_t sign = 0;
        bool gap_before = false;
    };
    std::vector<Letter> letters;
    bool is_everyday = false;
};
Pattern pattern_of(std::string_view term);
// Where a name may begin and end: at the ends of words, or at any letter of letters that stood apart.
enum class Bounds { of_words, none };
void find_by_letter(const Read& text, const Pattern& pattern, std::size_t term, Bounds bounds,
                    std::vector<Found>& found);

// A term as it sounds; also one word of a term of several.
struct Voiced {
    std::size_t term = 0;
    bool is_part = false;
    bool by_letters_only = false;  // of a part that is short, or an everyday word
    std::u32string letters;
    std::size_t words = 0;  // articles not counted
    Spoken spoken;
    std::uint32_t sounds = 0;  // all that are in it
    Spoken stem;               // without its last vowel; empty where it ends in none
    bool is_everyday = false;
    bool has_twin = false;  // another term spells it in a script that writes vowels where this one does not, or the
                            // other way round: nothing has to be guessed
};
void find_twins(std::vector<Voiced>& terms);
std::vector<Voiced> voiced(std::string_view term, std::size_t index);

struct Heard {
    Found found;
    int edits = 0;         // as Distance::edits
    bool is_part = false;  // one word of a term of several
};
// The rest of a name of which one word is a term itself and found as such: its other words, next to it or behind one
// more name, are of it. Exact ones grow over them; `near` as find_by_sound() finds them.
void take_in_the_rest(const Read& text, const std::vector<Voiced>& terms, const std::vector<Heard>& near,
                      std::vector<Found>& exact);
void find_by_sound(const Read& text, const std::vector<Voiced>& terms, std::vector<Heard>& heard);
// Terms of five letters and more inside longer words, near ones.
void find_inside_words(const Read& text, const std::vector<Voiced>& terms, std::vector<Heard>& heard);

}  // namespace counterclip::captions
