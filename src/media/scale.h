// Small packed pictures from frames, straight from YUV in one pass (swscale): for detectors, thumbnails, posters.
#pragma once

#include <memory>

#include "media/frame.h"

namespace counterclip::media {

// Scales frames of one size to one size; keeps its tables between calls. One thread at a time.
class Scaler {
  public:
    Scaler(int width, int height);  // of the picture to make, px
    ~Scaler();
    Scaler(Scaler&&) noexcept;

    // BGR of the whole frame, or of the part (x, y, w, h in px of the frame, clipped to it, moved to even positions).
    const Image& to_bgr(const Frame& frame);
    const Image& to_bgr(const Frame& frame, int x, int y, int w, int h);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// A frame of another size, format kept (bicubic); for parts that differ in size from their clip.
Frame resized(const Frame& frame, int width, int height);

// A frame brought to a size, format and colour (range and matrix converted; unspecified is taken as equal to the
// other's). The same frame, shared, where nothing differs.
Frame converted(const Frame& frame, int width, int height, PixelFormat format, const Colour& colour);

}  // namespace counterclip::media
