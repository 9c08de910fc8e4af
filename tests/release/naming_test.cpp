#include "release/naming.h"

#include "core/error.h"

using namespace counterclip;
using namespace counterclip::release;

namespace {

const NameFields fields{"courage", "partner", "2026-11-24", "720p", "0123456789ab"};

}  // namespace

TEST_CASE("a name is its pattern with the fields put in") {
    CHECK(name_by_pattern("{clip}", fields) == "courage");
    CHECK(name_by_pattern("{clip}-{destination}-{date}_{size}.{id}", fields) ==
          "courage-partner-2026-11-24_720p.0123456789ab");
    CHECK(name_by_pattern("testimony-{id}", fields) == "testimony-0123456789ab");
    CHECK(name_by_pattern("plain", fields) == "plain");
}

TEST_CASE("a name that some system does not take, or that leads elsewhere, is refused") {
    for (const char* pattern :
         {"",    "../{clip}", "a/b",  "a\\b",   "/etc/passwd", ".{clip}", "-{clip}", "{clip}.", "{clip} ",     "a..b",
          "a b", "a:b",       "a*b",  "a?b",    "a\nb",        "q\"",     "<x>",     "a|b",     "caf\xC3\xA9", "con",
          "NUL", "aux.final", "Com1", "lpt9.x", "a%2Fb",       "a#b",     "{clip",   "clip}",   "{}"}) {
        CAPTURE(pattern);
        CHECK_THROWS_AS(name_by_pattern(pattern, fields), Error);
    }
    CHECK_THROWS_AS(name_by_pattern(std::string(101, 'a'), fields), Error);
    CHECK(name_by_pattern(std::string(100, 'a'), fields).size() == 100);
    CHECK(name_by_pattern("console", fields) == "console");  // only the whole name is a device
}

TEST_CASE("a field that nobody knows is told with those that are") {
    CHECK_THROWS_WITH(name_by_pattern("{interview}", fields), Catch::Contains("{destination}"));
    CHECK_THROWS_WITH(name_by_pattern("{name}", fields), Catch::Contains("no field {name}"));
}

TEST_CASE("fields that are not safe make no safe name") {
    auto bad = fields;
    bad.clip = "../../x";
    CHECK_THROWS_AS(name_by_pattern("{clip}", bad), Error);
    bad.clip = "{date}";  // what was put in is not read again
    CHECK_THROWS_AS(name_by_pattern("{clip}", bad), Error);
}

TEST_CASE("an interview's code is seen as a word of its own, in any case of letters") {
    const std::vector<std::string> codes{"BTIB-0042", "a"};
    CHECK(holds_a_code("BTIB-0042", codes));
    CHECK(holds_a_code("BTIB-0042-01", codes));
    CHECK(holds_a_code("clip_btib-0042.x", codes));
    CHECK(holds_a_code("XBTIB-0042 and BTIB-0042", codes));
    CHECK(holds_a_code("from a to b", codes));
    CHECK_FALSE(holds_a_code("BTIB-00421", codes));
    CHECK(holds_a_code("btib_0042", codes));
    CHECK(holds_a_code("courage.BTIB0042", codes));
    CHECK_FALSE(holds_a_code("btib00421", codes));
    CHECK_FALSE(holds_a_code("courage", codes));
    CHECK_FALSE(holds_a_code("", codes));
    CHECK_FALSE(holds_a_code("courage", {""}));
}
