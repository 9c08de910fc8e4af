#include "consent/scope.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "core/error.h"
#include "core/ids.h"

namespace counterclip::consent {

namespace {

// ISO 3166-1 alpha-2.
constexpr std::string_view countries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW ";

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
std::string small(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(), [](char c) { return small(c); });
    return all;
}
std::string capitals(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(), [](char c) { return capital(c); });
    return all;
}

[[noreturn]] void unreadable(std::string_view what, std::string_view text, std::string_view expected) {
    throw Error(fmt::format("read the {} '{}'", what, text), std::string(expected), ErrorKind::usage);
}

int number(std::string_view digits) {
    int n = 0;
    for (const char c : digits) n = 10 * n + (c - '0');
    return n;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(at); end != text.npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

// "sy" -> "SY", "hant" -> "Hant"; longer and mixed ones stay small.
std::string subtag(std::string_view part) {
    if (part.size() == 2) return capitals(part);
    if (part.size() == 4 && is_letter(part.front())) return capital(part.front()) + small(part.substr(1));
    return small(part);
}

bool grants_language(std::string_view granted, std::string_view wanted) {
    const std::string g = small(granted);
    const std::string w = small(wanted);
    return w == g || w.starts_with(g + "-");
}

template <class Covers>
bool covered(const std::vector<std::string>& wanted, const std::vector<std::string>& granted, Covers covers) {
    if (granted.empty()) return true;
    return !wanted.empty() && std::ranges::all_of(wanted, [&](const std::string& w) {
        return std::ranges::any_of(granted, [&](const std::string& g) { return covers(g, w); });
    });
}

}  // namespace

std::string day_from(std::string_view text) {
    constexpr std::string_view expected = "expected a day, for example 2027-12-31";
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') unreadable("day", text, expected);
    for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9})
        if (!is_digit(text[at])) unreadable("day", text, expected);
    const std::chrono::year_month_day day{std::chrono::year(number(text.substr(0, 4))),
                                          std::chrono::month(static_cast<unsigned>(number(text.substr(5, 2)))),
                                          std::chrono::day(static_cast<unsigned>(number(text.substr(8, 2))))};
    if (!day.ok()) unreadable("day", text, "there is no such day");
    return std::string(text);
}

std::string territory_from(std::string_view text) {
    const std::string code = capitals(text);
    const bool known = code.size() == 2 && countries.find(code + " ") != countries.npos;
    if (!known) unreadable("territory", text, "expected the two letters of a country in ISO 3166, for example SE");
    return code;
}

std::string language_from(std::string_view text) {
    constexpr std::string_view expected = "expected a language as in BCP 47, for example ar, ar-SY or zh-Hant";
    std::string tag;
    for (const std::string_view part : split(text, '-')) {
        const bool first = tag.empty();
        const bool shaped = std::ranges::all_of(part, [&](char c) { return is_letter(c) || (!first && is_digit(c)); });
        if (!shaped || part.size() > 8 || part.size() < (first ? 2 : 1)) unreadable("language", text, expected);
        if (first && part.size() > 3) unreadable("language", text, expected);
        tag += first ? small(part) : "-" + subtag(part);
    }
    return tag;
}

std::string audience_from(std::string_view text) {
    if (!is_code(text))
        unreadable("audience", text, "expected a word for a group, without blanks, for example partner-schools");
    return small(text);
}

std::string witness_from(std::string_view text) {
    if (!is_code(text) || std::ranges::none_of(text, is_digit))
        throw Error("read a witness", "expected a code with a digit, for example W-07; never a name", ErrorKind::usage);
    return std::string(text);
}

bool all_within(const std::vector<std::string>& wanted, const std::vector<std::string>& granted) {
    return covered(wanted, granted, [](std::string_view g, std::string_view w) { return small(g) == small(w); });
}

bool languages_within(const std::vector<std::string>& wanted, const std::vector<std::string>& granted) {
    return covered(wanted, granted, grants_language);
}

bool is_over(std::string_view until, std::string_view today) {
    return !until.empty() && (today.empty() || today > until);
}

}  // namespace counterclip::consent
