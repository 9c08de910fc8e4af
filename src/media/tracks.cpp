#include "media/tracks.h"

#include "media/picture.h"
#include "media/upright.h"

namespace counterclip::media {

namespace {

std::optional<Time> duration_of(const AVStream& stream) {
    if (stream.duration == AV_NOPTS_VALUE || stream.duration <= 0) return std::nullopt;
    return to_time(stream.duration, from_av(stream.time_base));
}

bool says_interlaced(AVFieldOrder order) noexcept {
    return order == AV_FIELD_TT || order == AV_FIELD_BB || order == AV_FIELD_TB || order == AV_FIELD_BT;
}

Rational aspect_of(Input& input, AVStream& stream, bool turned) {
    const AVRational aspect = av_guess_sample_aspect_ratio(&input.format(), &stream, nullptr);
    if (aspect.num <= 0 || aspect.den <= 0) return {1, 1};
    return turned ? Rational{aspect.den, aspect.num} : Rational{aspect.num, aspect.den};
}

// Where the chroma samples lie turns with the picture; positions that H.273 has no name for become unspecified.
int turned_chroma(int location, const std::string& turn) {
    if (turn.empty() || location == AVCHROMA_LOC_CENTER) return location;
    return location == AVCHROMA_LOC_LEFT && turn == "transpose=clock" ? AVCHROMA_LOC_TOP : AVCHROMA_LOC_UNSPECIFIED;
}

const char* kind_of(AVMediaType type) noexcept {
    switch (type) {
        case AVMEDIA_TYPE_VIDEO:
            return "cover";
        case AVMEDIA_TYPE_SUBTITLE:
            return "subtitle";
        case AVMEDIA_TYPE_DATA:
            return "data";
        case AVMEDIA_TYPE_ATTACHMENT:
            return "attachment";
        default:
            return "unknown";
    }
}

}  // namespace

std::map<std::string, std::string> tags_of(const AVDictionary* dictionary) {
    std::map<std::string, std::string> tags;
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX))) tags[entry->key] = entry->value;
    return tags;
}

std::string codec_name(const AVCodecParameters& parameters) {
    if (parameters.codec_id != AV_CODEC_ID_NONE) return avcodec_get_name(parameters.codec_id);
    char tag[AV_FOURCC_MAX_STRING_SIZE] = {};
    return parameters.codec_tag ? av_fourcc_make_string(tag, parameters.codec_tag) : "unknown";
}

VideoTrack video_track(Input& input, int index) {
    AVStream& stream = input.stream(index);
    const AVCodecParameters& p = *stream.codecpar;
    const Orientation orientation = orientation_of(stream);
    VideoTrack track;
    track.stream = index;
    track.codec = codec_name(p);
    track.width = orientation.swaps_sides() ? p.height : p.width;
    track.height = orientation.swaps_sides() ? p.width : p.height;
    track.rotation = orientation.rotation;
    track.sample_aspect = aspect_of(input, stream, orientation.swaps_sides());
    track.time_base = from_av(stream.time_base);
    track.frame_rate = from_av(stream.avg_frame_rate.num ? stream.avg_frame_rate : stream.r_frame_rate);
    track.interlaced = says_interlaced(p.field_order);
    const auto format = static_cast<AVPixelFormat>(p.format);
    if (const auto* description = av_pix_fmt_desc_get(format)) {
        const bool palette = description->flags & AV_PIX_FMT_FLAG_PAL;
        track.bit_depth = palette ? 8 : description->comp[0].depth;
        track.pixel_format = description->name;
    }
    track.colour = colour_of(p);
    track.colour.chroma_location = turned_chroma(track.colour.chroma_location, orientation.filter);
    track.duration = duration_of(stream);
    if (stream.nb_frames > 0) track.frames = stream.nb_frames;
    return track;
}

AudioTrack audio_track(Input& input, int index) {
    const AVStream& stream = input.stream(index);
    const AVCodecParameters& p = *stream.codecpar;
    AudioTrack track;
    track.stream = index;
    track.codec = codec_name(p);
    track.sample_rate = p.sample_rate;
    track.channels = p.ch_layout.nb_channels;
    if (p.ch_layout.nb_channels > 0) track.layout = ChannelLayout(p.ch_layout).name();
    if (const auto* language = av_dict_get(stream.metadata, "language", nullptr, 0))
        if (std::string_view(language->value) != "und") track.language = language->value;
    track.time_base = from_av(stream.time_base);
    track.duration = duration_of(stream);
    return track;
}

OtherStream other_stream(Input& input, int index) {
    const AVStream& stream = input.stream(index);
    return {index, kind_of(stream.codecpar->codec_type), codec_name(*stream.codecpar), tags_of(stream.metadata)};
}

}  // namespace counterclip::media
