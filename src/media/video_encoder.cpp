#include "media/video_encoder.h"

#include <thread>

#include <fmt/format.h>

#include "core/error.h"
#include "media/picture.h"

namespace counterclip::media {

namespace {

void require_encodable(const std::string& doing, Container container, const VideoSettings& s) {
    if (s.width < 2 || s.height < 2) throw Error(doing, fmt::format("{}x{} px is too small", s.width, s.height));
    if (s.width > 16384 || s.height > 16384)
        throw Error(doing, fmt::format("{}x{} px is too large", s.width, s.height));
    // In 4:2:0 neither x264 nor H.264's cropping knows odd sizes, and padding would change the picture unasked.
    if (container == Container::mp4 && (s.width % 2 || s.height % 2))
        throw Error(doing,
                    fmt::format("H.264 holds no picture of odd size ({}x{} px); write WebM, or scale to even sides",
                                s.width, s.height));
}

int thread_count(const VideoSettings& s) {
    return s.threads > 0 ? s.threads : std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 16);
}

void set_x264(Options& options, const VideoSettings& s) {
    options.set("preset", s.speed);
    // superfast with the macroblock tree: a third less work than veryfast for files as small and as good (SSIM 0.9929
    // against 0.9931 at 0.91 of the size on a talking head), where without the tree they are 1.6 to 2.6 times as large.
    if (s.speed == "superfast") options.set("x264-params", "mbtree=1:rc-lookahead=10");
    options.set("crf", std::to_string(s.crf));
    options.set("a53cc", "0");
}

void set_vp9(Options& options, AVCodecContext& codec, const VideoSettings& s) {
    const bool quick = s.speed != "medium";
    options.set("crf", std::to_string(s.crf));
    options.set("deadline", quick ? "realtime" : "good");
    options.set("cpu-used", quick ? "6" : "3");
    options.set("row-mt", "1");
    options.set("tile-columns", s.width >= 1024 ? "2" : s.width >= 512 ? "1" : "0");
    codec.bit_rate = 0;  // quality alone decides
}

CodecContextPtr open_codec(const std::string& doing, Container container, const VideoSettings& s, bool global_header) {
    const char* name = container == Container::mp4 ? "libx264" : "libvpx-vp9";
    const AVCodec* encoder = avcodec_find_encoder_by_name(name);
    if (!encoder) throw Error(doing, fmt::format("this libav has no {} encoder", name));
    CodecContextPtr codec(avcodec_alloc_context3(encoder));
    if (!codec) throw std::bad_alloc();
    codec->width = s.width;
    codec->height = s.height;
    codec->pix_fmt = to_av(s.format);
    codec->time_base = container == Container::mp4 ? to_av(s.time_base) : AVRational{1, 1000};
    codec->framerate = to_av(s.frame_rate);
    codec->sample_aspect_ratio = to_av(s.sample_aspect);
    codec->color_primaries = static_cast<AVColorPrimaries>(s.colour.primaries);
    codec->color_trc = static_cast<AVColorTransferCharacteristic>(s.colour.transfer);
    codec->colorspace = static_cast<AVColorSpace>(s.colour.matrix);
    codec->chroma_sample_location = static_cast<AVChromaLocation>(s.colour.chroma_location);
    if (s.colour.range_known) codec->color_range = s.colour.full_range ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    codec->flags |= AV_CODEC_FLAG_BITEXACT;
    if (global_header) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    codec->thread_count = container == Container::mp4 ? s.threads : thread_count(s);  // 0: x264 knows best
    Options options;
    if (container == Container::mp4)
        set_x264(options, s);
    else
        set_vp9(options, *codec, s);
    const int opened = avcodec_open2(codec.get(), encoder, options.get());
    if (opened < 0)
        throw Error(doing, fmt::format("{} does not take {}x{} px with crf {} and speed '{}' ({})", name, s.width,
                                       s.height, s.crf, s.speed, error_text(opened)));
    return codec;
}

// x264 signs its work with its version and all its settings in a message (SEI) before the first picture; messages may
// not travel along (P4).
BitstreamFilterPtr open_cleaner(const std::string& doing, Container container, const AVCodecContext& codec) {
    AVBSFContext* raw = nullptr;
    const char* description = container == Container::mp4 ? "filter_units=remove_types=6" : "null";
    check(av_bsf_list_parse_str(description, &raw), doing);
    BitstreamFilterPtr cleaner(raw);
    check(avcodec_parameters_from_context(raw->par_in, &codec), doing);
    raw->time_base_in = codec.time_base;
    check(av_bsf_init(raw), doing);
    return cleaner;
}

}  // namespace

VideoEncoder::VideoEncoder(const std::string& doing, Container container, const VideoSettings& settings, Muxer& muxer)
    : doing_(doing), muxer_(muxer), settings_(settings) {
    require_encodable(doing, container, settings);
    codec_ = open_codec(doing, container, settings, muxer.wants_global_header());
    cleaner_ = open_cleaner(doing, container, *codec_);
    stream_ = muxer.add_stream(*codec_);
}

void VideoEncoder::write(const Frame& frame) {
    if (!frame || frame.width() != settings_.width || frame.height() != settings_.height ||
        frame.format() != settings_.format)
        throw Error(doing_, fmt::format("picture {} is not of the file's size and format", frames_ + 1));
    AvFramePtr av(av_frame_clone(&FrameAccess::av(frame)));
    if (!av) throw std::bad_alloc();
    av->pts = to_pts(frame.pts(), from_av(codec_->time_base));
    av->pict_type = AV_PICTURE_TYPE_NONE;  // the encoder decides anew
    av->key_frame = 0;
    av->interlaced_frame = 0;
    if (frames_ > 0 && av->pts <= last_pts_)
        throw Error(doing_, fmt::format("picture {} at {} does not come after the one before", frames_ + 1,
                                        format_time(frame.pts())));
    last_pts_ = av->pts;
    ++frames_;
    encode(av.get());
}

void VideoEncoder::finish() {
    encode(nullptr);
    clean_and_write(nullptr);
}

void VideoEncoder::encode(const AVFrame* frame) {
    check(avcodec_send_frame(codec_.get(), frame), doing_);
    while (true) {
        const int got = avcodec_receive_packet(codec_.get(), packet_.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return;
        check(got, doing_);
        clean_and_write(packet_.get());
    }
}

void VideoEncoder::clean_and_write(AVPacket* packet) {
    check(av_bsf_send_packet(cleaner_.get(), packet), doing_);
    while (true) {
        const int got = av_bsf_receive_packet(cleaner_.get(), packet_.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return;
        check(got, doing_);
        muxer_.write(*packet_, stream_, codec_->time_base);
    }
}

}  // namespace counterclip::media
