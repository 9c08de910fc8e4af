// What a media file holds, found without decoding more of it than needed.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"
#include "media/frame.h"

namespace counterclip::media {

struct VideoTrack {
    int stream = 0;     // index in the file
    std::string codec;  // libav's short name, "h264"
    int width = 0;      // px as displayed, after rotation
    int height = 0;
    int rotation = 0;              // degrees clockwise the coded picture is turned for display: 0, 90, 180, 270
    Rational sample_aspect{1, 1};  // after rotation; 1/1 when the file does not say
    Rational time_base{};
    Rational frame_rate;  // average; 0/1 when it cannot be known
    bool variable_frame_rate = false;
    bool interlaced = false;
    int bit_depth = 8;
    std::string pixel_format;  // libav's name, "yuv420p"
    Colour colour{};
    std::optional<Time> duration;
    std::optional<std::int64_t> frames;  // as the header says
};

struct AudioTrack {
    int stream = 0;
    std::string codec;
    int sample_rate = 0;
    int channels = 0;
    std::string layout;    // "stereo", "5.1"
    std::string language;  // ISO 639 as tagged, or empty
    Rational time_base{};
    std::optional<Time> duration;
};

// A stream that is neither picture nor sound: subtitles, data, timecode, attachment, cover picture.
struct OtherStream {
    int stream = 0;
    std::string kind;  // "subtitle", "data", "attachment", "cover"
    std::string codec;
    std::map<std::string, std::string> tags;
};

struct MediaInfo {
    std::string container;  // libav's name of the format, "mov,mp4,m4a,3gp,3g2,mj2"
    Time duration{};        // from the file's start to the end of the last track, measured by reading packets when
                            // no header says it
    std::vector<VideoTrack> video;  // cover pictures are not among them
    std::vector<AudioTrack> audio;
    std::vector<OtherStream> other;
    int chapters = 0;
    std::map<std::string, std::string> tags;  // container and stream tags, stream's as "stream:0:language"
};

// Throws Error naming the file and the reason: missing, empty, not a media file, truncated beyond reading, no picture
// and no sound, zero duration.
MediaInfo probe(const std::filesystem::path& file);

}  // namespace counterclip::media
