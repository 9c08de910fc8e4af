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

void count(CarriedStream& carried, const AVPacket& packet, const StreamClock& clock) {
    const bool first = carried.packets++ == 0;
    carried.bytes += packet.size;
    const bool picture = carried.kind == "video";
    if (packet.flags & AV_PKT_FLAG_DISCARD && (picture || packet.pts >= clock.start)) carried.discards = true;
    const auto stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (stamp == AV_NOPTS_VALUE) return;
    const Time at = clock.time_of(stamp);
    const Time end = clock.time_of(stamp + packet.duration);
    carried.first = first ? at : std::min(carried.first, at);
    carried.end = first ? end : std::max(carried.end, end);
}

}  // namespace

Carried carried_in(const std::filesystem::path& file) {
    Input input(file);
    Carried carried;
    carried.container = input.format().iformat->name;
    carried.tags = tags_of(input.format().metadata);
    carried.chapters = static_cast<int>(input.format().nb_chapters);
    std::vector<StreamClock> clocks;
    const AvPacketPtr packet = new_packet();
    const auto meet_streams = [&] {
        while (carried.streams.size() < input.format().nb_streams) {
            const int index = static_cast<int>(carried.streams.size());
            const AVStream& stream = input.stream(index);
            clocks.push_back(input.clock(index));
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
        count(carried.streams[index], *packet, clocks[index]);
    }
    return carried;
}

}  // namespace counterclip::media
