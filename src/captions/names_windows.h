// Stretches of a text that may be a name, read in every way that leaves out what languages write onto names. Inside the
// captions room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/spelling.h"
#include "captions/term_match.h"

namespace counterclip::captions {

// A stretch of a text that may be a name: without what Arabic writes before it, without an ending.
struct Window {
    std::size_t first = 0;   // signs: the word, with prefix and ending
    std::size_t name = 0;    // where the name begins
    std::size_t ending = 0;  // where an ending begins; = last where there is none
    std::size_t last = 0;
    std::size_t words = 0;  // articles not counted
    bool has_capital = false;
    bool opens_sentence = false;       // its capital says nothing
    bool has_article = false;          // Arabic's, left out before its first word
    bool may_have_article = false;     // ... or not left out
    Everyday everyday = Everyday::no;  // of all its words
    bool some_everyday = false;        // one of them is
    bool tiny_piece = false;           // a word of one letter is among its words
    bool has_ending = false;           // one of its words has
    bool replaces_vowel = false;
    bool makes_another = false;  // one of its endings does
    std::u32string letters;      // of the name
    Spoken spoken;
};

// All windows of up to so many words and one more.
std::vector<Window> windows_of(const Read& text, std::size_t longest_term);

std::u32string letters_of(const Read& text, std::size_t first, std::size_t last);
bool has_digit(std::u32string_view letters);
// The sounds of one word, nothing left out, behind `words`. The article that Arabic writes onto a name may be there or
// not.
void append_whole_word(Spoken& words, const Read& text, const Read::Word& word, bool is_article);

}  // namespace counterclip::captions
