#include "core/utf8.h"

#include <unicode/utf8.h>

namespace counterclip {

namespace {

// ICU's own macro: below zero for a byte sequence that is not UTF-8.
UChar32 next(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::size_t length = text.size();
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    return c;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const UChar32 c = next(text, at);
    return c < 0 ? replacement_character : static_cast<char32_t>(c);
}

void append(std::string& text, char32_t code_point) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, code_point);
    text.append(reinterpret_cast<const char*>(bytes), length);
}

std::size_t first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (next(text, at) < 0) return here;
    }
    return std::string_view::npos;
}

}  // namespace counterclip
