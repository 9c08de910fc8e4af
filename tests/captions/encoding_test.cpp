// Files in whatever encoding: read right, or refused.
#include "captions/encoding.h"

#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "core/error.h"

using namespace counterclip;
using namespace counterclip::captions;
using Catch::Matchers::Contains;

namespace {

std::string in(const char* encoding, std::string_view utf8) {
    const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    std::string bytes(utf8.size() * 4 + 8, '\0');
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    bytes.resize(static_cast<std::size_t>(ucnv_fromUChars(
        converter, bytes.data(), static_cast<std::int32_t>(bytes.size()), text.getBuffer(), text.length(), &status)));
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    return bytes;
}

const std::string arabic = "0:31 خرجنا من البيت في الليل وكان معنا الأطفال\n0:40 لم نكن نعرف إلى أين نذهب بعد ذلك\n";
const std::string russian = "0:31 Мы вышли из дома ночью, и с нами были дети\n0:40 Мы не знали, куда идти дальше\n";
const std::string bosnian =
    "0:31 Otišli smo noću, s djecom, bez čega god\n0:40 Nismo više znali kuda ćemo poći, đaci\n";
const std::string french =
    "0:31 Nous sommes partis la nuit, après l'été\n0:40 Où aller ? Personne ne l'a dit à mon frère\n";

}  // namespace

TEST_CASE("text in the encodings of its language is read right") {
    struct Case {
        const char* encoding;
        const char* language;
        const std::string& text;
    };
    for (const auto& c :
         {Case{"windows-1256", "ar", arabic}, Case{"ISO-8859-6", "ar", arabic}, Case{"windows-1251", "ru", russian},
          Case{"KOI8-R", "ru", russian}, Case{"windows-1250", "bs", bosnian}, Case{"windows-1252", "fr", french},
          Case{"UTF-8", "ar", arabic}, Case{"UTF-16LE", "ar", arabic}, Case{"UTF-16BE", "fr", french},
          Case{"UTF-16LE", "fr", french}}) {
        CAPTURE(c.encoding, c.language);
        CHECK(decode(in(c.encoding, c.text), "a.txt", c.language).text == c.text);
    }
}

TEST_CASE("byte order marks decide") {
    CHECK(decode("\xEF\xBB\xBFx", "a").text == "x");
    CHECK(decode(std::string("\xFF\xFEx\0", 4), "a").text == "x");
    CHECK(decode(std::string("\xFE\xFF\0x", 4), "a").text == "x");
}

TEST_CASE("an encoding that was named overrules") {
    CHECK(decode_as(in("windows-1250", bosnian), "a", "cp1250").text == bosnian);
    CHECK_THROWS_WITH(decode_as("x", "a", "no-such"), Contains("none of that name"));
    CHECK_THROWS_WITH(decode_as("caf\xE9", "a.txt", "UTF-8"), Contains("a.txt") && Contains("UTF-8"));
}

TEST_CASE("an encoding in doubt is refused, naming what it may be") {
    // Which letter 0xE8 is, no statistics can tell.
    CHECK_THROWS_WITH(decode("0:31 \xE8\n", "a.txt"), Contains("--encoding") && Contains("windows-125"));
    // Arabic is not what a file of Russian holds.
    CHECK_THROWS_WITH(decode(in("windows-1256", arabic), "a.txt", "bs"), Contains("--encoding"));
    CHECK_THROWS_WITH(decode(std::string("\0\1\2\3\4\5\6\7", 8) + "x", "a.txt"), Contains("no text file"));
}
