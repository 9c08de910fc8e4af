// Sound into packets: AAC or Opus. Private to the media room.
#pragma once

#include <optional>

#include "media/muxer.h"
#include "media/resampler.h"

namespace counterclip::media {

class AudioEncoder {
  public:
    AudioEncoder(const std::string& doing, Container container, const AudioSettings& settings, Muxer& muxer);

    void write(const AudioBlock& block);
    void finish();

  private:
    std::string doing_;
    Muxer& muxer_;
    AudioSettings settings_;
    CodecContextPtr codec_;
    std::optional<Resampler> resampler_;  // when the codec wants another rate
    AvPacketPtr packet_ = new_packet();
    std::vector<float> pending_;
    int stream_ = 0;
    std::int64_t expected_ = 0;  // first sample of the next block
    std::int64_t encoded_ = 0;   // samples sent to the encoder

    void encode_whole_frames();
    void encode_pending(std::int64_t frames);
    void encode(const AVFrame* frame);
};

}  // namespace counterclip::media
