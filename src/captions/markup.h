// Takes the markup of SubRip and WebVTT out of a cue's text. Inside the captions room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::captions {

enum class Dialect { srt, vtt };

// Out go <i>, </font>, <c.loud>, <v Name> (the speaker's name too), <0:00:01.000>, {\an8} and, in WebVTT, character
// references are resolved. What is left is what a viewer reads; lines are trimmed and empty ones dropped.
std::string without_markup(std::string_view text, Dialect dialect);

// What one voice of a WebVTT cue says, markup and all.
struct Voice {
    std::string speaker;  // of <v Name>; empty = none named
    std::string_view marked;
};
// In the order of the text; what is blank is left out.
std::vector<Voice> voices(std::string_view marked);
// "<v Name>"; empty for no speaker.
std::string voice_tag(std::string_view speaker);

// The text as it must stand in a file of this dialect, so that reading it gives the same text again.
std::string with_markup_escaped(std::string_view text, Dialect dialect);

}  // namespace counterclip::captions
