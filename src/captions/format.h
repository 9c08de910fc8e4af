// The formats of timed text that are read and written.
#pragma once

#include <string>
#include <string_view>

namespace counterclip::captions {

// SubRip; WebVTT; (Advanced) SubStation Alpha; lines that begin with a time; the JSON of speech recognisers.
enum class Format { srt, vtt, ass, plain, json };
std::string to_string(Format);         // "srt" "vtt" "ass" "plain" "json"
Format format_from(std::string_view);  // Error(usage) listing the words
// By a file's ending; ".txt" is plain. Error(usage) for one that stands for none of them.
Format format_of_file(std::string_view name);

}  // namespace counterclip::captions
