#include "media/audio_encoder.h"

#include <cstring>
#include <new>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::media {

namespace {

constexpr int opus_rate = 48000;

CodecContextPtr open_codec(const std::string& doing, Container container, const AudioSettings& s, bool global_header) {
    const char* name = container == Container::mp4 ? "aac" : "libopus";
    const AVCodec* encoder = avcodec_find_encoder_by_name(name);
    if (!encoder) throw Error(doing, fmt::format("this libav has no {} encoder", name));
    CodecContextPtr codec(avcodec_alloc_context3(encoder));
    if (!codec) throw std::bad_alloc();
    codec->sample_rate = container == Container::mp4 ? s.sample_rate : opus_rate;
    codec->sample_fmt = container == Container::mp4 ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_FLT;
    codec->bit_rate = s.bitrate;
    codec->time_base = {1, codec->sample_rate};
    codec->flags |= AV_CODEC_FLAG_BITEXACT;
    if (global_header) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    check(av_channel_layout_copy(&codec->ch_layout, ChannelLayout(s.channels).get()), doing);
    const int opened = avcodec_open2(codec.get(), encoder, nullptr);
    if (opened < 0)
        throw Error(doing, fmt::format("{} does not take {} channels of {} Hz at {} bit/s ({})", name, s.channels,
                                       codec->sample_rate, s.bitrate, error_text(opened)));
    return codec;
}

}  // namespace

AudioEncoder::AudioEncoder(const std::string& doing, Container container, const AudioSettings& settings, Muxer& muxer)
    : doing_(doing), muxer_(muxer), settings_(settings) {
    codec_ = open_codec(doing, container, settings, muxer.wants_global_header());
    if (codec_->sample_rate != settings.sample_rate)
        resampler_.emplace(settings.sample_rate, settings.channels, codec_->sample_rate, settings.channels);
    stream_ = muxer.add_stream(*codec_);
}

void AudioEncoder::write(const AudioBlock& block) {
    if (block.sample_rate != settings_.sample_rate || block.channels != settings_.channels)
        throw Error(doing_, "a block of sound is not of the file's rate and channels");
    if (block.first_sample != expected_)
        throw Error(doing_, fmt::format("sound has a hole: sample {} comes where {} was expected", block.first_sample,
                                        expected_));
    expected_ += block.frames();
    if (resampler_)
        resampler_->put(block.samples.data(), static_cast<int>(block.frames()), pending_);
    else
        pending_.insert(pending_.end(), block.samples.begin(), block.samples.end());
    encode_whole_frames();
}

void AudioEncoder::finish() {
    if (resampler_) resampler_->finish(pending_);
    encode_whole_frames();
    encode_pending(static_cast<std::int64_t>(pending_.size()) / settings_.channels);
    encode(nullptr);
}

void AudioEncoder::encode_whole_frames() {
    while (static_cast<std::int64_t>(pending_.size()) >= std::int64_t{codec_->frame_size} * settings_.channels)
        encode_pending(codec_->frame_size);
}

void AudioEncoder::encode_pending(std::int64_t frames) {
    if (frames == 0) return;
    AvFramePtr av = new_frame();
    av->nb_samples = static_cast<int>(frames);
    av->format = codec_->sample_fmt;
    av->sample_rate = codec_->sample_rate;
    check(av_channel_layout_copy(&av->ch_layout, &codec_->ch_layout), doing_);
    if (av_frame_get_buffer(av.get(), 0) < 0) throw std::bad_alloc();
    const int channels = settings_.channels;
    const auto count = static_cast<std::size_t>(frames * channels);
    if (codec_->sample_fmt == AV_SAMPLE_FMT_FLT)
        std::memcpy(av->data[0], pending_.data(), count * sizeof(float));
    else
        for (int c = 0; c < channels; ++c) {
            auto* plane = reinterpret_cast<float*>(av->extended_data[c]);
            for (std::int64_t i = 0; i < frames; ++i) plane[i] = pending_[static_cast<std::size_t>(i * channels + c)];
        }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
    av->pts = encoded_;
    encoded_ += frames;
    encode(av.get());
}

void AudioEncoder::encode(const AVFrame* frame) {
    check(avcodec_send_frame(codec_.get(), frame), doing_);
    while (true) {
        const int got = avcodec_receive_packet(codec_.get(), packet_.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return;
        check(got, doing_);
        muxer_.write(*packet_, stream_, codec_->time_base);
    }
}

}  // namespace counterclip::media
