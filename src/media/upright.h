// From frames as coded to pictures as displayed: turned, progressive, in 4:2:0. Private to the media room.
#pragma once

#include <deque>
#include <optional>

#include "media/filter_graph.h"
#include "media/frame.h"

namespace counterclip::media {

// How the display matrix of a stream turns its pictures.
struct Orientation {
    std::string filter;  // libavfilter's words for it; empty when upright
    int rotation = 0;    // degrees clockwise
    bool swaps_sides() const noexcept { return rotation == 90 || rotation == 270; }
};
Orientation orientation_of(const AVStream& stream);

// The format pictures of `coded` format are given in.
PixelFormat format_for(AVPixelFormat coded) noexcept;

// Converts any frame to the given size and format; passes a frame that fits on by reference.
class Converter {
  public:
    Converter(int width, int height, PixelFormat format) : width_(width), height_(height), format_(format) {}
    Frame convert(AvFramePtr av, Time pts);

  private:
    int width_;
    int height_;
    PixelFormat format_;
    SwsPtr sws_;
    Colour made_;  // the colour the current sws_ makes
    struct Shape {
        int width, height, format, matrix, range;
        bool operator==(const Shape&) const = default;
    };
    std::optional<Shape> source_;

    void prepare(const AVFrame& av);
};

// Turns and deinterlaces; a frame that needs neither passes untouched. From the first interlaced frame on every frame
// goes through bwdif, which keeps one frame back until it has seen the next.
class Uprighter {
  public:
    Uprighter(std::string turn, AVRational time_base, AVRational sample_aspect)
        : turn_(std::move(turn)), time_base_(time_base), sample_aspect_(sample_aspect) {}

    bool deinterlaces() const noexcept { return deinterlaces_; }
    void push(AvFramePtr frame);
    void finish();
    AvFramePtr pull();  // null when more is needed
    void reset();

  private:
    std::string turn_;
    AVRational time_base_;
    AVRational sample_aspect_;
    bool deinterlaces_ = false;
    std::optional<FilterGraph> graph_;
    int width_ = 0;
    int height_ = 0;
    int format_ = -1;
    std::deque<AvFramePtr> ready_;

    void drain();
};

}  // namespace counterclip::media
