// The words of an enum, as the command line, the catalog and files write them: one table an enum.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip {

// The n-th word names the value n; values count from 0 without holes.
template <std::size_t N>
struct Words {
    const char* what;  // as in "read the face term 'hidden'"
    std::array<const char*, N> words;
};

template <class Enum, std::size_t N>
std::string word(const Words<N>& of, Enum value) {
    return of.words.at(static_cast<std::size_t>(value));
}

// Throws Error(usage) listing the words.
template <class Enum, std::size_t N>
Enum value(const Words<N>& of, std::string_view text) {
    for (std::size_t n = 0; n < N; ++n)
        if (text == of.words[n]) return static_cast<Enum>(n);
    throw Error(fmt::format("read the {} '{}'", of.what, text),
                fmt::format("expected one of: {}", fmt::join(of.words, ", ")), ErrorKind::usage);
}

}  // namespace counterclip
