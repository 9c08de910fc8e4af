// A text track of a file: mov_text in MP4, WebVTT in WebM.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/time.h"

namespace counterclip::media {

struct TextSettings {
    std::string language;  // ISO 639-2, three letters: what containers hold
};

struct TimedText {
    Range range;       // kept to the millisecond
    std::string text;  // UTF-8, lines separated by '\n'
    friend bool operator==(const TimedText&, const TimedText&) = default;
};

// What the file's text tracks say, in order. `strange`: packets that hold anything but plain text of their kind
// (styles, boxes, settings, notes), or that the container cannot time.
struct TextsOfFile {
    std::vector<TimedText> texts;
    std::int64_t strange = 0;
};
// Reads every packet of the text tracks. Throws Error naming the file.
TextsOfFile texts_of(const std::filesystem::path& file);

}  // namespace counterclip::media
