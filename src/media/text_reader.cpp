#include <map>

#include "media/input.h"
#include "media/text.h"

namespace counterclip::media {

namespace {

// Two bytes of length and so much text, and nothing after it.
bool is_plain_mov_text(const AVPacket& packet) {
    return packet.size >= 2 && packet.size == 2 + (packet.data[0] << 8 | packet.data[1]);
}

std::string from_webvtt(std::string text) {
    const std::pair<const char*, const char*> written[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    for (const auto& [entity, letter] : written)
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
            text.replace(at, std::string_view(entity).size(), letter);
    return text;
}

}  // namespace

TextsOfFile texts_of(const std::filesystem::path& file) {
    Input input(file);
    TextsOfFile found;
    std::map<int, StreamClock> clocks;
    for (const int stream : input.tracks(AVMEDIA_TYPE_SUBTITLE)) clocks.emplace(stream, input.clock(stream));
    const AvPacketPtr packet = new_packet();
    while (input.read(*packet)) {
        const auto clock = clocks.find(packet->stream_index);
        if (clock == clocks.end()) continue;
        const auto codec = input.stream(packet->stream_index).codecpar->codec_id;
        const bool is_mov = codec == AV_CODEC_ID_MOV_TEXT;
        if (is_mov ? !is_plain_mov_text(*packet) : codec != AV_CODEC_ID_WEBVTT || packet->side_data_elems > 0) {
            ++found.strange;
            continue;
        }
        const auto* text = reinterpret_cast<const char*>(packet->data);
        const std::string words = is_mov ? std::string(text + 2, static_cast<std::size_t>(packet->size - 2))
                                         : from_webvtt({text, static_cast<std::size_t>(packet->size)});
        if (is_mov && words.empty()) continue;  // MP4 fills the time between two texts with empty ones
        if (packet->pts == AV_NOPTS_VALUE || words.empty()) {
            ++found.strange;
            continue;
        }
        const auto& at = clock->second;
        found.texts.push_back({{at.time_of(packet->pts), at.time_of(packet->pts + packet->duration)}, words});
    }
    return found;
}

}  // namespace counterclip::media
