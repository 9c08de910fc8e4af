#include "media/resampler.h"

#include <array>
#include <new>

#include "core/error.h"

namespace counterclip::media {

namespace {

constexpr std::string_view doing = "convert sound";

// Every channel out is that one channel in.
void take_one_side(SwrContext* swr, int in, int out, SoundSide side) {
    const int wanted = side == SoundSide::right ? 1 : 0;
    if (wanted >= in)
        throw Error("read one side of the sound", "the track has one channel only; leave the side out",
                    ErrorKind::usage);
    std::vector<double> matrix(static_cast<std::size_t>(in * out));
    for (int o = 0; o < out; ++o) matrix[static_cast<std::size_t>(o * in + wanted)] = 1;
    check(swr_set_matrix(swr, matrix.data(), in), doing);
}

}  // namespace

Resampler::Resampler(const AVFrame& like, int sample_rate, int channels, SoundSide side)
    : source_layout_(like.ch_layout),
      source_rate_(like.sample_rate),
      source_format_(like.format),
      rate_(sample_rate),
      channels_(channels),
      side_(side) {
    open();
}

Resampler::Resampler(int source_rate, int source_channels, int sample_rate, int channels)
    : source_layout_(source_channels),
      source_rate_(source_rate),
      source_format_(AV_SAMPLE_FMT_FLT),
      rate_(sample_rate),
      channels_(channels) {
    open();
}

void Resampler::open() {
    const ChannelLayout layout(channels_);
    SwrContext* raw = nullptr;
    check(swr_alloc_set_opts2(&raw, const_cast<AVChannelLayout*>(layout.get()), AV_SAMPLE_FMT_FLT, rate_,
                              const_cast<AVChannelLayout*>(source_layout_.get()),
                              static_cast<AVSampleFormat>(source_format_), source_rate_, 0, nullptr),
          doing);
    swr_.reset(raw);
    av_opt_set_double(raw, "rematrix_maxval", 1.0, 0);  // mixing many channels to two must not clip
    if (side_ != SoundSide::all) take_one_side(raw, source_layout_.get()->nb_channels, channels_, side_);
    check(swr_init(raw), doing);
}

bool Resampler::takes(const AVFrame& frame) const noexcept {
    return frame.sample_rate == source_rate_ && frame.format == source_format_ &&
           frame.ch_layout.nb_channels == source_layout_.get()->nb_channels;
}

void Resampler::put(const AVFrame& frame, int skip, std::vector<float>& out) {
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const bool planar = av_sample_fmt_is_planar(format) != 0;
    const int channels = frame.ch_layout.nb_channels;
    const std::ptrdiff_t offset = std::ptrdiff_t(skip) * av_get_bytes_per_sample(format) * (planar ? 1 : channels);
    std::vector<const std::uint8_t*> planes;
    for (int i = 0; i < (planar ? channels : 1); ++i) planes.push_back(frame.extended_data[i] + offset);
    convert(planes.data(), frame.nb_samples - skip, out);
}

void Resampler::put(const float* samples, int frames, std::vector<float>& out) {
    std::array planes{reinterpret_cast<const std::uint8_t*>(samples)};
    convert(planes.data(), frames, out);
}

void Resampler::put_silence(int frames, std::vector<float>& out) {
    const auto format = static_cast<AVSampleFormat>(source_format_);
    const bool planar = av_sample_fmt_is_planar(format) != 0;
    const int channels = source_layout_.get()->nb_channels;
    const int bytes = av_samples_get_buffer_size(nullptr, planar ? 1 : channels, frames, format, 1);
    // Unsigned 8-bit sound is silent at 128.
    const bool is_unsigned = format == AV_SAMPLE_FMT_U8 || format == AV_SAMPLE_FMT_U8P;
    const std::vector<std::uint8_t> silent(static_cast<std::size_t>(bytes), is_unsigned ? 128 : 0);
    std::vector<const std::uint8_t*> planes(static_cast<std::size_t>(planar ? channels : 1), silent.data());
    convert(planes.data(), frames, out);
}

void Resampler::finish(std::vector<float>& out) {
    convert(nullptr, 0, out);
}

void Resampler::convert(const std::uint8_t** planes, int frames, std::vector<float>& out) {
    const int room = check(swr_get_out_samples(swr_.get(), frames), doing);
    const std::size_t before = out.size();
    out.resize(before + static_cast<std::size_t>(room) * channels_);
    auto* target = reinterpret_cast<std::uint8_t*>(out.data() + before);
    const int made = check(swr_convert(swr_.get(), &target, room, planes, frames), doing);
    out.resize(before + static_cast<std::size_t>(made) * channels_);
}

}  // namespace counterclip::media
