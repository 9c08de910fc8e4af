#include "core/day.h"

#include <charconv>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "core/ids.h"

namespace counterclip {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<sys_days> read(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                              std::chrono::day(*day)};
    if (!date.ok()) return std::nullopt;
    return sys_days(date);
}

sys_days read_or_throw(std::string_view doing, std::string_view text) {
    const auto day = read(text);
    if (!day) throw Error(doing, fmt::format("'{}' is no day; write it as 2026-12-01", text), ErrorKind::usage);
    return *day;
}

}  // namespace

bool is_day(std::string_view text) noexcept {
    return read(text).has_value();
}

void require_day(std::string_view doing, std::string_view text) {
    (void)read_or_throw(doing, text);
}

std::string today() {
    return utc_now().substr(0, 10);
}

std::string day_after(std::string_view day, int days) {
    const year_month_day date(read_or_throw("count days", day) + std::chrono::days(days));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

int days_between(std::string_view first, std::string_view second) {
    return static_cast<int>((read_or_throw("count days", second) - read_or_throw("count days", first)).count());
}

}  // namespace counterclip
