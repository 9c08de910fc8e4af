#include "media/filter.h"

#include <fmt/format.h>

#include "core/error.h"
#include "media/filter_graph.h"
#include "media/picture.h"

namespace counterclip::media {

namespace {

constexpr AVRational nanosecond{1, 1'000'000'000};

FilterGraph video_graph(const std::string& graph, int width, int height, PixelFormat format, Rational aspect) {
    const AvFramePtr like = new_frame();
    like->width = width;
    like->height = height;
    like->format = to_av(format);
    const std::string keep_format = std::string(",format=") + av_get_pix_fmt_name(to_av(format));
    return FilterGraph::video(graph + keep_format, *like, nanosecond, to_av(aspect));
}

}  // namespace

std::string quoted_for_filter(std::string_view text) {
    // Two readers take a layer of quoting off, the graph's and the option list's: first escape for the options, then
    // put the whole in single quotes for the graph, where a quote itself is closed, escaped and opened again.
    std::string option;
    for (const char c : text) {
        if (c == '\\' || c == '\'' || c == ':') option += '\\';
        option += c;
    }
    std::string quoted = "'";
    for (const char c : option) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

struct VideoFilter::State {
    std::string name;
    FilterGraph graph;
    Colour colour;
    int width;
    int height;
    PixelFormat format;
};

VideoFilter::VideoFilter(std::string graph, int width, int height, PixelFormat format, Colour colour,
                         Rational sample_aspect)
    : state_(std::make_unique<State>(
          State{graph, video_graph(graph, width, height, format, sample_aspect), colour, width, height, format})) {}
VideoFilter::~VideoFilter() = default;
VideoFilter::VideoFilter(VideoFilter&&) noexcept = default;

Frame VideoFilter::apply(const Frame& frame) {
    State& s = *state_;
    const std::string doing = fmt::format("filter with '{}'", s.name);
    if (!frame || frame.width() != s.width || frame.height() != s.height || frame.format() != s.format)
        throw Error(doing, "the picture is not of the size and format the filter was made for");
    AvFramePtr av(av_frame_clone(&FrameAccess::av(frame)));
    if (!av) throw std::bad_alloc();
    av->pts = frame.pts().count();
    s.graph.push(av.get());
    AvFramePtr out = s.graph.pull();
    if (!out) throw Error(doing, "it gave no picture back");
    set_colour(*out, frame.colour());
    return FrameAccess::wrap(std::move(out), frame.pts());
}

struct AudioFilter::State {
    FilterGraph graph;
    int sample_rate;
    int channels;
    std::optional<std::int64_t> first;  // sample position of the first block
    std::int64_t put_in = 0;
    std::int64_t given = 0;

    std::vector<AudioBlock> collect();
};

AudioFilter::AudioFilter(std::string graph, int sample_rate, int channels)
    : state_(
          std::make_unique<State>(State{FilterGraph::audio(graph, sample_rate, channels), sample_rate, channels, {}})) {
}
AudioFilter::~AudioFilter() = default;
AudioFilter::AudioFilter(AudioFilter&&) noexcept = default;

std::vector<AudioBlock> AudioFilter::State::collect() {
    std::vector<AudioBlock> blocks;
    while (const AvFramePtr av = graph.pull()) {
        AudioBlock block;
        block.first_sample = first.value_or(0) + given;
        block.channels = channels;
        block.sample_rate = sample_rate;
        const auto* samples = reinterpret_cast<const float*>(av->data[0]);
        block.samples.assign(samples, samples + std::ptrdiff_t(av->nb_samples) * channels);
        given += av->nb_samples;
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::vector<AudioBlock> AudioFilter::apply(const AudioBlock& block) {
    State& s = *state_;
    if (!s.first) s.first = block.first_sample;
    if (block.frames() == 0) return {};
    const AvFramePtr av = new_frame();
    av->nb_samples = static_cast<int>(block.frames());
    av->format = AV_SAMPLE_FMT_FLT;
    av->sample_rate = s.sample_rate;
    av->pts = s.put_in;
    check(av_channel_layout_copy(&av->ch_layout, ChannelLayout(s.channels).get()), "filter sound");
    if (av_frame_get_buffer(av.get(), 0) < 0) throw std::bad_alloc();
    std::copy(block.samples.begin(), block.samples.end(), reinterpret_cast<float*>(av->data[0]));
    s.put_in += block.frames();
    s.graph.push(av.get());
    return s.collect();
}

// Filters that work in windows may end a little early or late; the length is that of what was put in.
std::vector<AudioBlock> AudioFilter::finish() {
    State& s = *state_;
    s.graph.push(nullptr);
    auto blocks = s.collect();
    if (const std::int64_t missing = s.put_in - s.given; missing > 0) {
        AudioBlock silence{s.first.value_or(0) + s.given, s.channels, s.sample_rate, {}};
        silence.samples.resize(static_cast<std::size_t>(missing * s.channels), 0.0F);
        s.given += missing;
        blocks.push_back(std::move(silence));
    }
    return blocks;
}

}  // namespace counterclip::media
