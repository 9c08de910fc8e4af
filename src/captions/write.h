// Timed text as files: what read() gives back the same, speakers and words as far as the format knows them.
//
//   srt     times to the millisecond; no speakers, no words
//   vtt     speakers as <v Name>; no words
//   ass     times to the centisecond; speakers in the Name field; one plain style
//   plain   "0:00:31.000 - 0:00:35.000 subject: text"
//   json    {"cues": [{"in", "out", "speaker", "text", "words": [{"in", "out", "word"}]}]}, exact times
#pragma once

#include <string>
#include <vector>

#include "captions/cue.h"
#include "captions/format.h"

namespace counterclip::captions {

// Without a name in it that the cues do not have: whose names may go out is clip/wording.h's to say.
std::string written(const std::vector<Cue>& cues, Format format);

}  // namespace counterclip::captions
