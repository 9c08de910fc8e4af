#include "media/muxer.h"

#include <new>

#include "core/error.h"
#include "core/staged_file.h"

namespace counterclip::media {

namespace {

// Nothing but what we put in: no program name, no dates. In MP4 the index comes first (for players on the web), and
// pictures that are stored before they are shown get negative offsets, so that the picture track needs no edit list.
void set_options(Options& options, Container container, AVRational video_time_base) {
    if (container != Container::mp4) return;
    options.set("movflags", "+faststart+negative_cts_offsets");
    // Edit lists count in the movie's ticks: as fine as the picture's, so that sound does not move.
    options.set("movie_timescale", std::to_string(std::max(video_time_base.den, 1000)));
}

}  // namespace

std::string writing(const std::filesystem::path& file) {
    return "write " + known_place(file).string();
}

Muxer::Muxer(const std::filesystem::path& file, Container container) : doing_(writing(file)), container_(container) {
    silence_libav();
    AVFormatContext* raw = nullptr;
    const char* name = container == Container::mp4 ? "mp4" : "webm";
    const std::string url = "file:" + file.string();
    check(avformat_alloc_output_context2(&raw, nullptr, name, url.c_str()), doing_);
    format_.reset(raw);
    format_->flags |= AVFMT_FLAG_BITEXACT;
    // Times stay as given: libav would move the picture away from the sound by the delay of Opus.
    format_->avoid_negative_ts = 0;
    check(avio_open(&format_->pb, url.c_str(), AVIO_FLAG_WRITE), doing_);
}

int Muxer::add_stream(const AVCodecContext& codec, const std::string& language) {
    AVStream* stream = avformat_new_stream(format_.get(), nullptr);
    if (!stream) throw std::bad_alloc();
    check(avcodec_parameters_from_context(stream->codecpar, &codec), doing_);
    stream->codecpar->codec_tag = 0;
    stream->time_base = codec.time_base;
    if (codec.codec_type == AVMEDIA_TYPE_VIDEO) {
        stream->avg_frame_rate = codec.framerate;
        stream->sample_aspect_ratio = codec.sample_aspect_ratio;
    }
    if (!language.empty()) av_dict_set(&stream->metadata, "language", language.c_str(), 0);
    return stream->index;
}

// WebM stores times that count in the encoder's delay, which players take off again; MP4 has an edit list for it.
std::int64_t Muxer::stored_delay(const AVStream& stream) const {
    const AVCodecParameters& p = *stream.codecpar;
    if (container_ != Container::webm || p.codec_type != AVMEDIA_TYPE_AUDIO) return 0;
    return av_rescale_q(p.initial_padding, {1, p.sample_rate}, stream.time_base);
}

void Muxer::begin() {
    Options options;
    set_options(options, container_, format_->streams[0]->time_base);
    check(avformat_write_header(format_.get(), options.get()), doing_);
    for (unsigned i = 0; i < format_->nb_streams; ++i) delays_.push_back(stored_delay(*format_->streams[i]));
}

void Muxer::write(AVPacket& packet, int stream, AVRational time_base) {
    packet.stream_index = stream;
    av_packet_rescale_ts(&packet, time_base, format_->streams[stream]->time_base);
    packet.pts += delays_[stream];
    packet.dts += delays_[stream];
    check(av_interleaved_write_frame(format_.get(), &packet), doing_);
}

void Muxer::finish() {
    check(av_write_trailer(format_.get()), doing_);
    check(avio_closep(&format_->pb), doing_);
}

}  // namespace counterclip::media
