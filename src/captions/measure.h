// Whether captions can be read: speed, length and time of cues, by the limits of the trade.
//
// The limits are Netflix's Timed Text Style Guides' (partnerhelp.netflixstudios.com, "General Requirements" and the
// guides of single languages): 5/6 s to 7 s a cue, 2 lines of 42 characters, 2 frames between cues (here 80 ms, two
// frames at 25 a second), 17 characters a second; Chinese 9 a second and 16 a line, Japanese 4 and 13, Korean 12 and
// 16. They are advice: captions that break them are shown as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"

namespace counterclip::captions {

struct ReadingLimits {
    double characters_a_second = 17;
    int line_length = 42;  // characters, as readers count them: base letters with their marks are one
    int lines = 2;
    Time shortest = std::chrono::microseconds(833'333);
    Time longest = std::chrono::seconds(7);
    Time gap = std::chrono::milliseconds(80);  // between two cues, unless they touch
};
// By the script that most of the letters are in; kana makes it Japanese.
ReadingLimits limits_for(std::string_view text);

enum class Trouble { too_fast, line_too_long, too_many_lines, too_short, too_long, small_gap, overlap };
std::string to_string(Trouble);  // "too fast" "line too long" "too many lines" "too short" ...

struct Unreadable {
    std::size_t cue = 0;  // index
    Trouble what = Trouble::too_fast;
    double measured = 0;  // characters a second, characters, lines, or seconds
    double limit = 0;     // in the same unit; 0 for overlaps
};

// In the order of the cues, which must be in the order of time. Cues of two named speakers may overlap.
std::vector<Unreadable> unreadable(const std::vector<Cue>& cues);

// Characters as readers count them (grapheme clusters without what is not seen), line ends not counted.
int characters(std::string_view text);

}  // namespace counterclip::captions
