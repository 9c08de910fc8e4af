#include "archive/text_limits.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::archive {

namespace {

bool is_line_end(char32_t c) {
    return c == U'\n' || c == U'\r';
}

// C0, DEL and C1: a terminal obeys them, a subtitle shows boxes for them, and a search for names stumbles over them.
bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace

void require_text(std::string_view doing, const TextLimit& limit, std::string_view text) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        const auto c = next_code_point(text, at);
        if (is_control(c) && !is_line_end(c))
            throw Error(doing,
                        fmt::format("the {} holds a control character (U+{:04X}) in place {}; write it anew without",
                                    limit.what, static_cast<unsigned>(c), characters + 1),
                        ErrorKind::usage);
    }
    if (characters > limit.characters)
        throw Error(doing,
                    fmt::format("the {} has {} characters and may have {}; shorten it", limit.what, characters,
                                limit.characters),
                    ErrorKind::usage);
}

}  // namespace counterclip::archive
