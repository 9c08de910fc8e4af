#include "captions/format.h"

#include "core/words.h"

namespace counterclip::captions {

namespace {

constexpr Words<5> formats{"caption format", {"srt", "vtt", "ass", "plain", "json"}};

}  // namespace

std::string to_string(Format format) {
    return word(formats, format);
}

Format format_from(std::string_view text) {
    return value<Format>(formats, text);
}

Format format_of_file(std::string_view name) {
    const auto dot = name.rfind('.');
    const auto ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    if (ending == "txt") return Format::plain;
    if (ending == "ssa") return Format::ass;
    for (const auto format : {Format::srt, Format::vtt, Format::ass, Format::json})
        if (ending == to_string(format)) return format;
    throw Error(fmt::format("write {}", name),
                "its ending stands for no caption format; expected .srt, .vtt, .ass, "
                ".txt or .json",
                ErrorKind::usage);
}

}  // namespace counterclip::captions
