#include "core/time.h"

#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;

TEST_CASE("a pts survives the way to nanoseconds and back in every usual time base") {
    for (const Rational base : {Rational{1, 90000}, {1, 15360}, {1, 11988}, {1001, 30000}, {1, 1000}, {1, 48000}})
        for (const std::int64_t pts : {0L, 1L, -1L, 7L, 12345L, 1620000000L})
            CHECK(to_pts(to_time(pts, base), base) == pts);
}

TEST_CASE("times are written and read as H:MM:SS.mmm") {
    CHECK(format_time(1h + 2min + 3s + 45ms) == "1:02:03.045");
    CHECK(format_time(-500ms) == "-0:00:00.500");
    CHECK(parse_time("1:02:03.045") == 1h + 2min + 3s + 45ms);
    CHECK(parse_time("2:03") == 2min + 3s);
    CHECK(parse_time("90.5") == 90s + 500ms);
    CHECK(parse_time("0:00:00.000000001") == 1ns);
}

TEST_CASE("a time that is none is a usage error that quotes it") {
    for (const char* text :
         {"", "abc", "1:2:3:4", "-5", "1:60", "1:00:99", "1.2.3", "1.0000000000", ":", "99999999999999999999"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_time(text), Error);
    }
    CHECK_THROWS_WITH(parse_time("1:60"), Catch::Contains("'1:60'"));
}

TEST_CASE("ranges are half-open") {
    constexpr Range r{1s, 2s};
    CHECK(contains(r, Time(1s)));
    CHECK_FALSE(contains(r, Time(2s)));
    CHECK_FALSE(overlaps(r, Range{2s, 3s}));
    CHECK(overlaps(r, Range{1500ms, 3s}));
    CHECK(intersection(r, Range{1500ms, 3s}) == Range{1500ms, 2s});
    CHECK(is_empty(intersection(r, Range{3s, 4s})));
}
