#include "media/packets.h"

#include "core/error.h"
#include "media/input.h"
#include "media/tracks.h"

namespace counterclip::media {

namespace {

const char* kind_of(const AVStream& stream) noexcept {
    switch (stream.codecpar->codec_type) {
        case AVMEDIA_TYPE_VIDEO:
            return "video";
        case AVMEDIA_TYPE_AUDIO:
            return "audio";
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

// Sound is coded with up to this many samples before the first that is heard; they hold nothing of the source.
constexpr std::int64_t longest_delay = 4096;

// What the file holds of one stream and how much of it is shown, in ticks.
struct Shown {
    std::int64_t packets = 0;
    std::int64_t ticks = 0;
};

bool is_discarded(const AVPacket& packet) noexcept {
    return packet.flags & AV_PKT_FLAG_DISCARD;
}

// Samples at the start of the packet that the decoder is told to drop.
std::int64_t skipped_samples(const AVPacket& packet) {
    std::size_t size = 0;
    const auto* data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    if (!data || size < 4) return 0;
    return data[0] | data[1] << 8 | data[2] << 16 | std::int64_t{data[3]} << 24;
}

// MP4 fills the time between two texts, and after the last, with empty ones: nothing is hidden with them.
bool is_empty_text(const AVPacket& packet, const AVStream& stream) noexcept {
    return stream.codecpar->codec_id == AV_CODEC_ID_MOV_TEXT && packet.size <= 2;
}

void count(CarriedStream& carried, Shown& shown, const AVPacket& packet, const StreamClock& clock) {
    const bool first = carried.packets++ == 0;
    carried.bytes += packet.size;
    if (skipped_samples(packet) > longest_delay) carried.discards = true;
    if (!is_discarded(packet)) {
        ++shown.packets;
        shown.ticks += packet.duration;
    }
    const auto stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (stamp == AV_NOPTS_VALUE) return;
    const Time at = clock.time_of(stamp);
    const Time end = clock.time_of(stamp + packet.duration);
    carried.first = first ? at : std::min(carried.first, at);
    carried.end = first ? end : std::max(carried.end, end);
}

// Compares what is shown with what lies in the file when its edit lists are ignored.
void find_hidden(Carried& carried, const std::vector<Shown>& shown, const std::filesystem::path& file) {
    Input input(file, Input::EditLists::ignore);
    std::vector<Shown> stored(carried.streams.size());
    const AvPacketPtr packet = new_packet();
    while (input.read(*packet))
        if (const auto index = static_cast<std::size_t>(packet->stream_index);
            index < stored.size() && !is_empty_text(*packet, input.stream(packet->stream_index))) {
            ++stored[index].packets;
            stored[index].ticks += packet->duration;
        }
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const AVStream& stream = input.stream(static_cast<int>(i));
        const auto rate = std::max(1, stream.codecpar->sample_rate);
        const auto hidden = stored[i].ticks - shown[i].ticks;
        const bool sound = carried.streams[i].kind == "audio";
        carried.streams[i].discards |=
            sound ? to_time(hidden, from_av(stream.time_base)) > to_time(longest_delay, {1, rate})
                  : stored[i].packets > shown[i].packets;
    }
}

}  // namespace

Carried carried_in(const std::filesystem::path& file) {
    Input input(file);
    Carried carried;
    carried.container = input.format().iformat->name;
    carried.tags = tags_of(input.format().metadata);
    carried.chapters = static_cast<int>(input.format().nb_chapters);
    std::vector<StreamClock> clocks;
    std::vector<Shown> shown;
    const AvPacketPtr packet = new_packet();
    const auto meet_streams = [&] {
        while (carried.streams.size() < input.format().nb_streams) {
            const int index = static_cast<int>(carried.streams.size());
            const AVStream& stream = input.stream(index);
            clocks.push_back(input.clock(index));
            shown.emplace_back();
            CarriedStream met;
            met.kind = kind_of(stream);
            met.codec = codec_name(*stream.codecpar);
            met.tags = tags_of(stream.metadata);
            carried.streams.push_back(std::move(met));
        }
    };
    meet_streams();
    while (input.read(*packet)) {
        meet_streams();  // some containers introduce streams on the way
        const auto index = static_cast<std::size_t>(packet->stream_index);
        if (is_empty_text(*packet, input.stream(packet->stream_index))) continue;
        count(carried.streams[index], shown[index], *packet, clocks[index]);
    }
    find_hidden(carried, shown, file);
    return carried;
}

}  // namespace counterclip::media
