#include "captions/markup.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "captions/lines.h"
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

std::vector<Voice> voices(std::string_view marked) {
    std::vector<Voice> all;
    std::string speaker;
    std::size_t from = 0;
    const auto end_voice = [&](std::size_t at) {
        const auto said = marked.substr(from, at - from);
        if (without_markup(said, Dialect::vtt).empty()) return;
        // The same voice goes on after a line end or an empty tag.
        if (!all.empty() && all.back().speaker == speaker)
            all.back().marked = marked.substr(static_cast<std::size_t>(all.back().marked.data() - marked.data()),
                                              at - static_cast<std::size_t>(all.back().marked.data() - marked.data()));
        else
            all.push_back({speaker, said});
    };
    for (std::size_t at = 0; at < marked.size();) {
        const auto rest = marked.substr(at);
        const auto length = rest.front() == '<' ? tag_length(rest) : 0;
        const bool opens = length > 0 && rest.size() > 2 && rest[1] == 'v' && (rest[2] == ' ' || rest[2] == '.');
        const bool closes = rest.starts_with("</v>");
        if (!opens && !closes) {
            at += std::max<std::size_t>(1, length);
            continue;
        }
        end_voice(at);
        const auto tag = rest.substr(0, closes ? 4 : length);
        const auto name = opens ? tag.substr(std::min(tag.find(' '), tag.size() - 1)) : std::string_view();
        speaker = opens ? without_markup(trimmed(name.substr(0, name.size() - 1)), Dialect::vtt) : "";
        at += tag.size();
        from = at;
    }
    end_voice(marked.size());
    return all;
}

std::string voice_tag(std::string_view speaker) {
    if (speaker.empty()) return {};
    std::string name = with_markup_escaped(speaker, Dialect::vtt);
    std::ranges::replace(name, '\n', ' ');
    return "<v " + name + ">";
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
