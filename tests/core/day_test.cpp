#include "core/day.h"

#include "core/error.h"

using namespace counterclip;

TEST_CASE("only days that exist are days") {
    for (const char* day : {"2026-11-24", "2024-02-29", "2026-12-31"}) CHECK(is_day(day));
    for (const char* text : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-24", "2026-1-24",
                             "2026/11/24", "2026-11-24T08", " 2026-11-24", "tomorrow", "-026-11-24", "2026-+1-24"}) {
        CAPTURE(text);
        CHECK_FALSE(is_day(text));
        CHECK_THROWS_AS(day_after(text, 1), Error);
    }
    CHECK(is_day(today()));
}

TEST_CASE("days are counted over the ends of months and years, both ways") {
    CHECK(day_after("2026-11-24", 7) == "2026-12-01");
    CHECK(day_after("2026-12-31", 1) == "2027-01-01");
    CHECK(day_after("2024-02-28", 1) == "2024-02-29");
    CHECK(day_after("2026-03-01", -1) == "2026-02-28");
    CHECK(days_between("2026-11-24", "2026-12-01") == 7);
    CHECK(days_between("2026-12-01", "2026-11-24") == -7);
}
