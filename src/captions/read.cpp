#include "captions/read.h"

#include <algorithm>

#include <fmt/format.h>

#include "captions/encoding.h"
#include "captions/lines.h"
#include "captions/readers.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

[[noreturn]] void refuse(std::string_view source, std::string_view why) {
    throw Error(fmt::format("read the captions {}", source), why);
}

bool looks_like_json(std::string_view text) {
    const auto first = trimmed(text);
    if (first.starts_with('{')) return first.size() < 2 || !(first[1] >= '0' && first[1] <= '9');
    return first.starts_with('[') && trimmed(first.substr(1)).substr(0, 1).find_first_of("{[]") == 0;
}

Format format_of(std::string_view text, std::string_view source) {
    if (is_blank(text)) refuse(source, "it is empty");
    if (is_vtt(text)) return Format::vtt;
    if (looks_like_json(text)) return Format::json;
    if (looks_like_ass(text)) return Format::ass;
    const auto lines = lines_of(text);
    if (std::ranges::any_of(lines, is_time_line)) return Format::srt;
    if (std::ranges::any_of(lines, begins_with_time)) return Format::plain;
    if (trimmed(text).starts_with('{'))
        refuse(source, "it is MicroDVD, which counts frames; convert it to SubRip (.srt) with the film's frame rate");
    refuse(source,
           "found no cue; expected SubRip (.srt), WebVTT (.vtt), SubStation Alpha (.ass), lines that begin with a time "
           "(0:31 text), or a speech recogniser's JSON");
}

Parsed parsed(Format format, std::string_view text, std::string_view source, std::optional<Time> end) {
    switch (format) {
        case Format::srt:
        case Format::vtt:
            return {parse(text, source), {}};
        case Format::ass:
            return read_ass(text, source);
        case Format::plain:
            return read_plain(text, source, end);
        case Format::json:
            return read_recognised(text, source);
    }
    return {};
}

void sort_by_time(TimedText& text) {
    if (!std::ranges::is_sorted(text.cues, {}, [](const Cue& cue) { return cue.range.in; }))
        text.remarks.emplace_back("its cues are not in the order of time: sorted");
    std::ranges::stable_sort(text.cues, {}, [](const Cue& cue) { return cue.range.in; });
}

// A cue that lasts no time would never be shown, and what it says would be looked for nowhere.
void lengthen_empty(TimedText& text) {
    std::size_t lengthened = 0;
    for (std::size_t n = 0; n < text.cues.size(); ++n) {
        auto& range = text.cues[n].range;
        if (!is_empty(range)) continue;
        ++lengthened;
        range.out = range.in + reading_time(text.cues[n].text);
        if (n + 1 < text.cues.size() && text.cues[n + 1].range.in > range.in)
            range.out = std::min(range.out, text.cues[n + 1].range.in);
        for (auto& word : text.cues[n].words) word.range.out = std::max(word.range.out, word.range.in);
    }
    if (lengthened > 0)
        text.remarks.push_back(fmt::format("{} cues last no time: given as long as reading takes", lengthened));
}

}  // namespace

TimedText read(std::string_view bytes, std::string_view source, const ReadAs& as) {
    if (bytes.empty()) refuse(source, "it is empty");
    auto decoded = as.encoding.empty() ? decode(bytes, source, as.language) : decode_as(bytes, source, as.encoding);
    TimedText text;
    text.encoding = std::move(decoded.encoding);
    text.format = format_of(decoded.text, source);
    auto found = parsed(text.format, decoded.text, source, as.end);
    text.cues = std::move(found.cues);
    text.remarks = std::move(found.remarks);
    std::erase_if(text.cues, [](const Cue& cue) { return is_blank(cue.text); });
    if (text.cues.empty()) refuse(source, "there is no cue in it that says anything");
    sort_by_time(text);
    lengthen_empty(text);
    return text;
}

std::vector<Cue> moved(std::vector<Cue> cues, Time by) {
    const auto move = [&](Range& range) { range = {range.in + by, range.out + by}; };
    for (auto& cue : cues) {
        move(cue.range);
        for (auto& word : cue.words) move(word.range);
    }
    return cues;
}

TimedText fitted(TimedText text, Time length, std::string_view source) {
    std::size_t cut = 0;
    for (std::size_t n = 0; n < text.cues.size(); ++n) {
        auto& cue = text.cues[n];
        if (cue.range.in < Time{} || cue.range.in >= length)
            refuse(source, fmt::format("cue {} at {} is outside of the recording, which lasts {}; is it the right one, "
                                       "and does --offset fit?",
                                       n + 1, format_time(cue.range.in), format_time(length)));
        if (cue.range.out <= length) continue;
        ++cut;
        cue.range.out = length;
        for (auto& word : cue.words) word.range = {std::min(word.range.in, length), std::min(word.range.out, length)};
    }
    if (cut > 0) text.remarks.push_back(fmt::format("{} cues last longer than the recording: cut to it", cut));
    return text;
}

Time reading_time(std::string_view text) {
    constexpr Time a_character = std::chrono::milliseconds(67);
    std::int64_t characters = 0;
    for (std::size_t at = 0; at < text.size();) {
        next_code_point(text, at);
        ++characters;
    }
    return std::max<Time>(std::chrono::seconds(1), a_character * characters);
}

}  // namespace counterclip::captions
