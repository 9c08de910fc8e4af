#include "captions/look.h"

#include "captions/glyphs.h"
#include "captions/three_letters.h"
#include "core/error.h"
#include "core/staged_file.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using namespace counterclip::captions;
using namespace std::chrono_literals;

namespace {

Look parsed(const std::string& json, const std::filesystem::path& folder = "/nowhere") {
    return parse_look(json, "ours", "looks/ours.json", folder);
}

}  // namespace

TEST_CASE("a look says what differs from plain, and nothing else changes") {
    const auto& plain = built_in_looks().front();
    const auto look = parsed(R"({"font": "DejaVu Sans", "caption": {"size": 0.08, "colour": "#FFEE00", "box": null},
                                 "card": {"side": "left", "height": "top"}, "card_background": "#102030",
                                 "seconds": {"end_card": 4.5}})");
    CHECK(look.name == "ours");
    CHECK(look.font == "DejaVu Sans");
    CHECK(look.caption.size == 0.08);
    CHECK(look.caption.colour == Colour{255, 238, 0, 255});
    CHECK(look.caption.box.opacity == 0);
    CHECK(look.card.side == Side::left);
    CHECK(look.card.height == Height::top);
    CHECK(look.card_background == Colour{16, 32, 48, 255});
    CHECK(look.end_card_length == 4500ms);
    CHECK(look.card_length == plain.card_length);
    CHECK(look.lower_third.size == plain.lower_third.size);
    CHECK(look.sha256 != plain.sha256);
    CHECK(parsed("{}").sha256 == plain.sha256);  // a name changes no picture
}

TEST_CASE("what is wrong in a look is told with the file and the field") {
    const auto fails = [](const std::string& json, const std::string& field) {
        CHECK_THROWS_WITH(parsed(json), Catch::Contains("looks/ours.json") && Catch::Contains(field));
    };
    fails("{", "no JSON");
    fails("[]", "object");
    fails(R"({"colour": "#FFFFFF"})", "colour: there is no such field");
    fails(R"({"caption": {"colour": "yellow"}})", "caption.colour: 'yellow' is no colour");
    fails(R"({"caption": {"colour": "#12345"}})", "caption.colour");
    fails(R"({"caption": {"size": 3}})", "caption.size: a number from");
    fails(R"({"caption": {"bold": "yes"}})", "caption.bold");
    fails(R"({"card": {"side": "up"}})", "card.side: 'up' is none of left, centre, right");
    fails(R"({"lower_third": 5})", "lower_third");
    fails(R"({"fonts": {"arabic": "Amiri"}})", "fonts.arabic");
    fails(R"({"logo": {"file": "../secret.png"}})", "logo.file");
    fails(R"({"logo": {"file": "logo.png"}})", "logo.file: there is no file /nowhere/logo.png");
    fails(R"({"seconds": {"card": 900}})", "seconds.card");
}

TEST_CASE("another logo makes another look") {
    const test::TemporaryFolder folder;
    const std::string json = R"({"logo": {"file": "logo.png", "corner": "bottom-left", "size": 0.2}})";
    write_whole(folder.path() / "logo.png", "one");
    const auto one = parsed(json, folder.path());
    CHECK(one.logo->corner == Corner::bottom_left);
    write_whole(folder.path() / "logo.png", "two");
    CHECK(parsed(json, folder.path()).sha256 != one.sha256);
}

TEST_CASE("letters that no font has are named, blanks and joiners are no letters") {
    CHECK(without_font("Abu Salim 2014") == U"");
    CHECK(without_font("a\u200D \u2066b\u2069\n") == U"");
    CHECK(without_font("قال لي ئەو ڕۆیشت Çfarë Đorđe Вернулся") == U"");
    CHECK(without_font("a\U00013FFFb\U00013FFF") == U"");  // no letter at all: not assigned
}

TEST_CASE("containers call languages by three letters") {
    CHECK(three_letters("ar") == "ara");
    CHECK(three_letters("ar-SY") == "ara");
    CHECK(three_letters("ku") == "kur");
    CHECK(three_letters("ckb") == "ckb");
    CHECK(three_letters("") == "und");
    CHECK(is_right_to_left("ckb"));
    CHECK_FALSE(is_right_to_left("ku"));
}
