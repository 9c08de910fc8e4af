#include "captions/cue.h"

#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "captions/lines.h"
#include "captions/markup.h"
#include "captions/readers.h"
#include "captions/words.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

constexpr std::string_view arrow = "-->";

bool is_number(std::string_view line) {
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front()))) line.remove_prefix(1);
    return !line.empty() && std::ranges::all_of(line, [](unsigned char c) { return std::isdigit(c) != 0; });
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

// What stands behind the times and is no setting such as "X1:100" is text, by somebody who forgot the line end.
std::string_view text_after_times(std::string_view line) {
    auto rest = trimmed(line.substr(line.find(arrow) + arrow.size()));
    rest = trimmed(rest.substr(std::min(rest.find_first_of(" \t"), rest.size())));
    const bool is_setting = rest.size() > 3 && std::isalpha(static_cast<unsigned char>(rest.front())) != 0 &&
                            rest.substr(0, rest.find(' ')).find(':') != std::string_view::npos &&
                            rest.substr(0, rest.find(' ')).back() != ':';
    return is_setting ? std::string_view() : rest;
}

// The time in a tag such as <00:01.500>; nothing for other tags.
std::optional<Time> time_in_tag(std::string_view tag) {
    if (tag.size() < 3 || !std::isdigit(static_cast<unsigned char>(tag[1]))) return std::nullopt;
    try {
        return parse_time(tag.substr(1, tag.size() - 2));
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Recognisers write when each word begins as <00:01.500> before it.
std::vector<HeardWord> heard_words(std::string_view marked, Range range) {
    std::vector<HeardWord> heard;
    Time since = range.in;
    std::size_t from = 0;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        if (marked[at] != '<') continue;
        const auto end = marked.find('>', at);
        if (end == std::string_view::npos) break;
        const auto time = time_in_tag(marked.substr(at, end + 1 - at));
        if (!time) continue;
        heard.push_back({{since, *time}, without_markup(marked.substr(from, at - from), Dialect::vtt)});
        since = *time;
        from = end + 1;
    }
    if (!heard.empty()) heard.push_back({{since, range.out}, without_markup(marked.substr(from), Dialect::vtt)});
    return heard;
}

Cue spoken(const Voice& voice, Range range) {
    Cue cue{range, without_markup(voice.marked, Dialect::vtt), voice.speaker};
    place_words(cue, heard_words(voice.marked, range));
    return cue;
}

// The parser's way through the lines of one file.
class Reading {
  public:
    Reading(std::string_view bytes, std::string_view source) : lines_(lines_of(bytes)), source_(source) {
        dialect_ = is_vtt(bytes) ? Dialect::vtt : Dialect::srt;
        for (std::size_t n = 0; n < lines_.size(); ++n)
            if (first_invalid(lines_[n]) != std::string_view::npos)
                fail_at(source_, n, "is not UTF-8; save the file as UTF-8 and try again");
    }

    std::vector<Cue> cues() {
        std::vector<Cue> cues;
        std::size_t n = 0;
        while (n < lines_.size()) {
            if (dialect_ == Dialect::vtt && is_block_to_skip(lines_[n])) {
                while (n < lines_.size() && !is_blank(lines_[n])) ++n;
            } else if (is_time_line(lines_[n])) {
                add_cues_at(n, cues);
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
    static bool is_block_to_skip(std::string_view line) {
        return line.starts_with("NOTE") || line.starts_with("STYLE") || line.starts_with("REGION");
    }

    // In WebVTT an empty line ends the cue. SubRip files are written by hand, with empty lines inside of texts and
    // without them between cues, so there only the next time line (and the counter before it) does.
    bool ends_text(std::size_t n) const {
        if (is_time_line(lines_[n])) return true;
        if (dialect_ == Dialect::vtt) return is_blank(lines_[n]);
        return is_number(lines_[n]) && n + 1 < lines_.size() && is_time_line(lines_[n + 1]);
    }

    void add_cues_at(std::size_t& n, std::vector<Cue>& cues) const {
        Range range;
        std::string text;
        try {
            range = range_of(lines_[n]);
        } catch (const Error& e) {
            fail_at(source_, n, fmt::format("has no valid times: {}", e.what()));
        }
        if (dialect_ == Dialect::srt) text.append(text_after_times(lines_[n])).append("\n");
        for (++n; n < lines_.size() && !ends_text(n); ++n) text.append(lines_[n]).append("\n");
        if (dialect_ == Dialect::srt)
            cues.push_back({range, without_markup(text, dialect_)});
        else
            for (const Voice& voice : voices(text)) cues.push_back(spoken(voice, range));
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

// A line with an arrow after a digit says times; "he --> her" is text.
bool is_time_line(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('-')) line.remove_prefix(1);
    return line.find(arrow) != std::string_view::npos && std::isdigit(static_cast<unsigned char>(line.front())) != 0;
}

bool is_vtt(std::string_view text) {
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    return line.starts_with("WEBVTT") && (line.size() == 6 || line[6] == ' ' || line[6] == '\t');
}

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
        out += fmt::format("{} --> {}\n{}{}\n\n", written_time(cue.range.in, '.'), written_time(cue.range.out, '.'),
                           voice_tag(cue.speaker), with_markup_escaped(cue.text, Dialect::vtt));
    return out;
}

std::vector<Cue> cut(const std::vector<Cue>& cues, Range shown, Time at) {
    std::vector<Cue> moved;
    const auto place = [&](Range range) { return Range{range.in - shown.in + at, range.out - shown.in + at}; };
    for (const Cue& cue : cues) {
        const Range kept = intersection(cue.range, shown);
        if (is_empty(kept)) continue;
        Cue cut{place(kept), cue.text, cue.speaker};
        for (const Word& word : cue.words) {
            const Range heard = intersection(word.range, shown);
            if (!is_empty(heard)) cut.words.push_back({place(heard), word.first, word.length});
        }
        moved.push_back(std::move(cut));
    }
    return moved;
}

}  // namespace counterclip::captions
