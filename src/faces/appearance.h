// What a head looks like, coarsely: its colours on a grid, the light taken out. Tells two people apart who cross in one
// scene; far too little to know anybody by, and never stored.
#pragma once

#include <array>

#include "faces/picture.h"

namespace counterclip::faces {

struct Appearance {
    static constexpr int columns = 4, rows = 5;
    std::array<float, std::size_t{3} * columns * rows> colours{};  // B, G, R of each cell over the mean of all
    bool known = false;                                            // false: too dark to tell
};

// Of the head about a face box: hair and collar are part of it.
Appearance appearance_of(const Picture& picture, Box face);
// Mean difference of the colours, 0 = the same; 0 as well where one is unknown.
float unlikeness(const Appearance& a, const Appearance& b);
// `now` drawn a little into `before`: what a face looked like lately.
Appearance blended(const Appearance& before, const Appearance& now);

}  // namespace counterclip::faces
