// Small pictures with a caption each, side by side on one sheet: what a person looks at after a machine did.
#pragma once

#include <string>
#include <vector>

#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::faces {

struct MarkedBox {
    Box box;
    bool bad = false;  // red instead of white
};

// What lies about the centre of `about`, four times its size, as a picture of a tile's size; all of the frame where
// `about` is empty. `pixel_aspect`: width of a px over its height.
media::Image tile_picture(const media::Frame& frame, float pixel_aspect, Box about,
                          const std::vector<MarkedBox>& marks);

struct Tile {
    media::Image picture;              // from tile_picture()
    std::vector<std::string> caption;  // up to three short lines; ASCII, all else is drawn as '?'
    bool bad = false;                  // framed in red
};

// Three tiles a row under a title, in the order given.
media::Image contact_sheet(const std::string& title, const std::vector<Tile>& tiles);

}  // namespace counterclip::faces
