#include "core/ids.h"

#include <sys/random.h>

#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "core/error.h"

namespace counterclip {

bool is_code(std::string_view text) noexcept {
    if (text.empty() || text.size() > 64 || text.front() == '-' || text.front() == '.') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

void require_code(std::string_view what, std::string_view text) {
    if (!is_code(text))
        throw Error(fmt::format("{} '{}'", what, text),
                    "a code has 1 to 64 letters, digits, '-', '_' or '.', for example BTIB-0042", ErrorKind::usage);
}

std::string random_id(unsigned bytes) {
    std::string raw(bytes, '\0');
    if (::getrandom(raw.data(), raw.size(), 0) != static_cast<ssize_t>(raw.size()))
        throw Error("make an id", "the system gives no random bytes");
    std::string hex;
    for (const unsigned char c : raw) hex += fmt::format("{:02x}", c);
    return hex;
}

std::string utc_now() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace counterclip
