// Plain timed text, as people type it: every line that begins with a time begins a cue.
//
//     0:31 Where were you born?
//     [00:00:31] Where were you born?
//     0:31 - 0:35 Interviewer: Where were you born?
//     0:00:31.000,0:00:35.000        (the text on the lines below)
#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include <fmt/format.h>

#include "captions/lines.h"
#include "captions/read.h"
#include "captions/readers.h"
#include "core/error.h"

namespace counterclip::captions {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// How many characters at the start of `text` are a time: "0:31", "00:00:31,250". 0 when there is none: "31 people" and
// "4:5" are text.
std::size_t time_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == 0 || at > 6) return 0;
    int fields = 0;
    while (fields < 2 && at + 2 < text.size() && text[at] == ':' && is_digit(text[at + 1]) && is_digit(text[at + 2])) {
        at += 3;
        ++fields;
    }
    if (fields == 0 || (at < text.size() && is_digit(text[at]))) return 0;
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
        const auto point = at++;
        while (at < text.size() && is_digit(text[at])) ++at;
        // "0:31,0:35": the comma separates two times
        if (at < text.size() && text[at] == ':') return point;
    }
    return at;
}

// Takes what separates two times, or the last time from the text, off the front.
std::string_view without_separator(std::string_view text, bool& is_range) {
    constexpr std::array<std::string_view, 7> separators{"-->", "--", "-", "\xE2\x80\x93", "\xE2\x80\x94", ",", "to "};
    const auto begun = trimmed(text);
    for (const auto separator : separators) {
        if (!begun.starts_with(separator)) continue;
        auto rest = trimmed(begun.substr(separator.size()));
        if (rest.starts_with('[') || rest.starts_with('(')) rest.remove_prefix(1);
        is_range = time_length(rest) > 0;
        return is_range ? rest : text;
    }
    return text;
}

struct Line {
    std::size_t number = 0;
    Time in{};
    std::optional<Time> out;
    std::string text;
};

Time time_at(std::string_view text, std::string_view source, std::size_t number) {
    std::string written(text);
    std::ranges::replace(written, ',', '.');
    try {
        return parse_time(written);
    } catch (const Error& e) {
        fail_at(source, number, fmt::format("begins with no valid time: {}", e.what()));
    }
}

std::string_view after_bracket(std::string_view text) {
    const auto rest = trimmed(text);
    return rest.starts_with(']') || rest.starts_with(')') ? rest.substr(1) : text;
}

Line line_from(std::string_view line, std::string_view source, std::size_t number) {
    Line begun{number, {}, {}, {}};
    auto rest = trimmed(line);
    if (rest.starts_with('-')) fail_at(source, number, "begins before the recording does");
    if (rest.starts_with('[') || rest.starts_with('(')) rest.remove_prefix(1);
    const auto length = time_length(rest);
    begun.in = time_at(rest.substr(0, length), source, number);
    rest = after_bracket(rest.substr(length));
    bool is_range = false;
    rest = without_separator(rest, is_range);
    if (is_range) {
        const auto second = time_length(rest);
        begun.out = time_at(rest.substr(0, second), source, number);
        rest = after_bracket(rest.substr(second));
        if (*begun.out < begun.in) fail_at(source, number, "has no valid times: the cue ends before it begins");
    }
    if (rest.starts_with(':') && rest.size() > 1 && is_digit(rest[1]))
        fail_at(source, number, "counts frames in its time; write parts of a second instead, as in 0:00:31.480");
    if (rest.starts_with(" -") || rest.starts_with("\t-")) rest.remove_prefix(2);  // "0:31 - text"
    begun.text = trimmed(rest);
    return begun;
}

// What stands before a colon and may be who speaks.
std::string_view label_of(std::string_view text) {
    constexpr std::size_t longest = 40;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > longest || colon + 1 >= text.size() || text[colon + 1] != ' ')
        return {};
    const auto label = text.substr(0, colon);
    return std::ranges::count(label, ' ') <= 2 && label.find_first_of(".,!?\n") == std::string_view::npos
               ? label
               : std::string_view();
}

bool is_role(std::string_view label) {
    constexpr std::array<std::string_view, 8> roles{"subject", "interviewer", "translator", "interpreter",
                                                    "guard",   "bystander",   "speaker",    "narrator"};
    std::string small;
    for (const char c : label) small += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return std::ranges::any_of(roles, [&](std::string_view role) { return small.starts_with(role); });
}

// "He said: come" is no speaker; a role is one, and what stands before a colon more than once. A colon at the very
// start says that nobody is named (write.cpp).
void take_speakers(std::vector<Cue>& cues) {
    std::map<std::string, int, std::less<>> labels;
    for (const auto& cue : cues) ++labels[std::string(label_of(cue.text))];
    for (auto& cue : cues) {
        if (cue.text.starts_with(": ")) {
            cue.text.erase(0, 2);
            continue;
        }
        const std::string label(label_of(cue.text));
        if (label.empty() || (!is_role(label) && labels[label] < 2)) continue;
        cue.speaker = label;
        cue.text.erase(0, label.size() + 2);
        cue.text.erase(0, std::min(cue.text.find_first_not_of(" \n"), cue.text.size()));
    }
}

// A line lasts until the next later one begins; the last as long as reading takes.
void close(std::vector<Cue>& cues, const std::vector<bool>& ends_known, std::optional<Time> end) {
    for (std::size_t n = 0; n < cues.size(); ++n) {
        if (ends_known[n]) continue;
        auto& range = cues[n].range;
        const auto later = std::find_if(cues.begin() + static_cast<std::ptrdiff_t>(n) + 1, cues.end(),
                                        [&](const Cue& c) { return c.range.in > range.in; });
        range.out = later != cues.end() ? later->range.in : range.in + reading_time(cues[n].text);
        if (later == cues.end() && end && *end > range.in) range.out = std::min(range.out, *end);
    }
}

}  // namespace

bool begins_with_time(std::string_view line) {
    auto rest = trimmed(line);
    if (rest.starts_with('[') || rest.starts_with('(')) rest.remove_prefix(1);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    return time_length(rest) > 0;
}

Parsed read_plain(std::string_view text, std::string_view source, std::optional<Time> end) {
    std::vector<Line> begun;
    std::size_t before = 0;
    const auto lines = lines_of(text);
    for (std::size_t n = 0; n < lines.size(); ++n) {
        if (begins_with_time(lines[n]))
            begun.push_back(line_from(lines[n], source, n));
        else if (is_blank(lines[n]))
            continue;
        else if (begun.empty())
            ++before;
        else
            begun.back().text.append(begun.back().text.empty() ? "" : "\n").append(trimmed(lines[n]));
    }
    Parsed parsed;
    if (before > 0) parsed.remarks.push_back(fmt::format("left out {} lines before the first time", before));
    const bool ordered = std::ranges::is_sorted(begun, {}, &Line::in);
    if (!ordered) {
        const auto back = std::ranges::is_sorted_until(begun, {}, &Line::in);
        parsed.remarks.push_back(fmt::format("times go back at line {}: sorted", back->number + 1));
        std::ranges::stable_sort(begun, {}, &Line::in);
    }
    std::vector<bool> ends_known;
    for (auto& line : begun) {
        parsed.cues.push_back({{line.in, line.out.value_or(line.in)}, std::move(line.text)});
        ends_known.push_back(line.out.has_value());
    }
    take_speakers(parsed.cues);
    close(parsed.cues, ends_known, end);
    return parsed;
}

}  // namespace counterclip::captions
