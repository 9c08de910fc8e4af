// Text on the picture: title card, lower-third and captions as one ASS document, drawn by libass (which shapes and
// orders right-to-left scripts).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "captions/cue.h"

namespace counterclip::captions {

enum class Place { caption, lower_third, card };  // bottom centre; bottom left with a bar; middle of the picture

struct TitledText {
    Range range;  // on the clip's clock
    std::string text;
    Place place = Place::caption;
};

// A complete document for a picture of width x height px. Sizes follow the shorter side, so every preset looks alike;
// long text wraps, and a word longer than a line is broken. Each paragraph runs in the direction of its first letter.
// Text is escaped: no user text can act as ASS markup. Times are rounded to the centisecond, which is all that ASS
// keeps. Empty texts and empty ranges are left out. `font` must be installed; libass falls back for missing scripts.
std::string ass_document(const std::vector<TitledText>& texts, int width, int height,
                         std::string_view font = "Noto Sans");

}  // namespace counterclip::captions
