// (Advanced) SubStation Alpha as editors of subtitles write it: what is said, by whom, when. Looks and drawings stay
// out.
#include <algorithm>

#include <fmt/format.h>

#include "captions/lines.h"
#include "captions/readers.h"
#include "core/error.h"

namespace counterclip::captions {

namespace {

constexpr std::string_view dialogue = "Dialogue:";
constexpr std::string_view format = "Format:";

std::vector<std::string_view> fields_of(std::string_view list, std::size_t at_most) {
    std::vector<std::string_view> fields;
    while (fields.size() + 1 < at_most) {
        const auto comma = list.find(',');
        if (comma == std::string_view::npos) break;
        fields.push_back(trimmed(list.substr(0, comma)));
        list.remove_prefix(comma + 1);
    }
    fields.push_back(list);
    return fields;
}

// Which field of a dialogue line says what; those of version 4+ unless a format line says otherwise. The text is last.
struct Columns {
    std::size_t count = 10;
    std::size_t start = 1;
    std::size_t end = 2;
    std::size_t name = 4;

    static Columns from(std::string_view line, std::string_view source, std::size_t number) {
        auto names = fields_of(line, line.size());
        for (auto& name : names) name = trimmed(name);
        const auto at = [&](std::string_view name) {
            return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        };
        Columns columns{names.size(), at("Start"), at("End"), std::min(at("Name"), at("Actor"))};
        if (columns.start == names.size() || columns.end == names.size() || names.back() != "Text")
            fail_at(source, number, "names no columns Start, End and, last, Text");
        return columns;
    }
};

// Whether the override tags in `braces` begin or end a drawing: "\p1" ... "\p0".
void follow_drawing(std::string_view braces, bool& drawing) {
    for (auto at = braces.find("\\p"); at != std::string_view::npos; at = braces.find("\\p", at + 2))
        if (at + 2 < braces.size() && braces[at + 2] >= '0' && braces[at + 2] <= '9') drawing = braces[at + 2] != '0';
}

// What is read on the picture: override tags and comments in braces are not, nor are drawings.
std::string shown_text(std::string_view written) {
    constexpr std::string_view word_joiner = "\xE2\x81\xA0";  // behind a backslash that is text (ass.h)
    std::string text;
    bool drawing = false;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const auto rest = written.substr(at);
        if (rest.front() == '{' && rest.find('}') != std::string_view::npos) {
            const auto end = rest.find('}');
            follow_drawing(rest.substr(0, end), drawing);
            at += end;
        } else if (drawing) {
            continue;
        } else if (rest.starts_with("\\N") || rest.starts_with("\\n")) {
            text += '\n';
            ++at;
        } else if (rest.starts_with("\\h")) {
            text += ' ';
            ++at;
        } else if (rest.starts_with("\\{") || rest.starts_with("\\}")) {
            text += rest[1];
            ++at;
        } else {
            text += rest.front();
            if (rest.front() == '\\' && rest.substr(1).starts_with(word_joiner)) at += word_joiner.size();
        }
    }
    std::string tidy;
    for (const auto line : lines_of(text)) {
        if (is_blank(line)) continue;
        if (!tidy.empty()) tidy += '\n';
        tidy += trimmed(line);
    }
    return tidy;
}

Cue cue_from(std::string_view line, const Columns& columns, std::string_view source, std::size_t number) {
    const auto fields = fields_of(line, columns.count);
    if (fields.size() < columns.count) fail_at(source, number, "has fewer fields than its format names");
    Cue cue;
    try {
        cue.range = {parse_time(fields[columns.start]), parse_time(fields[columns.end])};
    } catch (const Error& e) {
        fail_at(source, number, fmt::format("has no valid times: {}", e.what()));
    }
    if (cue.range.out < cue.range.in) fail_at(source, number, "has no valid times: the cue ends before it begins");
    if (columns.name < columns.count) cue.speaker = fields[columns.name];
    cue.text = shown_text(fields.back());
    return cue;
}

}  // namespace

bool looks_like_ass(std::string_view text) {
    const auto first = trimmed(text);
    return first.starts_with("[Script Info]") || first.starts_with("[Events]") || first.starts_with(dialogue) ||
           (first.starts_with(';') && text.find("[Script Info]") != std::string_view::npos);
}

Parsed read_ass(std::string_view text, std::string_view source) {
    Parsed parsed;
    Columns columns;
    bool in_events = false;
    const auto lines = lines_of(text);
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const auto line = trimmed(lines[n]);
        if (line.starts_with('['))
            in_events = line == "[Events]";
        else if (in_events && line.starts_with(format))
            columns = Columns::from(line.substr(format.size()), source, n);
        else if (line.starts_with(dialogue))
            parsed.cues.push_back(cue_from(line.substr(dialogue.size()), columns, source, n));
    }
    return parsed;
}

}  // namespace counterclip::captions
