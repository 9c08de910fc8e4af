// How long people's own texts may be: generous for whoever writes, and no place to hide a book or a terminal's
// commands. Characters are code points. Each text is looked at where it comes into the archive.
#pragma once

#include <cstddef>
#include <string_view>

namespace counterclip::archive {

struct TextLimit {
    std::string_view what;  // as errors call it
    std::size_t characters;
};

namespace limit {

inline constexpr TextLimit title{"title", 200};
inline constexpr TextLimit lower_third{"lower-third", 200};
inline constexpr TextLimit card{"text of a card", 1'000};
inline constexpr TextLimit pseudonym{"pseudonym", 200};
inline constexpr TextLimit trait{"description", 200};  // place, setting, role, who was there ...: a few words each
inline constexpr TextLimit tag{"tag", 200};
inline constexpr TextLimit reason{"reason", 1'000};
inline constexpr TextLimit note{"note", 10'000};

}  // namespace limit

// Throws Error(usage) "<doing>: ..." when the text is longer, or holds control characters other than line ends.
void require_text(std::string_view doing, const TextLimit& limit, std::string_view text);

}  // namespace counterclip::archive
