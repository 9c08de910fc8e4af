// Captions laid out for reading as they leave: lines broken, long cues split, short ones merged. Times and words stay:
// nothing is said earlier, later or otherwise than the cues say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "captions/cue.h"
#include "captions/measure.h"

namespace counterclip::captions {

// The text in as few lines as hold it, about as long as each other, in the order in which it is read. A line ends
// rather after a punctuation mark than within a sentence, and rather not within a stretch that runs against the
// direction of the rest (a Latin name in Arabic text). Lines that fit the limits stay as they are, and so does a text
// of two speakers ("- "). A word longer than a line stays whole.
std::string in_lines(std::string_view text, const ReadingLimits& limits);

// A cue as it is read, made of all or some of the words of the cues [first, last).
struct ForReading {
    Cue cue;
    std::size_t first = 0;
    std::size_t last = 0;
};
// Cues that need more than the allowed lines are split, at the end of a sentence or clause where there is one, and so
// are those that stand longer than the limit; each piece stands for its share of the characters. A cue that stands too
// short joins the next one of the same speaker, where what lies between them is no pause and both fit one cue. Cues
// must be in the order of time, and none may be given that must not be joined; times of words are not kept.
std::vector<ForReading> for_reading(const std::vector<Cue>& cues, const ReadingLimits& limits);

// One cue as two, the first of which ends at `at`: between the words that are spoken before and after it where their
// times are known, else by its share of the characters. Error(usage) unless `at` is inside and both have a word. Times
// of words are kept where all of them lie within the two.
std::pair<Cue, Cue> split(const Cue& cue, Time at);
// Cues one after the other as one. Its speaker is the one that all have, else nobody; times of words are kept.
Cue merged(const std::vector<Cue>& cues);

// What a reader will find hard, a sentence each with the time, without the words: for whoever renders.
std::vector<std::string> reading_remarks(const std::vector<Cue>& cues);

}  // namespace counterclip::captions
