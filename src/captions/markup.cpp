#include "captions/markup.h"

#include <array>
#include <cctype>

#include "core/utf8.h"

namespace counterclip::captions {

namespace {

struct Reference {
    std::string_view written;
    char32_t meant;
};
// Those of the WebVTT standard, and the apostrophe and quotes that converters write.
constexpr std::array<Reference, 8> references{{{"&amp;", '&'},
                                               {"&lt;", '<'},
                                               {"&gt;", '>'},
                                               {"&nbsp;", 0xA0},
                                               {"&lrm;", 0x200E},
                                               {"&rlm;", 0x200F},
                                               {"&quot;", '"'},
                                               {"&#39;", '\''}}};

// The length of a tag at the start of `text`, 0 when there is none: "a < b" is text.
std::size_t tag_length(std::string_view text) {
    if (text.starts_with("{\\")) {
        const auto end = text.find('}');
        return end == std::string_view::npos ? 0 : end + 1;
    }
    if (!text.starts_with('<') || text.size() < 3) return 0;
    const auto first = static_cast<unsigned char>(text[1] == '/' ? text[2] : text[1]);
    if (!std::isalnum(first) && !text.starts_with("</>")) return 0;
    const auto end = text.find_first_of("<>", 1);
    return end == std::string_view::npos || text[end] == '<' ? 0 : end + 1;
}

const Reference* reference_at(std::string_view text) {
    for (const Reference& r : references)
        if (text.starts_with(r.written)) return &r;
    return nullptr;
}

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view blanks = " \t\r\f\v";
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

// Trims every line and drops empty ones: an empty line would end a cue.
std::string tidy(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        if (!line.empty()) {
            if (!out.empty()) out += '\n';
            out += line;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace

std::string without_markup(std::string_view text, Dialect dialect) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (const std::size_t tag = tag_length(rest)) {
            at += tag;
            continue;
        }
        if (dialect == Dialect::vtt && rest.front() == '&') {
            if (const Reference* r = reference_at(rest)) {
                append(plain, r->meant);
                at += r->written.size();
                continue;
            }
        }
        if (rest.front() != '\0') plain += rest.front();
        ++at;
    }
    return tidy(plain);
}

std::string with_markup_escaped(std::string_view text, Dialect dialect) {
    const std::string lines = tidy(text);
    std::string out;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const char c = lines[at];
        if (dialect == Dialect::vtt && c == '&') {
            out += "&amp;";
        } else if (dialect == Dialect::vtt && c == '<') {
            out += "&lt;";
        } else if (dialect == Dialect::vtt && c == '>') {
            out += "&gt;";
        } else if (tag_length(std::string_view(lines).substr(at)) > 0) {
            // SubRip knows no escape: a word joiner, which is not seen, keeps this from being a tag.
            out += c;
            append(out, 0x2060);
        } else if (dialect == Dialect::srt && std::string_view(lines).substr(at).starts_with("-->")) {
            append(out, 0x2192);  // an arrow, which no reader takes for a time line
            at += 2;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace counterclip::captions
