#include "captions/ass.h"

#include <fmt/format.h>

#include "captions/glyphs.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

const char* name_of(Place place) {
    return place == Place::caption ? "Caption" : place == Place::lower_third ? "LowerThird" : "Card";
}

int pixels(double part, int whole) {
    return std::max(1, static_cast<int>(part * whole + 0.5));
}

// One kind of text on one canvas, in px.
struct Layout {
    int size = 0;
    int outline = 0;
    int around = 0;  // how far the box reaches over the text
    int left = 0, right = 0, vertical = 0;
    int room = 0;  // for a line of text
};

Layout layout_of(Place place, const Canvas& canvas, const Look& look) {
    const TextLook& text = look.of(place);
    Layout l;
    l.size = pixels(text.size, std::min(canvas.width, canvas.height));
    l.outline = pixels(text.box.opacity ? 0.03 : 0.06, l.size);
    l.around = text.box.opacity ? pixels(0.25, l.size) : l.outline;
    const double safe = place == Place::caption ? look.action_safe : look.title_safe;
    l.left = pixels(safe, canvas.width) + l.around;
    l.right = pixels(std::max(safe, canvas.room_right), canvas.width) + l.around;
    l.vertical =
        pixels(text.height == Height::bottom ? std::max(safe, canvas.room_below) : safe, canvas.height) + l.around;
    l.room = std::max(1, canvas.width - l.left - l.right);
    return l;
}

// As on a number pad: 1 bottom left ... 9 top right.
int alignment(const TextLook& text) {
    const int row = text.height == Height::bottom ? 0 : text.height == Height::middle ? 3 : 6;
    return row + 1 + static_cast<int>(text.side);
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
    const bool is_wide = c == U'W' || c == U'M' || c == U'@' || c == U'%' || c == U'm' || c == U'w';
    const bool is_capital = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F);
    return is_wide || c >= 0x1100 ? 1.0 : is_capital ? 0.75 : 0.55;
}

// How one text is written: in a script's own font, where the words of European scripts among it keep theirs.
struct Writing {
    std::string to_european;  // override tags; empty = one font for all
    std::string to_own;
    bool leftwards = false;
};

// User text as libass reads it back letter for letter. libass breaks lines at blanks only, so a longer run than
// `ems_a_line` is broken by force.
std::string escaped(std::string_view text, double ems_a_line, const Writing& writing) {
    constexpr char32_t word_joiner = 0x2060, right_to_left_mark = 0x200F;
    std::string out;
    bool european = false;
    // A paragraph that begins with a foreign word still runs the way the most of it does.
    const auto begin_paragraph = [&] {
        if (writing.leftwards) append(out, right_to_left_mark);
    };
    begin_paragraph();
    double run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            out += "\\N";
            begin_paragraph();
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
            begin_paragraph();
            run = width_of(c);
        }
        if (!writing.to_own.empty() && c != ' ' && is_european(c) != european) {
            european = !european;
            out += european ? writing.to_european : writing.to_own;
        }
        if (c == '{' || c == '}') out += '\\';
        append(out, c);
        // Keeps libass from reading a backslash together with the letter after it.
        if (c == '\\') append(out, word_joiner);
    }
    return out;
}

// A family as one field of a style or tag: no comma, no line end, no markup.
std::string as_field(std::string family) {
    std::ranges::replace_if(
        family, [](unsigned char c) { return c == ',' || c == '{' || c == '}' || c == '\\' || c < 0x20; }, ' ');
    return family;
}

// "&HAABBGGRR", where AA counts from opaque to clear.
std::string written(const Colour& c) {
    return fmt::format("&H{:02X}{:02X}{:02X}{:02X}", 255 - c.opacity, c.blue, c.green, c.red);
}

std::string style(const std::string& name, const ScriptFont& font, const TextLook& text, const Layout& l) {
    const bool has_box = text.box.opacity > 0;
    const Colour back = has_box ? text.box : Colour{16, 16, 16, 127};
    // Border style 4 draws one box around all lines, in the back colour, wider by the shadow. Encoding -1 lets each
    // paragraph run in the direction of its first letter.
    return fmt::format("Style: {},{},{},{},{},&H40000000,{},{},0,0,0,100,100,0,0,{},{},{},{},{},{},{},-1\n", name,
                       as_field(font.family), pixels(font.scale, l.size), written(text.colour), written(text.colour),
                       written(back), text.bold ? -1 : 0, has_box ? 4 : 1, l.outline, has_box ? l.around : 0,
                       alignment(text), l.left, l.right, l.vertical);
}

std::string style_name(Place place, const std::string& script, const Look& look) {
    return std::string(name_of(place)) + (look.fonts.contains(script) ? script : "");
}

std::string header(const Canvas& canvas, const Look& look) {
    std::string out = fmt::format(
        "[Script Info]\nScriptType: v4.00+\nPlayResX: {}\nPlayResY: {}\nWrapStyle: 0\nScaledBorderAndShadow: yes\n"
        "YCbCr Matrix: None\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
        "MarginR, MarginV, Encoding\n",
        canvas.width, canvas.height);
    for (const auto place : {Place::caption, Place::lower_third, Place::card}) {
        const auto layout = layout_of(place, canvas, look);
        out += style(name_of(place), {look.font, 1}, look.of(place), layout);
        for (const auto& [script, font] : look.fonts)
            out += style(style_name(place, script, look), font, look.of(place), layout);
    }
    return out + "\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";
}

double scale_of(const std::string& text, const Look& look) {
    const auto own = look.fonts.find(script_of(text));
    return own == look.fonts.end() ? 1 : own->second.scale;
}

Writing writing_of(const std::string& text, const Layout& l, const Look& look) {
    const auto script = script_of(text);
    Writing writing;
    writing.leftwards = runs_leftwards(script);
    const auto own = look.fonts.find(script);
    if (own == look.fonts.end()) return writing;
    writing.to_european = fmt::format("{{\\fn{}\\fs{}}}", as_field(look.font), l.size);
    writing.to_own = fmt::format("{{\\fn{}\\fs{}}}", as_field(own->second.family), pixels(own->second.scale, l.size));
    return writing;
}

// An em of a face is about three quarters of a line's height.
double ems_a_line(const Layout& l) {
    return l.room / (0.75 * l.size);
}

// How many lines it takes at most, as far as can be known without the font.
int lines_of(const std::string& text, double ems) {
    int lines = 1;
    double run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        run = c == '\n' ? 0 : run + width_of(c) * 1.25;  // lines are not filled to their ends
        if (c == '\n' || run > ems) ++lines, run = c == '\n' ? 0 : width_of(c);
    }
    return lines;
}

// Where a caption must stand so that it is above every lower-third seen at any time of it; 0 = at its usual height.
int above_lower_thirds(const TitledText& caption, const std::vector<TitledText>& texts, const Canvas& canvas,
                       const Look& look) {
    if (caption.place != Place::caption || look.caption.height != Height::bottom ||
        look.lower_third.height != Height::bottom)
        return 0;
    const auto lower = layout_of(Place::lower_third, canvas, look), own = layout_of(Place::caption, canvas, look);
    int above = 0;
    for (const auto& t : texts)
        if (t.place == Place::lower_third && !t.text.empty() && overlaps(t.range, caption.range))
            above = std::max(
                above, lower.vertical +
                           static_cast<int>(lines_of(t.text, ems_a_line(lower)) * lower.size * scale_of(t.text, look)) +
                           lower.around + own.around + own.size / 4);
    return above > own.vertical ? above : 0;
}

}  // namespace

std::string ass_document(const std::vector<TitledText>& texts, const Canvas& canvas, const Look& look) {
    std::string out = header(canvas, look);
    for (const TitledText& t : texts) {
        if (t.text.empty()) continue;
        const auto layout = layout_of(t.place, canvas, look);
        const std::string text = escaped(t.text, ems_a_line(layout), writing_of(t.text, layout, look));
        const auto in = centiseconds(t.range.in);
        const auto out_time = centiseconds(t.range.out);
        if (text.empty() || out_time <= in) continue;
        out +=
            fmt::format("Dialogue: 0,{},{},{},,0,0,{},,{}\n", written_time(in), written_time(out_time),
                        style_name(t.place, script_of(t.text), look), above_lower_thirds(t, texts, canvas, look), text);
    }
    return out;
}

int letters_a_line(std::string_view text, const Canvas& canvas, const Look& look) {
    constexpr double arabic = 0.3;  // joined letters are narrow: 0.28 on average in Noto Naskh Arabic
    const auto is_arabic = [](char32_t c) { return (c >= 0x600 && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFEFF); };
    double ems = 0;
    int letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters) {
        const char32_t c = next_code_point(text, at);
        ems += is_arabic(c) ? arabic : width_of(c);
    }
    const double each = letters > 0 ? ems / letters : 1;
    const double room = ems_a_line(layout_of(Place::caption, canvas, look)) / scale_of(std::string(text), look);
    return std::max(1, static_cast<int>(room / each));
}

}  // namespace counterclip::captions
