// Text on the picture: cards, lower-third and captions as one ASS document, drawn by libass (which shapes and orders
// right-to-left scripts).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"
#include "captions/look.h"

namespace counterclip::captions {

struct TitledText {
    Range range;  // on the clip's clock
    std::string text;
    Place place = Place::caption;
};

struct Canvas {
    int width = 0;  // px
    int height = 0;
    // Kept free besides the look's safe areas, as parts of height and width: where a player lays its own buttons.
    double room_below = 0;
    double room_right = 0;
};

// A complete document. Long text wraps, and a word longer than a line is broken. Each paragraph runs in the direction
// of its first letter, and is written in the look's font of the script that most of it is in. A caption stands above a
// lower-third that is seen at any time of it. Text is escaped: no user text can act as ASS markup. Times are rounded to
// the centisecond, which is all that ASS keeps. Empty texts and empty ranges are left out. libass falls back to other
// fonts for what a font lacks (glyphs.h).
std::string ass_document(const std::vector<TitledText>& texts, const Canvas& canvas, const Look& look);

// About how many letters of `text` fit a line of captions, rather too few: what is wider wraps.
int letters_a_line(std::string_view text, const Canvas& canvas, const Look& look);

}  // namespace counterclip::captions
