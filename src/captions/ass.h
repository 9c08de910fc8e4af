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

// A complete document for a picture of width x height px; sizes follow the height, so every preset looks alike. Text is
// escaped: no user text can act as ASS markup. `font` must be installed; libass falls back for missing scripts.
std::string ass_document(const std::vector<TitledText>& texts, int width, int height,
                         std::string_view font = "Noto Sans");

}  // namespace counterclip::captions
