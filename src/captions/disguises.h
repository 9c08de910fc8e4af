// Ways of writing a name that hide it from a search and from no reader: "S a l i m", "S.a.l.i.m", a Cyrillic "а" in a
// Latin word, "S4lim", "7asan", "Ali [laughs] Hassan". Inside the captions room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::captions {

// A stretch of a text as it reads without its disguise, with the way back.
struct Plain {
    std::string text;
    // For each byte of `text`, and for its end, where the character it came from begins and ends in what was written.
    std::vector<std::size_t> begins;
    std::vector<std::size_t> ends;
    bool was_apart = false;  // its letters stood apart: a name may begin and end at any of them
};

// Three letters or more (two in scripts without blanks between words), with one to three other signs between each two,
// are one word; words of letters of several scripts are read in each of them, by Unicode's table of what looks alike
// (UTS 39); digits beside letters are what they look like, or what those who write Arabic in Latin letters mean by
// them; "أبي" and "أبا" are cases of "أبو"; what is no word is left out (fillers.h). Nothing for a text without such.
std::vector<Plain> without_disguise(std::string_view text);

}  // namespace counterclip::captions
