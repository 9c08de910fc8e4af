// How much of a face can still be made out in a finished picture: the measures of the proof on the output.
#pragma once

#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::faces {

// Share of the textured blocks in the middle 80 % of `box` whose pixels in `output` still follow those of `source`:
// blocks less their best plane (shading); visible when they correlate by more than 0.7 at more than a quarter of the
// source's strength. A face without any textured block: 1 when the mean difference is below 4 grey levels, else 0.
// Both frames have the same size; luma only, 8-bit scale. 0..1.
float visible_share(const media::Frame& source, const media::Frame& output, Box box);

// What visible_share() counts. `texture`: the deviation, in grey levels, from which a block counts as textured; 3
// there.
struct Blocks {
    int textured = 0;
    int seen = 0;
};
Blocks visible_blocks(const media::Frame& source, const media::Frame& output, Box box, float texture = 3);

// Whether the middle of `box` holds any textured block: on blank paper or a bare wall there is nothing to make out, and
// a good mask looks like what it hides.
bool has_texture(const media::Frame& source, Box box);

// Whether the coarse shape or the colour of the middle 80 % of `box` in `output` follows that of `source`: means on a
// grid of at most 8 x 8, less their best quadratic surface, of luma and of both colour differences; they follow when
// they correlate by more than 0.7 at more than a quarter of the source's strength. Finds what leaves no block and still
// is a likeness: a strong blur, large pixels, a face in the colours alone.
bool follows_coarsely(const media::Frame& source, const media::Frame& output, Box box);

// How much stands out in the middle 80 % of `box`, whatever it shows: the deviation, in grey levels, of a coarse grid
// of luma means from their best quadratic surface. A veil is smooth (below 2), a face has eyes, a nose and a mouth.
float relief(const media::Frame& picture, Box box);
// The same of what `picture` has more than `other` of the same size: how far it is from being that picture.
float relief(const media::Frame& picture, const media::Frame& other, Box box);

}  // namespace counterclip::faces
