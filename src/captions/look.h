// How cards, captions and lower-thirds are drawn: a template. Some come with the program; an archive has its own as
// looks/NAME.json, with a logo beside it (docs/looks.md has every field).
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace counterclip::captions {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    std::uint8_t opacity = 255;  // 0 = not seen
    friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Place { caption, lower_third, card };
enum class Side { left, centre, right };
enum class Height { top, middle, bottom };

// One kind of text. Sizes are parts of the picture's shorter side, so that every preset looks alike.
struct TextLook {
    double size = 0.064;  // of a line, ascent to descent
    Colour colour{255, 255, 255};
    Colour box{16, 16, 16, 0};  // behind the text; opacity 0 = none, the letters get an outline instead
    bool bold = false;
    Side side = Side::centre;
    Height height = Height::bottom;
};

enum class Corner { top_left, top_right, bottom_left, bottom_right };

struct Logo {
    std::filesystem::path file;  // PNG; what is transparent stays so
    std::string sha256;          // of the file
    Corner corner = Corner::top_right;
    double size = 0.12;  // its height, of the picture's shorter side
    bool on_cards_only = false;
};

// What a script is written in where the look's own font is not for it. Fonts of one size differ in how large their
// letters are: `scale` makes them equal beside Latin ones.
struct ScriptFont {
    std::string family;
    double scale = 1;
    friend bool operator==(const ScriptFont&, const ScriptFont&) = default;
};

struct Look {
    std::string name;
    std::string description;
    std::string font = "Noto Sans";
    std::map<std::string, ScriptFont> fonts;  // by ISO 15924 script: "Arab"
    TextLook caption, lower_third, card;
    // What stays free along each edge, of width and height: nothing of captions and logos lies outside the action-safe
    // area, nothing of cards and lower-thirds outside the title-safe one.
    double action_safe = 0.05;
    double title_safe = 0.10;
    std::optional<Colour> card_background;  // none = the program's dark slate
    std::optional<Logo> logo;
    Time card_length = std::chrono::seconds(3);
    Time end_card_length = std::chrono::seconds(3);
    Time lower_third_length = std::chrono::seconds(5);
    std::string sha256;  // of all of this: what a render was made with

    const TextLook& of(Place place) const;
};

// That come with the program; `plain` is the first.
const std::vector<Look>& built_in_looks();

// Throws Error naming `source` and the field: unknown fields, sizes out of bounds, colours that are none. What is not
// named is as in `plain`. A logo's file is `folder` / its name, and must be there.
Look parse_look(std::string_view json, const std::string& name, const std::string& source,
                const std::filesystem::path& folder);

}  // namespace counterclip::captions
