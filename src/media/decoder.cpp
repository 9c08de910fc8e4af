#include "media/decoder.h"

#include <unistd.h>

#include <thread>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::media {

namespace {

int thread_count(int wanted) {
    constexpr int most = 8;  // each frame thread holds a few pictures
    return wanted > 0 ? wanted : std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most);
}

}  // namespace

Decoder::Decoder(Input& input, int stream, Options options) : input_(input), stream_(stream) {
    const AVStream& av_stream = input.stream(stream);
    const AVCodec* codec = avcodec_find_decoder(av_stream.codecpar->codec_id);
    if (!codec)
        throw Error(reading(input.file()),
                    fmt::format("there is no decoder for '{}'", avcodec_get_name(av_stream.codecpar->codec_id)));
    codec_.reset(avcodec_alloc_context3(codec));
    if (!codec_) throw std::bad_alloc();
    check(avcodec_parameters_to_context(codec_.get(), av_stream.codecpar), reading(input.file()));
    codec_->pkt_timebase = av_stream.time_base;
    codec_->thread_count = codec->type == AVMEDIA_TYPE_VIDEO ? thread_count(options.threads) : 1;
    codec_->thread_type = FF_THREAD_FRAME | FF_THREAD_SLICE;
    if (options.key_frames_only) usual_leave_out_ = AVDISCARD_NONKEY;
    codec_->skip_frame = usual_leave_out_;
    if (options.roughly) codec_->skip_loop_filter = AVDISCARD_NONREF;
    check(avcodec_open2(codec_.get(), codec, nullptr), reading(input.file()));
    input.select(stream);
}

AvFramePtr Decoder::next() {
    AvFramePtr frame = new_frame();
    while (true) {
        const int got = avcodec_receive_frame(codec_.get(), frame.get());
        if (got == AVERROR_EOF) return nullptr;
        if (got == AVERROR(EAGAIN)) {
            feed();
        } else if (got < 0) {
            ++damaged_;
            if (draining_ && got != AVERROR_INVALIDDATA) return nullptr;
        } else {
            if (frame->decode_error_flags || frame->flags & AV_FRAME_FLAG_CORRUPT) ++damaged_;
            frame->pts = rising_pts(*frame);
            return frame;
        }
    }
}

void Decoder::feed() {
    if (!input_.read(*packet_)) {
        draining_ = true;
        avcodec_send_packet(codec_.get(), nullptr);
        return;
    }
    if (waiting_ && !may_start_with(*packet_)) return;
    waiting_ = false;
    codec_->skip_frame = to_leave_out(*packet_);
    if (avcodec_send_packet(codec_.get(), packet_.get()) < 0) ++damaged_;
}

// Only where a picture that none refers to is marked as such for good: in HEVC it may serve those of a higher layer.
// A stream whose clock jumps back says nothing of how far the way is.
AVDiscard Decoder::to_leave_out(const AVPacket& packet) {
    const auto id = codec_->codec_id;
    const bool says_so = id == AV_CODEC_ID_H264 || id == AV_CODEC_ID_MPEG2VIDEO || id == AV_CODEC_ID_MPEG4;
    if (!says_so || packet.pts == AV_NOPTS_VALUE || hurry_to_ == Time::min()) return usual_leave_out_;
    const auto at = input_.clock(stream_).time_of(packet.pts);
    if (latest_packet_ != Time::min() && at < latest_packet_ - std::chrono::seconds(1)) hurry_to_ = Time::min();
    latest_packet_ = std::max(latest_packet_, at);
    return at < hurry_to_ ? std::max(usual_leave_out_, AVDISCARD_NONREF) : usual_leave_out_;
}

// After a seek: from a key frame on, and where seeking goes by bytes into a stream without an index, not from the first
// packets, which may be torn and carry each other's time stamps.
bool Decoder::may_start_with(const AVPacket& packet) noexcept {
    const bool by_bytes = input_.format().iformat->flags & AVFMT_TS_DISCONT;
    constexpr int torn_packets = 2;
    if (by_bytes && (++passed_over_ <= torn_packets || packet.pts == AV_NOPTS_VALUE)) return false;
    return codec_->codec_type != AVMEDIA_TYPE_VIDEO || packet.flags & AV_PKT_FLAG_KEY;
}

bool Decoder::seek(Time t) {
    if (!input_.seek(stream_, t)) return false;
    start_over(true);
    return true;
}

void Decoder::rewind() {
    input_.reopen();
    start_over(false);
}

void Decoder::start_over(bool wait) {
    avcodec_flush_buffers(codec_.get());
    draining_ = false;
    waiting_ = wait;
    passed_over_ = 0;
    latest_packet_ = Time::min();
    last_pts_.reset();
    shift_ = 0;
    damaged_ = 0;
}

std::int64_t Decoder::usual_step(const AVFrame& frame) noexcept {
    if (frame.pkt_duration > 0) return frame.pkt_duration;
    const AVStream& stream = input_.stream(stream_);
    const AVRational rate = av_guess_frame_rate(&input_.format(), &input_.stream(stream_), nullptr);
    if (rate.num <= 0 || rate.den <= 0) return 1;
    return std::max<std::int64_t>(1, av_rescale_q(1, av_inv_q(rate), stream.time_base));
}

std::int64_t Decoder::rising_pts(const AVFrame& frame) {
    const auto own = frame.best_effort_timestamp;
    if (!last_pts_) {
        last_pts_ = own != AV_NOPTS_VALUE ? own : input_.clock(stream_).start;
        return *last_pts_;
    }
    const std::int64_t expected = *last_pts_ + usual_step(frame);
    std::int64_t pts = own != AV_NOPTS_VALUE ? own + shift_ : expected;
    if (pts <= *last_pts_) {
        // A small step back is one bad stamp; a large one is a new clock, as in joined transport streams.
        const std::int64_t second =
            std::max<std::int64_t>(1, to_pts(std::chrono::seconds(1), from_av(input_.stream(stream_).time_base)));
        const bool new_clock = *last_pts_ - pts > second;
        if (new_clock) shift_ += expected - pts;
        pts = new_clock ? expected : *last_pts_ + 1;
    }
    last_pts_ = pts;
    return pts;
}

}  // namespace counterclip::media
