// An ellipse laid over the samples of a frame: which samples are wholly hidden, and which the feather touches.
//
// Inside means: any part of the pixel touches the ellipse. A chroma sample is inside when any luma pixel that it may
// have been made from does (three by three around it, which covers every chroma location of 4:2:0), so that no colour
// of the face remains either. Everything that decides what may be read (P2) goes through these rows and no other test.
#pragma once

#include <vector>

#include "faces/mask.h"

namespace counterclip::faces {

// Samples begin..end-1 of one row.
struct Span {
    int begin = 0;
    int end = 0;
    bool empty() const noexcept { return end <= begin; }
    bool has(int x) const noexcept { return begin <= x && x < end; }
};

// One ellipse in one plane, clipped to it. `touched` always holds `inside`.
struct Rows {
    int top = 0;  // row of the first span
    std::vector<Span> inside;
    std::vector<Span> touched;  // inside and feather

    int bottom() const noexcept { return top + static_cast<int>(touched.size()); }
    bool is_inside(int x, int y) const noexcept {
        return y >= top && y < bottom() && inside[static_cast<std::size_t>(y - top)].has(x);
    }
};

// Distance from the centre in units of the ellipse: r^2 = a dx^2 + 2 b dx dy + c dy^2, in px of one plane.
struct Quadric {
    float cx = 0;
    float cy = 0;
    float a = 0;
    float b = 0;
    float c = 0;
};

struct Shape {
    Ellipse ellipse;  // a px larger than the one given: every pixel it touches has its centre in here
    float reach = 1;  // r where the feather ends, in units of the ellipse; 1 is its rim
    Rows luma;
    Rows chroma;
    const Rows& rows(int plane) const noexcept { return plane == 0 ? luma : chroma; }
};

// Lays `ellipse` over a frame of width by height px with a feather of `feather` times its size. Keeps the buffers of
// `shape`. The ellipse must be finite (see is_usable).
void lay_out(Shape& shape, const Ellipse& ellipse, float feather, int width, int height);

// All numbers finite: anything else cannot be drawn, and the caller hides the frame whole.
bool is_usable(const Ellipse& ellipse) noexcept;

// Of the shape's ellipse, in the pixels of luma (plane 0) or chroma.
Quadric quadric(const Shape& shape, int plane) noexcept;

// Whether a sample lies inside any of the shapes: it must not be read by anything that the veil is made of.
bool is_hidden(const std::vector<Shape>& shapes, int plane, int x, int y) noexcept;

}  // namespace counterclip::faces
