// The readers of single formats behind read(). They take UTF-8 and throw Error naming `source` and the line. Inside the
// captions room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"

namespace counterclip::captions {

struct Parsed {
    std::vector<Cue> cues;
    std::vector<std::string> remarks;
};

// (Advanced) SubStation Alpha: dialogue lines of [Events]; Name is the speaker.
Parsed read_ass(std::string_view text, std::string_view source);
bool looks_like_ass(std::string_view text);

// Lines that begin with a time, or with two. `end` bounds the last one.
Parsed read_plain(std::string_view text, std::string_view source, std::optional<Time> end);
bool begins_with_time(std::string_view line);

// What recognisers write, and any list of objects with times and texts.
Parsed read_recognised(std::string_view text, std::string_view source);

// Whether a line is one of SubRip's or WebVTT's times.
bool is_time_line(std::string_view line);
// Whether the file says that it is WebVTT.
bool is_vtt(std::string_view text);

}  // namespace counterclip::captions
