// What the headers say about one stream. Private to the media room.
#pragma once

#include "media/input.h"
#include "media/probe.h"

namespace counterclip::media {

VideoTrack video_track(Input& input, int stream);
AudioTrack audio_track(Input& input, int stream);
OtherStream other_stream(Input& input, int stream);
std::map<std::string, std::string> tags_of(const AVDictionary* dictionary);
std::string codec_name(const AVCodecParameters& parameters);

}  // namespace counterclip::media
