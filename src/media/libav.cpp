#include "media/libav.h"

#include <new>

#include "core/error.h"

namespace counterclip::media {

AvFramePtr new_frame() {
    AvFramePtr frame(av_frame_alloc());
    if (!frame) throw std::bad_alloc();
    return frame;
}

AvPacketPtr new_packet() {
    AvPacketPtr packet(av_packet_alloc());
    if (!packet) throw std::bad_alloc();
    return packet;
}

void silence_libav() {
    static const bool silenced = (av_log_set_level(AV_LOG_QUIET), true);
    static_cast<void>(silenced);
}

std::string error_text(int code) {
    if (code == AVERROR_INVALIDDATA) return "the data is damaged or of another kind";
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return text;
}

int check(int code, std::string_view doing) {
    if (code == AVERROR(ENOMEM)) throw std::bad_alloc();
    if (code < 0) throw Error(doing, error_text(code));
    return code;
}

AVRational to_av(Rational r) noexcept {
    AVRational out{0, 1};
    av_reduce(&out.num, &out.den, r.num, r.den, INT_MAX);
    return out;
}

ChannelLayout::ChannelLayout(const AVChannelLayout& other) {
    if (other.order == AV_CHANNEL_ORDER_UNSPEC || other.nb_channels == 0)
        av_channel_layout_default(&layout_, other.nb_channels ? other.nb_channels : 2);
    else if (av_channel_layout_copy(&layout_, &other) < 0)
        throw std::bad_alloc();
}

std::string ChannelLayout::name() const {
    char text[128] = {};
    av_channel_layout_describe(&layout_, text, sizeof text);
    return text;
}

}  // namespace counterclip::media
