// Timed text from whatever file people send: one way in for every format and encoding. docs/formats.md says what of
// each format is taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"
#include "captions/format.h"

namespace counterclip::captions {

struct ReadAs {
    std::string encoding;     // empty = found out
    std::string language;     // BCP 47; helps to find out the encoding
    std::optional<Time> end;  // of the recording: the last cue of a file without ends lasts no longer
};

struct TimedText {
    std::vector<Cue> cues;  // in the order of time, each with a text and a time that is not empty
    Format format = Format::srt;
    std::string encoding;
    std::vector<std::string> remarks;  // what was set right or left out on the way, a sentence each
};

// The format is found by the content, whatever the file's name. Error naming `source` and the line (of JSON: the line
// or the entry) for what cannot be read; an empty file is an Error too.
TimedText read(std::string_view bytes, std::string_view source, const ReadAs& as = {});

// Every cue moved by `by`, its words too.
std::vector<Cue> moved(std::vector<Cue> cues, Time by);

// Cues as they fit a recording of that length: one that ends after the end is cut to it. Error naming the first that
// begins before the start or after the end: the file belongs to another recording, or is shifted.
TimedText fitted(TimedText text, Time length, std::string_view source);

// How long reading takes: 15 characters a second, at least one second.
Time reading_time(std::string_view text);

}  // namespace counterclip::captions
