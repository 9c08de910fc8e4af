#include "cli/passphrase.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "cli/terminal.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

constexpr std::size_t longest = 1024;

// Byte by byte: what follows the line belongs to somebody else.
SecretText line_from(int descriptor, const std::string& doing) {
    SecretText line;
    auto& text = line.text();
    text.reserve(longest);
    while (true) {
        char c = 0;
        const auto got = ::read(descriptor, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(doing, std::strerror(errno), ErrorKind::usage);
        if (got == 0 || c == '\n') break;
        if (text.size() == longest) throw Error(doing, "its line is too long", ErrorKind::usage);
        text += c;
    }
    if (text.ends_with('\r')) text.pop_back();
    return line;
}

}  // namespace

std::optional<SecretText> given_passphrase(const PassphraseSource& source) {
    if (source.descriptor) {
        const auto doing =
            fmt::format("read the passphrase of {} from {} {}", source.of, source.option, *source.descriptor);
        auto line = line_from(*source.descriptor, doing);
        if (line.empty()) throw Error(doing, "there is no line in it", ErrorKind::usage);
        return line;
    }
    const char* value = std::getenv(source.variable.c_str());
    if (!value || !*value) return std::nullopt;
    return SecretText(std::string(value));
}

std::optional<SecretText> passphrase_from(const PassphraseSource& source) {
    if (auto given = given_passphrase(source)) return given;
    if (!someone_is_there()) return std::nullopt;
    auto answer = ask_hidden(fmt::format("Passphrase of {}: ", source.of));
    if (!answer || answer->empty()) return std::nullopt;
    return answer;
}

SecretText new_passphrase_from(const PassphraseSource& source) {
    const auto doing = fmt::format("choose a passphrase for {}", source.of);
    if (auto given = given_passphrase(source)) return std::move(*given);
    if (!someone_is_there()) throw Error(doing, "none is given; " + how_to_give(source), ErrorKind::usage);
    auto first = ask_hidden(fmt::format("New passphrase for {}: ", source.of));
    if (!first || first->empty()) throw Error(doing, "it is empty", ErrorKind::usage);
    const auto again = ask_hidden("The same again: ");
    if (!again || again->view() != first->view()) throw Error(doing, "the two differ", ErrorKind::usage);
    return std::move(*first);
}

std::string how_to_give(const PassphraseSource& source) {
    return fmt::format("run it on a terminal, or give {} N or {}{}", source.option, source.variable,
                       source.instead.empty() ? "" : ", or " + source.instead);
}

}  // namespace counterclip::cli
