// Brings a picture of any size to the size of the clip: scaled to fit, centred, black beside it; or a part of it,
// which fills the clip (framing.h).
#pragma once

#include "core/time.h"
#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::clip {

// A part of a source picture, px at even positions; no width = all of it.
struct Cut {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const Cut&, const Cut&) = default;
};

// Where a source picture lies in the output, px.
struct Placement {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    Cut part{};  // of the source, that lies there
    friend bool operator==(const Placement&, const Placement&) = default;
};

// The largest place of the source's displayed shape (sample aspect included) in the output, at even positions.
Placement place(int width, int height, Rational sample_aspect, int into_width, int into_height, Rational into_aspect);

// The picture at its place in one of the output's size, format and colour; the same picture where nothing differs.
media::Frame fitted(const media::Frame& frame, const Placement& placement, int into_width, int into_height,
                    media::PixelFormat format, const media::Colour& colour);

// output = origin + scale * source, for a source picture of width x height px. All that is known of the source's px is
// brought to the output's through here, and back.
struct Mapping {
    float x = 0, y = 0, scale_x = 1, scale_y = 1;
};
Mapping mapping(int width, int height, const Placement& placement) noexcept;

// A box of the source where it comes to lie in the output; outside of it where only a part of the source is shown.
faces::Box fitted(faces::Box box, int width, int height, const Placement& placement) noexcept;
// And back.
faces::Box in_source(faces::Box box, int width, int height, const Placement& placement) noexcept;

// A picture of one colour (studio-range Y, Cb, Cr of 8 bits, brought to the format and range).
media::Frame plain(int width, int height, media::PixelFormat format, const media::Colour& colour, int y, int cb,
                   int cr);

}  // namespace counterclip::clip
