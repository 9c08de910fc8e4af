// Timed text: cues as SubRip (SRT) and WebVTT files hold them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace counterclip::captions {

// When one word of a cue is spoken.
struct Word {
    Range range;            // on the cue's clock
    std::size_t first = 0;  // bytes [first, first + length) of the cue's text
    std::size_t length = 0;
    friend bool operator==(const Word&, const Word&) = default;
};

struct Cue {
    Range range;                // on the clock of the clip or recording the file belongs to
    std::string text;           // UTF-8, lines separated by '\n', no markup
    std::string speaker{};      // "subject", "interviewer", or as the file has it; empty = not known
    std::vector<Word> words{};  // in the order of the text; empty = not known
};

// Reads SRT or WebVTT (found by the content). UTF-8, with or without BOM, any line ends; markup is taken out. WebVTT's
// voices ("<v Name>") become speakers, one cue each, and its times within the text become those of words. Throws Error
// naming `source` and the line. read.h reads every other format and encoding too.
std::vector<Cue> parse(std::string_view bytes, std::string_view source);
std::string to_srt(const std::vector<Cue>& cues);
std::string to_vtt(const std::vector<Cue>& cues);

// Cues of a recording moved to a clip's clock: those that overlap `shown`, cut to it, shifted so that shown.in is `at`.
// Texts and speakers stay whole; of the words those stay that overlap `shown`, cut to it.
std::vector<Cue> cut(const std::vector<Cue>& cues, Range shown, Time at);

}  // namespace counterclip::captions
