// One libavfilter graph with one way in and one way out. Private to the media room.
#pragma once

#include <string>

#include "media/libav.h"

namespace counterclip::media {

class FilterGraph {
  public:
    // Pictures shaped like `like`, pts in `time_base`.
    static FilterGraph video(const std::string& description, const AVFrame& like, AVRational time_base,
                             AVRational sample_aspect);
    // Interleaved float in, interleaved float of the same rate and layout out; pts in samples.
    static FilterGraph audio(const std::string& description, int sample_rate, int channels);

    // Takes the frame's reference; null ends the stream.
    void push(AVFrame* frame);
    // Null when the graph needs more or has ended.
    AvFramePtr pull();

    AVRational time_base() const noexcept { return av_buffersink_get_time_base(sink_); }

  private:
    FilterGraph(const std::string& description, const char* source, const std::string& source_options, const char* sink,
                const std::string& tail);

    std::string doing_;
    FilterGraphPtr graph_;
    AVFilterContext* source_ = nullptr;
    AVFilterContext* sink_ = nullptr;
};

}  // namespace counterclip::media
