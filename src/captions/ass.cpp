#include "captions/ass.h"

#include <fmt/format.h>

#include "core/utf8.h"

namespace counterclip::captions {

namespace {

// Sizes as parts of the picture's shorter side, so that an upright picture has room for a line of text too.
struct PlaceStyle {
    Place place;
    const char* name;
    double size;             // of a line, ascent to descent
    int alignment;           // as on a number pad: 1 bottom left, 2 bottom centre, 5 middle
    double margin_side;      // part of the width
    double margin_vertical;  // part of the height
    bool bold;
    int box_alpha;  // of the bar behind the text: 0 opaque, 255 none
};
constexpr PlaceStyle styles[] = {
    {Place::caption, "Caption", 0.064, 2, 0.08, 0.05, false, 0x50},
    {Place::lower_third, "LowerThird", 0.066, 1, 0.06, 0.24, true, 0x30},
    {Place::card, "Card", 0.100, 5, 0.10, 0.08, true, 0xFF},
};

const PlaceStyle& style_of(Place place) {
    for (const PlaceStyle& s : styles)
        if (s.place == place) return s;
    return styles[0];
}

int pixels(double part, int whole) {
    return std::max(1, static_cast<int>(part * whole + 0.5));
}

// Time in centiseconds, the only precision ASS has, to the nearest.
std::int64_t centiseconds(Time t) {
    return std::max<std::int64_t>(0, (t.count() + 5'000'000) / 10'000'000);
}

std::string written_time(std::int64_t cs) {
    return fmt::format("{}:{:02}:{:02}.{:02}", cs / 360'000, cs / 6000 % 60, cs / 100 % 60, cs % 100);
}

// An approximate width in ems, enough to know when a word cannot fit a line.
double width_of(char32_t c) {
    return c < 0x1100 ? 0.55 : 1.0;
}

// User text as libass reads it back letter for letter. libass breaks lines at blanks only, so a longer run than
// `ems_a_line` is broken by force.
std::string escaped(std::string_view text, double ems_a_line) {
    constexpr char32_t word_joiner = 0x2060;
    std::string out;
    double run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            out += "\\N";
            run = 0;
            continue;
        }
        if (c == '\t') {
            out += ' ';
            run = 0;
            continue;
        }
        if (c < 0x20 || c == 0x7F) continue;
        run = c == ' ' ? 0 : run + width_of(c);
        if (run > ems_a_line) {
            out += "\\N";
            run = width_of(c);
        }
        if (c == '{' || c == '}') out += '\\';
        append(out, c);
        // Keeps libass from reading a backslash together with the letter after it.
        if (c == '\\') append(out, word_joiner);
    }
    return out;
}

std::string header(int width, int height, std::string_view font) {
    std::string family(font);
    std::ranges::replace_if(
        family, [](unsigned char c) { return c == ',' || c < 0x20; }, ' ');
    std::string out = fmt::format(
        "[Script Info]\nScriptType: v4.00+\nPlayResX: {}\nPlayResY: {}\nWrapStyle: 0\nScaledBorderAndShadow: yes\n"
        "YCbCr Matrix: None\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
        "MarginR, "
        "MarginV, Encoding\n",
        width, height);
    const int side = std::min(width, height);
    for (const PlaceStyle& s : styles) {
        const int size = pixels(s.size, side);
        const bool has_box = s.box_alpha < 0xFF;
        // Border style 4 draws one box around all lines, in the back colour, wider by the shadow. Encoding -1 lets
        // each paragraph run in the direction of its first letter.
        out += fmt::format(
            "Style: "
            "{},{},{},&H00FFFFFF,&H00FFFFFF,&H40000000,&H{:02X}101010,{},0,0,0,100,100,0,0,{},{},{},{},{},{},{},-1\n",
            s.name, family, size, has_box ? s.box_alpha : 0x80, s.bold ? -1 : 0, has_box ? 4 : 1, pixels(0.03, size),
            pixels(has_box ? 0.25 : 0.05, size), s.alignment, pixels(s.margin_side, width),
            pixels(s.margin_side, width), pixels(s.margin_vertical, height));
    }
    return out + "\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";
}

}  // namespace

std::string ass_document(const std::vector<TitledText>& texts, int width, int height, std::string_view font) {
    std::string out = header(width, height, font);
    for (const TitledText& t : texts) {
        const PlaceStyle& s = style_of(t.place);
        const double em = s.size * std::min(width, height) * 0.75;  // a line is higher than its letters are wide
        const std::string text = escaped(t.text, width * (1 - 2 * s.margin_side) / em);
        const auto in = centiseconds(t.range.in);
        const auto out_time = centiseconds(t.range.out);
        if (text.empty() || out_time <= in) continue;
        out += fmt::format("Dialogue: 0,{},{},{},,0,0,0,,{}\n", written_time(in), written_time(out_time), s.name, text);
    }
    return out;
}

}  // namespace counterclip::captions
