// Packets in, decoded frames out, for one stream of an Input. Private to the media room.
#pragma once

#include "media/input.h"
#include "media/libav.h"

namespace counterclip::media {

class Decoder {
  public:
    struct Options {
        int threads = 0;  // 0 = one a processor
        bool key_frames_only = false;
        bool roughly = false;  // VideoReader::Options
    };

    // Selects the stream in `input`, which must outlive the Decoder. Throws Error when the codec is not there.
    Decoder(Input& input, int stream, Options options);

    // The next frame in order of display, with pts always set and strictly rising (ticks of the stream). Null at the
    // end.
    AvFramePtr next();
    // So that next() gives, soon, frames with a time at or before `t`: the caller drops those it does not want.
    // False when the format cannot seek.
    bool seek(Time t);
    // From now on pictures before `t` that no other is made from may be left out: on the way from a key frame to the
    // picture that is wanted, they would be decoded for nothing.
    void hurry_to(Time t) noexcept { hurry_to_ = t; }
    void rewind();

    AVCodecContext& codec() noexcept { return *codec_; }
    std::int64_t damaged() const noexcept { return damaged_; }

  private:
    Input& input_;
    int stream_;
    CodecContextPtr codec_;
    AvPacketPtr packet_ = new_packet();
    bool draining_ = false;
    bool waiting_ = false;  // for a packet to start with after a seek
    int passed_over_ = 0;   // packets while waiting
    Time hurry_to_ = Time::min();
    Time latest_packet_ = Time::min();  // since the last start
    std::optional<std::int64_t> last_pts_;
    std::int64_t shift_ = 0;  // added to pts since a jump back in the stream's clock
    std::int64_t damaged_ = 0;
    AVDiscard usual_leave_out_ = AVDISCARD_DEFAULT;

    void feed();
    AVDiscard to_leave_out(const AVPacket& packet);
    bool may_start_with(const AVPacket& packet) noexcept;
    void start_over(bool wait);
    std::int64_t rising_pts(const AVFrame& frame);
    std::int64_t usual_step(const AVFrame& frame) noexcept;
};

}  // namespace counterclip::media
