// Exact time. Inside a stream time is an integer count of its time base; everywhere else it is a whole number of
// nanoseconds from the start of a recording or clip. Never a double of seconds.
//
// pts -> Time rounds to the nearest nanosecond and Time -> pts to the nearest tick, so a pts survives the way there and
// back for every time base coarser than a nanosecond, and comparing two Times made from one stream is exact.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace counterclip {

using Time = std::chrono::nanoseconds;

struct Rational {
    std::int64_t num = 0;
    std::int64_t den = 1;
    friend constexpr bool operator==(const Rational&, const Rational&) = default;
};

// Half-open: includes `in`, excludes `out`.
struct Range {
    Time in{};
    Time out{};
    friend constexpr bool operator==(const Range&, const Range&) = default;
};

constexpr Time duration(Range r) noexcept {
    return r.out - r.in;
}
constexpr bool is_empty(Range r) noexcept {
    return r.out <= r.in;
}

//  in |----r----| out          contains: in <= t < out
constexpr bool contains(Range r, Time t) noexcept {
    return r.in <= t && t < r.out;
}

//  |-----outer-----|
//     |--inner--|
constexpr bool contains(Range outer, Range inner) noexcept {
    return outer.in <= inner.in && inner.out <= outer.out;
}

//  |----a----|
//         |----b----|          touching ends do not overlap
constexpr bool overlaps(Range a, Range b) noexcept {
    return a.in < b.out && b.in < a.out;
}

// The shared part; empty (out <= in) when there is none.
constexpr Range intersection(Range a, Range b) noexcept {
    return {a.in > b.in ? a.in : b.in, a.out < b.out ? a.out : b.out};
}

// `pts` ticks of `time_base` seconds each, to the nearest nanosecond.
Time to_time(std::int64_t pts, Rational time_base);
// The nearest tick of `time_base`; halves away from zero.
std::int64_t to_pts(Time t, Rational time_base);

constexpr double seconds(Time t) noexcept {
    return std::chrono::duration<double>(t).count();
}  // for display and ratios
Time from_seconds(double s);

// "H:MM:SS.mmm", rounded down to the millisecond; a leading '-' for negative times.
std::string format_time(Time t);
// Reads "H:MM:SS.mmm", "MM:SS", "SS.mmm" or "SS" (up to nine decimals). Throws Error(usage) naming the text.
Time parse_time(std::string_view text);

}  // namespace counterclip
