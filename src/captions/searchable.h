// Text as it is looked through: words folded as names.h folds them, so that case, diacritics, Arabic letter forms and
// apostrophes do not matter; in scripts without blanks every sign is a word of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::captions {

struct FoundWord {
    std::string folded;
    std::size_t first = 0;  // bytes [first, last) of the text
    std::size_t last = 0;
};
std::vector<FoundWord> words_in(std::string_view text);

// The folded words, separated by blanks.
std::string searchable(std::string_view text);

// One thing that is looked for: words that must follow each other. With `begins`, the last may go on.
struct Wanted {
    std::vector<std::string> words;  // folded
    bool begins = false;
};

// What a user asks for: words that must all occur, "words in quotes" that follow each other, word* that may go on.
// Nothing else has a meaning. Error(usage) when there is no word in it.
std::vector<Wanted> wanted_from(std::string_view query);

// In how many spellings Arabic writes a word onto the article and the particles before it ("and the"), itself first.
// Only the word itself in other scripts.
std::vector<std::string> with_arabic_prefixes(const std::string& folded);

// Where in the text what is wanted stands: bytes [first, last), rising, apart.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
    friend bool operator==(const Span&, const Span&) = default;
};
std::vector<Span> spans_of(std::string_view text, const std::vector<Wanted>& wanted);

}  // namespace counterclip::captions
