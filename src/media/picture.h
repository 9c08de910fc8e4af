// What a Frame is made of, and the room's way between Frames and libav's frames. Private to the media room.
#pragma once

#include "media/frame.h"
#include "media/libav.h"

namespace counterclip::media {

struct Frame::Picture {
    AvFramePtr av;  // yuv420p or yuv420p10, never null
    Time pts{};
};

AVPixelFormat to_av(PixelFormat format) noexcept;
void set_colour(AVFrame& av, const Colour& colour) noexcept;
Colour colour_of(const AVFrame& av) noexcept;
Colour colour_of(const AVCodecParameters& parameters) noexcept;

struct FrameAccess {
    // Takes a frame in one of the two formats (yuvj420p counts as yuv420p of full range) and drops everything that
    // rides along with pixels: closed captions, user data, motion vectors, metadata.
    static Frame wrap(AvFramePtr av, Time pts);
    static const AVFrame& av(const Frame& frame) { return *frame.picture_->av; }
};

}  // namespace counterclip::media
