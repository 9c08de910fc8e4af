#include "captions/language.h"

#include <array>

#include <fmt/format.h>
#include <unicode/uloc.h>

#include "core/error.h"

namespace counterclip::captions {

namespace {

[[noreturn]] void refuse(std::string_view tag, std::string_view why) {
    throw Error(fmt::format("read the language '{}'", tag),
                fmt::format("{}; expected a BCP 47 tag such as en, ar, ku-Arab or pt-BR", why), ErrorKind::usage);
}

}  // namespace

std::string canonical_language(std::string_view tag) {
    constexpr std::size_t longest = 60;
    if (tag.empty() || tag.size() > longest) refuse(tag.substr(0, longest), "it is no language tag");
    const std::string written(tag);
    std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
    std::int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(written.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
        static_cast<std::size_t>(parsed) != written.size())
        refuse(tag, "it is no language tag");
    std::array<char, ULOC_FULLNAME_CAPACITY> canonical{};
    uloc_toLanguageTag(locale.data(), canonical.data(), static_cast<std::int32_t>(canonical.size()), 1, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) refuse(tag, "it is no language tag");

    std::string result(canonical.data());
    const std::string language = result.substr(0, result.find('-'));
    if (language == "x" || result.find("-x-") != std::string::npos) refuse(tag, "it has private parts");
    if (language.size() > 3) refuse(tag, "that is no code of a language");
    // ICU knows every code of two letters; of those with three it knows the languages it has data of.
    if (language.size() == 2 && *uloc_getISO3Language(language.c_str()) == '\0')
        refuse(tag, fmt::format("there is no language '{}'", language));
    return result;
}

}  // namespace counterclip::captions
