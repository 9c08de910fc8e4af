#include "captions/write.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "captions/lines.h"
#include "captions/readers.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

constexpr std::string_view word_joiner = "\xE2\x81\xA0";  // is not seen, and keeps letters from acting as markup

// Milliseconds where they say all, else every nanosecond.
std::string exact_time(Time t) {
    constexpr std::int64_t ms = 1'000'000;
    const auto text = format_time(t);
    return t.count() % ms == 0 ? text : fmt::format("{}{:06}", text, t.count() % ms);
}

std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < 0x20; }, ' ');
    return line;
}

// Lines of a text without empty ones: those would end a cue, or be lost.
std::vector<std::string_view> shown_lines(std::string_view text) {
    auto lines = lines_of(text);
    std::erase_if(lines, is_blank);
    for (auto& line : lines) line = trimmed(line);
    return lines;
}

std::string ass_text(std::string_view text) {
    std::string out;
    for (const auto line : shown_lines(text)) {
        if (!out.empty()) out += "\\N";
        for (const char c : line) {
            if (c == '{' || c == '}') out += '\\';
            out += c;
            if (c == '\\') out += word_joiner;
        }
    }
    return out;
}

std::string ass_time(Time t) {
    const auto cs = std::max<std::int64_t>(0, (t.count() + 5'000'000) / 10'000'000);
    return fmt::format("{}:{:02}:{:02}.{:02}", cs / 360'000, cs / 6000 % 60, cs / 100 % 60, cs % 100);
}

std::string to_ass(const std::vector<Cue>& cues) {
    std::string out =
        "[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
        "MarginR, MarginV, Encoding\n"
        "Style: Default,Noto Sans,18,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,1,1,2,20,20,16,"
        "-1\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";
    for (const Cue& cue : cues) {
        auto speaker = on_one_line(cue.speaker);
        std::ranges::replace(speaker, ',', ';');
        out += fmt::format("Dialogue: 0,{},{},Default,{},0,0,0,,{}\n", ass_time(cue.range.in), ass_time(cue.range.out),
                           speaker, ass_text(cue.text));
    }
    return out;
}

// What would be read as a speaker is marked as none by a colon at the start (plain_reader.cpp).
std::string plain_text(const Cue& cue) {
    std::string text;
    if (!cue.speaker.empty())
        text = on_one_line(cue.speaker) + ": ";
    else if (cue.text.find(": ") != std::string::npos)
        text = ": ";
    bool first = true;
    for (const auto line : shown_lines(cue.text)) {
        if (!first) text += '\n';
        if (!first && begins_with_time(line)) text += word_joiner;
        text += line;
        first = false;
    }
    return text;
}

std::string to_plain(const std::vector<Cue>& cues) {
    std::string out;
    for (const Cue& cue : cues)
        out += fmt::format("{} - {} {}\n", exact_time(cue.range.in), exact_time(cue.range.out), plain_text(cue));
    return out;
}

std::string to_json(const std::vector<Cue>& cues) {
    auto list = nlohmann::ordered_json::array();
    for (const Cue& cue : cues) {
        nlohmann::ordered_json one{{"in", exact_time(cue.range.in)}, {"out", exact_time(cue.range.out)}};
        if (!cue.speaker.empty()) one["speaker"] = cue.speaker;
        one["text"] = cue.text;
        for (const Word& word : cue.words)
            one["words"].push_back({{"in", exact_time(word.range.in)},
                                    {"out", exact_time(word.range.out)},
                                    {"word", cue.text.substr(word.first, word.length)}});
        list.push_back(std::move(one));
    }
    return nlohmann::ordered_json{{"cues", std::move(list)}}.dump(1) + "\n";
}

}  // namespace

std::string written(const std::vector<Cue>& cues, Format format) {
    switch (format) {
        case Format::srt:
            return to_srt(cues);
        case Format::vtt:
            return to_vtt(cues);
        case Format::ass:
            return to_ass(cues);
        case Format::plain:
            return to_plain(cues);
        case Format::json:
            return to_json(cues);
    }
    return {};
}

}  // namespace counterclip::captions
