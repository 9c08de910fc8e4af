#include "media/filter_graph.h"

#include <cstring>
#include <new>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::media {

namespace {

AVFilterContext* add_filter(AVFilterGraph* graph, const char* kind, const std::string& options,
                            const std::string& doing) {
    AVFilterContext* filter = nullptr;
    check(avfilter_graph_create_filter(&filter, avfilter_get_by_name(kind), kind, options.c_str(), nullptr, graph),
          doing);
    return filter;
}

FilterInOutPtr open_end(const char* name, AVFilterContext* filter) {
    FilterInOutPtr end(avfilter_inout_alloc());
    if (!end) throw std::bad_alloc();
    end->name = av_strdup(name);
    end->filter_ctx = filter;
    return end;
}

}  // namespace

FilterGraph::FilterGraph(const std::string& description, const char* source, const std::string& source_options,
                         const char* sink, const std::string& tail)
    : doing_(fmt::format("filter with '{}'", description)), graph_(avfilter_graph_alloc()) {
    silence_libav();
    if (!graph_) throw std::bad_alloc();
    graph_->nb_threads = 2;
    source_ = add_filter(graph_.get(), source, source_options, doing_);
    sink_ = add_filter(graph_.get(), sink, "", doing_);
    // The graph's open input is our source's output, and the other way round.
    auto* outputs = open_end("in", source_).release();
    auto* inputs = open_end("out", sink_).release();
    const std::string whole = description + (tail.empty() ? "" : "," + tail);
    const int parsed = avfilter_graph_parse_ptr(graph_.get(), whole.c_str(), &inputs, &outputs, nullptr);
    const FilterInOutPtr spare_inputs(inputs);
    const FilterInOutPtr spare_outputs(outputs);
    if (parsed == AVERROR_FILTER_NOT_FOUND) throw Error(doing_, "this libav lacks one of the filters");
    check(parsed, doing_);
    check(avfilter_graph_config(graph_.get(), nullptr), doing_);
}

FilterGraph FilterGraph::video(const std::string& description, const AVFrame& like, AVRational time_base,
                               AVRational sample_aspect) {
    const auto options =
        fmt::format("video_size={}x{}:pix_fmt={}:time_base={}/{}:pixel_aspect={}/{}", like.width, like.height,
                    like.format, time_base.num, time_base.den, sample_aspect.num, std::max(sample_aspect.den, 1));
    return {description, "buffer", options, "buffersink", ""};
}

FilterGraph FilterGraph::audio(const std::string& description, int sample_rate, int channels) {
    const auto layout = ChannelLayout(channels).name();
    const auto options =
        fmt::format("sample_rate={}:sample_fmt=flt:channel_layout={}:time_base=1/{}", sample_rate, layout, sample_rate);
    const auto tail = fmt::format("aformat=sample_fmts=flt:sample_rates={}:channel_layouts={}", sample_rate, layout);
    return {description, "abuffer", options, "abuffersink", tail};
}

void FilterGraph::push(AVFrame* frame) {
    check(av_buffersrc_add_frame_flags(source_, frame, 0), doing_);
}

AvFramePtr FilterGraph::pull() {
    AvFramePtr frame = new_frame();
    const int got = av_buffersink_get_frame(sink_, frame.get());
    if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return nullptr;
    check(got, doing_);
    return frame;
}

}  // namespace counterclip::media
