// Brings a picture of any size to the size of the clip: scaled to fit, centred, black beside it.
#pragma once

#include "core/time.h"
#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::clip {

// Where a source picture lies in the output, px.
struct Placement {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const Placement&, const Placement&) = default;
};

// The largest place of the source's displayed shape (sample aspect included) in the output, at even positions.
Placement place(int width, int height, Rational sample_aspect, int into_width, int into_height, Rational into_aspect);

// The picture at its place in one of the output's size, format and colour; the same picture where nothing differs.
media::Frame fitted(const media::Frame& frame, const Placement& placement, int into_width, int into_height,
                    media::PixelFormat format, const media::Colour& colour);

// A box of the source where it comes to lie in the output.
faces::Box fitted(faces::Box box, int width, int height, const Placement& placement) noexcept;

// A picture of one colour (studio-range Y, Cb, Cr of 8 bits, brought to the format and range).
media::Frame plain(int width, int height, media::PixelFormat format, const media::Colour& colour, int y, int cb,
                   int cr);

}  // namespace counterclip::clip
