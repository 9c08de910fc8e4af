#include "captions/cue.h"

#include <cctype>

#include <fmt/format.h>

#include "captions/markup.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

constexpr std::string_view arrow = "-->";

std::vector<std::string_view> lines_of(std::string_view bytes) {
    std::vector<std::string_view> lines;
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        lines.push_back(bytes.substr(0, end));
        const bool two_bytes = bytes.substr(end).starts_with("\r\n");
        bytes.remove_prefix(std::min(end + (two_bytes ? 2 : 1), bytes.size()));
    }
    return lines;
}

bool is_blank(std::string_view line) {
    return std::ranges::all_of(line, [](unsigned char c) { return std::isspace(c) != 0; });
}

bool is_number(std::string_view line) {
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front()))) line.remove_prefix(1);
    return !line.empty() && std::ranges::all_of(line, [](unsigned char c) { return std::isdigit(c) != 0; });
}

// A line with an arrow after a digit says times; "he --> her" is text.
bool is_time_line(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    return line.find(arrow) != std::string_view::npos && first != std::string_view::npos &&
           std::isdigit(static_cast<unsigned char>(line[first]));
}

// SubRip writes a comma where everybody else writes a point; blanks and settings ("align:start", "X1:100") may follow.
Time time_of(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first != std::string_view::npos) text.remove_prefix(first);
    std::string written(text.substr(0, text.find_first_of(" \t")));
    std::ranges::replace(written, ',', '.');
    return parse_time(written);
}

Range range_of(std::string_view line) {
    const auto at = line.find(arrow);
    const Range range{time_of(line.substr(0, at)), time_of(line.substr(at + arrow.size()))};
    if (range.out < range.in) throw Error("read the time line", "the cue ends before it begins");
    return range;
}

// The parser's way through the lines of one file.
class Reading {
  public:
    Reading(std::string_view bytes, std::string_view source) : lines_(lines_of(bytes)), source_(source) {
        dialect_ = !lines_.empty() && is_vtt_signature(lines_.front()) ? Dialect::vtt : Dialect::srt;
        for (std::size_t n = 0; n < lines_.size(); ++n)
            if (first_invalid(lines_[n]) != std::string_view::npos)
                fail(n, "is not UTF-8; save the file as UTF-8 and try again");
    }

    std::vector<Cue> cues() {
        std::vector<Cue> cues;
        std::size_t n = 0;
        while (n < lines_.size()) {
            if (dialect_ == Dialect::vtt && is_block_to_skip(lines_[n])) {
                while (n < lines_.size() && !is_blank(lines_[n])) ++n;
            } else if (is_time_line(lines_[n])) {
                cues.push_back(cue_at(n));
            } else {
                ++n;
            }
        }
        if (cues.empty() && dialect_ == Dialect::srt && !std::ranges::all_of(lines_, is_blank))
            throw Error(fmt::format("read the captions {}", source_),
                        "found no cue; expected SubRip (.srt) or WebVTT (.vtt)");
        return cues;
    }

  private:
    static bool is_vtt_signature(std::string_view line) {
        return line.starts_with("WEBVTT") && (line.size() == 6 || line[6] == ' ' || line[6] == '\t');
    }
    static bool is_block_to_skip(std::string_view line) {
        return line.starts_with("NOTE") || line.starts_with("STYLE") || line.starts_with("REGION");
    }

    [[noreturn]] void fail(std::size_t line, std::string_view wrong) const {
        throw Error(fmt::format("read the captions {}", source_), fmt::format("line {} {}", line + 1, wrong));
    }

    // In WebVTT an empty line ends the cue. SubRip files are written by hand, with empty lines inside of texts and
    // without them between cues, so there only the next time line (and the counter before it) does.
    bool ends_text(std::size_t n) const {
        if (is_time_line(lines_[n])) return true;
        if (dialect_ == Dialect::vtt) return is_blank(lines_[n]);
        return is_number(lines_[n]) && n + 1 < lines_.size() && is_time_line(lines_[n + 1]);
    }

    Cue cue_at(std::size_t& n) const {
        Cue cue;
        try {
            cue.range = range_of(lines_[n]);
        } catch (const Error& e) {
            fail(n, fmt::format("has no valid times: {}", e.what()));
        }
        std::string text;
        for (++n; n < lines_.size() && !ends_text(n); ++n) text.append(lines_[n]).append("\n");
        cue.text = without_markup(text, dialect_);
        return cue;
    }

    std::vector<std::string_view> lines_;
    std::string_view source_;
    Dialect dialect_ = Dialect::srt;
};

// "00:01:02,345": hours have two digits in both formats.
std::string written_time(Time t, char decimal_mark) {
    const std::int64_t ms = std::max<std::int64_t>(0, t.count() / 1'000'000);
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, decimal_mark,
                       ms % 1000);
}

}  // namespace

std::vector<Cue> parse(std::string_view bytes, std::string_view source) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::vector<Cue> cues = Reading(bytes, source).cues();
    std::erase_if(cues, [](const Cue& cue) { return cue.text.empty(); });
    std::ranges::stable_sort(cues, {}, [](const Cue& cue) { return cue.range.in; });
    return cues;
}

std::string to_srt(const std::vector<Cue>& cues) {
    std::string out;
    for (std::size_t n = 0; n < cues.size(); ++n)
        out += fmt::format("{}\n{} --> {}\n{}\n\n", n + 1, written_time(cues[n].range.in, ','),
                           written_time(cues[n].range.out, ','), with_markup_escaped(cues[n].text, Dialect::srt));
    return out;
}

std::string to_vtt(const std::vector<Cue>& cues) {
    std::string out = "WEBVTT\n\n";
    for (const Cue& cue : cues)
        out += fmt::format("{} --> {}\n{}\n\n", written_time(cue.range.in, '.'), written_time(cue.range.out, '.'),
                           with_markup_escaped(cue.text, Dialect::vtt));
    return out;
}

std::vector<Cue> cut(const std::vector<Cue>& cues, Range shown, Time at) {
    std::vector<Cue> moved;
    for (const Cue& cue : cues) {
        const Range kept = intersection(cue.range, shown);
        if (is_empty(kept)) continue;
        moved.push_back({{kept.in - shown.in + at, kept.out - shown.in + at}, cue.text});
    }
    return moved;
}

}  // namespace counterclip::captions
