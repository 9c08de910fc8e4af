// Looking through what was said.
#pragma once

#include <string>
#include <vector>

#include "archive/words_records.h"
#include "captions/searchable.h"

namespace counterclip::archive {

struct SearchQuery {
    // Words that must all be in one cue, "in quotes" one after the other, word* that may go on. Case, diacritics,
    // Arabic letter forms and the article do not matter; nothing else has a meaning (captions/searchable.h).
    std::string words;
    std::string language;        // BCP 47; "ar" finds "ar-SY" too. Empty = any
    std::string tag;             // only cues that overlap a segment with the tag, or one below it in the codebook
    std::string interview;       // empty = all
    bool all_revisions = false;  // not only the latest of each language
    std::size_t limit = 200;
};

struct SearchHit {
    Transcript transcript;
    int position = 0;      // of the recording within its interview
    std::int64_t cue = 0;  // its number in the transcript
    Range range;
    std::string speaker;
    std::string text;
    std::vector<captions::Span> spans;  // what was found in it, in bytes
};

}  // namespace counterclip::archive
