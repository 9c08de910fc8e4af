#include "media/probe.h"

#include <fmt/format.h>

#include "core/error.h"
#include "media/decoder.h"
#include "media/input.h"
#include "media/tracks.h"

namespace counterclip::media {

namespace {

// Times between the first pictures, in ticks, in order of display.
std::vector<std::int64_t> first_steps(const std::filesystem::path& file, int stream) {
    constexpr std::size_t enough = 120;
    Input input(file);
    input.select(stream);
    const AvPacketPtr packet = new_packet();
    std::vector<std::int64_t> times;
    while (times.size() < enough && input.read(*packet))
        if (packet->pts != AV_NOPTS_VALUE) times.push_back(packet->pts);
    std::sort(times.begin(), times.end());
    // The last few may have neighbours that were not read: order of storage is not order of display.
    constexpr std::size_t reordering = 16;
    if (times.size() == enough) times.resize(enough - reordering);
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < times.size(); ++i) steps.push_back(times[i] - times[i - 1]);
    return steps;
}

// Steps may differ by rounding to the stream's tick (or to a millisecond, by the program that recorded it).
bool has_variable_rate(const std::filesystem::path& file, const VideoTrack& track) {
    auto steps = first_steps(file, track.stream);
    if (steps.size() < 2) return false;
    std::sort(steps.begin(), steps.end());
    const std::int64_t usual = steps[steps.size() / 2];
    const std::int64_t rounding =
        std::max({std::int64_t{2}, to_pts(std::chrono::milliseconds(2), track.time_base), usual / 10});
    if (steps.back() - steps.front() > rounding) return true;
    // The rate may change later: then the average over the file is not the rate at its start.
    if (track.frame_rate.num == 0) return false;
    const double first_rate =
        double(track.time_base.den) / (double(track.time_base.num) * double(std::max<std::int64_t>(usual, 1)));
    const double average = double(track.frame_rate.num) / double(track.frame_rate.den);
    const double coarse = double(rounding) / double(std::max<std::int64_t>(usual, 1));
    return std::abs(first_rate / average - 1) > std::max(0.05, coarse);
}

bool decodes_interlaced(const std::filesystem::path& file, int stream) {
    Input input(file);
    Decoder decoder(input, stream, {1, false});
    for (int i = 0; i < 3; ++i) {
        const auto frame = decoder.next();
        if (!frame) return false;
        if (frame->interlaced_frame) return true;
    }
    return false;
}

struct Span {
    std::optional<Time> first;
    Time end{};
    Time packets{};  // sum of the packets' lengths, for streams without time stamps
};

// Where each stream begins and ends, by reading every packet.
std::vector<Span> measured_spans(const std::filesystem::path& file) {
    Input input(file);
    std::vector<Span> spans(input.format().nb_streams);
    const AvPacketPtr packet = new_packet();
    while (input.read(*packet)) {
        const auto index = static_cast<std::size_t>(packet->stream_index);
        if (index >= spans.size()) continue;
        const Rational tick = from_av(input.stream(packet->stream_index).time_base);
        Span& span = spans[index];
        span.packets += to_time(packet->duration, tick);
        const auto stamp = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (stamp == AV_NOPTS_VALUE) continue;
        const Time at = to_time(stamp, tick);
        span.first = span.first ? std::min(*span.first, at) : at;
        span.end = std::max(span.end, at + to_time(packet->duration, tick));
    }
    return spans;
}

bool needs_measuring(AVFormatContext& format, const MediaInfo& info) {
    if (format.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) return true;
    const auto known = [](const auto& track) { return track.duration.has_value(); };
    return format.duration <= 0 && !std::any_of(info.video.begin(), info.video.end(), known) &&
           !std::any_of(info.audio.begin(), info.audio.end(), known);
}

template <class Track>
void take_measured(std::vector<Track>& tracks, const std::vector<Span>& spans) {
    for (auto& track : tracks)
        if (const auto index = static_cast<std::size_t>(track.stream); index < spans.size()) {
            const Span& span = spans[index];
            track.duration = std::max(span.packets, span.first ? span.end - *span.first : Time{});
        }
}

// From the file's start to the end of the track that ends last.
template <class Track>
Time last_end(Input& input, const std::vector<Track>& tracks, Time so_far) {
    for (const auto& track : tracks) {
        if (!track.duration) continue;
        const auto start = input.stream(track.stream).start_time;
        const Time from = start == AV_NOPTS_VALUE ? Time{} : input.clock(track.stream).time_of(start);
        so_far = std::max(so_far, std::max(from, Time{}) + *track.duration);
    }
    return so_far;
}

void add_tags(MediaInfo& info, AVFormatContext& format) {
    info.tags = tags_of(format.metadata);
    for (unsigned i = 0; i < format.nb_streams; ++i)
        for (const auto& [key, value] : tags_of(format.streams[i]->metadata))
            info.tags[fmt::format("stream:{}:{}", i, key)] = value;
}

MediaInfo headers_of(Input& input) {
    MediaInfo info;
    info.container = input.format().iformat->name;
    info.chapters = static_cast<int>(input.format().nb_chapters);
    for (int i = 0; i < static_cast<int>(input.format().nb_streams); ++i) {
        const auto type = input.stream(i).codecpar->codec_type;
        if (type == AVMEDIA_TYPE_VIDEO && !input.is_cover(i))
            info.video.push_back(video_track(input, i));
        else if (type == AVMEDIA_TYPE_AUDIO)
            info.audio.push_back(audio_track(input, i));
        else
            info.other.push_back(other_stream(input, i));
    }
    add_tags(info, input.format());
    return info;
}

}  // namespace

MediaInfo probe(const std::filesystem::path& file) {
    Input input(file);
    MediaInfo info = headers_of(input);
    if (info.video.empty() && info.audio.empty()) throw Error(reading(file), "it holds neither picture nor sound");

    if (needs_measuring(input.format(), info)) {
        const auto spans = measured_spans(file);
        take_measured(info.video, spans);
        take_measured(info.audio, spans);
    }
    info.duration = last_end(input, info.audio, last_end(input, info.video, Time{}));
    if (info.duration <= Time{} && input.format().duration > 0)
        info.duration = to_time(input.format().duration, {1, AV_TIME_BASE});
    if (info.duration <= Time{})
        throw Error(reading(file), "it has no length: not a single picture or sample lies in it");

    for (auto& track : info.video) {
        if (track.width <= 0 || track.height <= 0)
            throw Error(reading(file),
                        fmt::format("the picture track ({}) is damaged: its size cannot be found", track.codec));
        track.variable_frame_rate = has_variable_rate(file, track);
        const bool silent = input.stream(track.stream).codecpar->field_order == AV_FIELD_UNKNOWN;
        if (silent && avcodec_find_decoder(input.stream(track.stream).codecpar->codec_id))
            track.interlaced = decodes_interlaced(file, track.stream);
    }
    return info;
}

}  // namespace counterclip::media
