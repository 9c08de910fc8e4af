// Pictures into packets: x264 or VP9. Private to the media room.
#pragma once

#include "media/muxer.h"

namespace counterclip::media {

class VideoEncoder {
  public:
    VideoEncoder(const std::string& doing, Container container, const VideoSettings& settings, Muxer& muxer);

    void write(const Frame& frame);
    void finish();
    std::int64_t frames() const noexcept { return frames_; }

  private:
    std::string doing_;
    Muxer& muxer_;
    VideoSettings settings_;
    CodecContextPtr codec_;
    BitstreamFilterPtr cleaner_;
    AvPacketPtr packet_ = new_packet();
    int stream_ = 0;
    std::int64_t frames_ = 0;
    std::int64_t last_pts_ = 0;

    void encode(const AVFrame* frame);
    void clean_and_write(AVPacket* packet);
};

}  // namespace counterclip::media
