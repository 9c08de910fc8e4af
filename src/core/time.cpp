#include "core/time.h"

#include <charconv>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t ns_per_second = 1'000'000'000;

// a / b to the nearest whole number, halves away from zero; b > 0.
std::int64_t divide_rounded(Wide a, Wide b) {
    const Wide half = b / 2;
    return static_cast<std::int64_t>(a >= 0 ? (a + half) / b : -((-a + half) / b));
}

[[noreturn]] void bad_time(std::string_view text) {
    throw Error(fmt::format("read the time '{}'", text), "expected H:MM:SS.mmm, for example 0:12:30.500",
                ErrorKind::usage);
}

std::int64_t whole_number(std::string_view digits, std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.front() == '-' || error != std::errc() || end != digits.data() + digits.size())
        bad_time(text);
    return value;
}

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(by);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

}  // namespace

Time to_time(std::int64_t pts, Rational time_base) {
    return Time(divide_rounded(Wide(pts) * time_base.num * ns_per_second, time_base.den));
}

std::int64_t to_pts(Time t, Rational time_base) {
    return divide_rounded(Wide(t.count()) * time_base.den, Wide(ns_per_second) * time_base.num);
}

Time from_seconds(double s) {
    return Time(std::llround(s * 1e9));
}

std::string format_time(Time t) {
    const bool negative = t.count() < 0;
    const std::int64_t ms = (negative ? -t.count() : t.count()) / 1'000'000;
    return fmt::format("{}{}:{:02}:{:02}.{:03}", negative ? "-" : "", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                       ms % 1000);
}

Time parse_time(std::string_view text) {
    constexpr std::int64_t longest_hours = 1'000'000;
    const auto fields = split(text, ':');
    if (fields.size() > 3) bad_time(text);
    std::int64_t whole = 0;
    for (std::size_t i = 0; i + 1 < fields.size(); ++i) {
        const auto value = whole_number(fields[i], text);
        if (value > longest_hours || (i > 0 && value > 59)) bad_time(text);
        whole = (whole + value) * 60;
    }
    const auto parts = split(fields.back(), '.');
    const auto sec = whole_number(parts[0], text);
    if (parts.size() > 2 || sec > longest_hours * 3600 || (fields.size() > 1 && sec > 59)) bad_time(text);
    std::int64_t fraction = 0;
    if (parts.size() == 2) {
        if (parts[1].size() > 9) bad_time(text);
        fraction = whole_number(parts[1], text);
        for (auto digits = parts[1].size(); digits < 9; ++digits) fraction *= 10;
    }
    return Time((whole + sec) * ns_per_second + fraction);
}

}  // namespace counterclip
