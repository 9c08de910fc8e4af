// libav's C API with owners that free what they hold. Private to the media room: no other room may include this.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <memory>
#include <string>
#include <string_view>

#include "core/time.h"

namespace counterclip::media {

// For libav's free functions that take the address of the pointer.
template <auto Free>
struct FreeByAddress {
    template <class T>
    void operator()(T* p) const noexcept {
        Free(&p);
    }
};
struct FreeSws {
    void operator()(SwsContext* p) const noexcept { sws_freeContext(p); }
};

using AvFramePtr = std::unique_ptr<AVFrame, FreeByAddress<av_frame_free>>;
using AvPacketPtr = std::unique_ptr<AVPacket, FreeByAddress<av_packet_free>>;
using CodecContextPtr = std::unique_ptr<AVCodecContext, FreeByAddress<avcodec_free_context>>;
using FormatInputPtr = std::unique_ptr<AVFormatContext, FreeByAddress<avformat_close_input>>;
using FilterGraphPtr = std::unique_ptr<AVFilterGraph, FreeByAddress<avfilter_graph_free>>;
using FilterInOutPtr = std::unique_ptr<AVFilterInOut, FreeByAddress<avfilter_inout_free>>;
using BitstreamFilterPtr = std::unique_ptr<AVBSFContext, FreeByAddress<av_bsf_free>>;
using SwrPtr = std::unique_ptr<SwrContext, FreeByAddress<swr_free>>;
using SwsPtr = std::unique_ptr<SwsContext, FreeSws>;

AvFramePtr new_frame();
AvPacketPtr new_packet();

// libav prints nothing to stderr from now on; called wherever the room first touches libav.
void silence_libav();

std::string error_text(int code);
// Throws Error(doing, libav's reason) when `code` is negative; otherwise gives it back.
int check(int code, std::string_view doing);

// A dictionary of options for one call.
class Options {
  public:
    Options() = default;
    Options(std::initializer_list<std::pair<const char*, std::string>> pairs) {
        for (const auto& [key, value] : pairs) set(key, value);
    }
    ~Options() { av_dict_free(&dict_); }
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;
    void set(const char* key, const std::string& value) { av_dict_set(&dict_, key, value.c_str(), 0); }
    AVDictionary** get() noexcept { return &dict_; }

  private:
    AVDictionary* dict_ = nullptr;
};

constexpr Rational from_av(AVRational r) noexcept {
    return {r.num, r.den ? r.den : 1};
}
// Reduced to what fits libav's 32 bits.
AVRational to_av(Rational r) noexcept;

// 1 mono, 2 stereo, otherwise libav's usual layout for so many channels.
class ChannelLayout {
  public:
    explicit ChannelLayout(int channels) { av_channel_layout_default(&layout_, channels); }
    // Unknown orders (only a count given) become the usual layout of that count.
    explicit ChannelLayout(const AVChannelLayout& other);
    ~ChannelLayout() { av_channel_layout_uninit(&layout_); }
    ChannelLayout(const ChannelLayout&) = delete;
    ChannelLayout& operator=(const ChannelLayout&) = delete;
    const AVChannelLayout* get() const noexcept { return &layout_; }
    std::string name() const;

  private:
    AVChannelLayout layout_{};
};

}  // namespace counterclip::media
