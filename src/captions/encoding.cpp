#include "captions/encoding.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>
#include <unicode/uset.h>

#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

struct CloseConverter {
    void operator()(UConverter* c) const { ucnv_close(c); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* d) const { ucsdet_close(d); }
};
struct CloseLocaleData {
    void operator()(ULocaleData* d) const { ulocdata_close(d); }
};
struct CloseSet {
    void operator()(USet* s) const { uset_close(s); }
};
using Letters = std::unique_ptr<USet, CloseSet>;

constexpr int sure = 50;             // of 100: what ICU's detector must reach where nothing else speaks for an encoding
constexpr int lead = 10;             // and by how much it must be ahead of the next
constexpr double of_language = 0.9;  // of the letters beyond ASCII; names of other languages occur
constexpr int enough_letters = 10;   // beyond ASCII, for its statistics to mean anything
constexpr std::size_t sample_bytes = 256 * 1024;

[[noreturn]] void refuse(std::string_view source, std::string_view why) {
    throw Error(fmt::format("read the captions {}", source), why);
}

// Nothing when a byte does not belong to the encoding, or gives what no text holds.
std::optional<icu::UnicodeString> converted(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    icu::UnicodeString text;
    const auto capacity = static_cast<std::int32_t>(bytes.size() * 2 + 16);
    UChar* buffer = text.getBuffer(capacity);
    const auto length = ucnv_toUChars(converter.get(), buffer, capacity, bytes.data(),
                                      static_cast<std::int32_t>(bytes.size()), &status);
    text.releaseBuffer(U_SUCCESS(status) ? length : 0);
    if (U_FAILURE(status)) return std::nullopt;
    for (std::int32_t i = 0; i < text.length(); ++i) {
        const UChar c = text[i];
        const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') ||
                             (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xFFFD || c == 0xFFFE || c == 0xFFFF;
        if (control && !(i == 0 && c == 0xFEFF)) return std::nullopt;
    }
    return text;
}

std::string in_utf8(icu::UnicodeString text) {
    if (text.startsWith(u"\uFEFF")) text.remove(0, 1);
    std::string out;
    text.toUTF8String(out);
    return out;
}

// The letters that the language is written with; nothing when CLDR does not know.
Letters letters_of(const std::string& language) {
    if (language.empty()) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    std::string locale = language;
    std::ranges::replace(locale, '-', '_');
    const std::unique_ptr<ULocaleData, CloseLocaleData> data(ulocdata_open(locale.c_str(), &status));
    if (U_FAILURE(status)) return nullptr;
    Letters letters(
        ulocdata_getExemplarSet(data.get(), nullptr, USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD, &status));
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || !letters || uset_size(letters.get()) == 0)
        return nullptr;
    UErrorCode without = U_ZERO_ERROR;
    const Letters more(
        ulocdata_getExemplarSet(data.get(), nullptr, USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_AUXILIARY, &without));
    if (U_SUCCESS(without) && more) uset_addAll(letters.get(), more.get());
    return letters;
}

// The letters beyond ASCII, and how many of them the language has.
struct Foreign {
    int all = 0;
    int known = 0;
};
Foreign foreign_letters(const icu::UnicodeString& text, const USet* letters) {
    Foreign foreign;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (c < 0x80 || !u_isalpha(c)) continue;
        ++foreign.all;
        foreign.known += letters != nullptr && uset_contains(letters, c) ? 1 : 0;
    }
    return foreign;
}

bool is_of_language(const icu::UnicodeString& text, const USet& letters) {
    const auto foreign = foreign_letters(text, &letters);
    return foreign.known >= foreign.all * of_language;
}

// What the bytes may be: the detector's opinions, and the code pages that subtitles are written in though it knows no
// statistics of their languages.
std::map<std::string, int> possible_encodings(std::string_view sample) {
    std::map<std::string, int> confidence;
    for (const auto* page : {"windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
                             "windows-1255", "windows-1256", "windows-1257", "windows-1258"})
        confidence[page] = 0;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) throw Error("find out an encoding", u_errorName(status));
    for (std::int32_t n = 0; n < count; ++n) {
        UErrorCode ignored = U_ZERO_ERROR;
        const std::string name = ucsdet_getName(matches[n], &ignored);
        if (name.starts_with("UTF")) continue;  // asked before
        auto& known = confidence[name];
        known = std::max(known, static_cast<int>(ucsdet_getConfidence(matches[n], &ignored)));
    }
    return confidence;
}

// Candidates that give one and the same text are one.
struct Candidate {
    std::string encoding;
    int confidence = 0;
    icu::UnicodeString text;
};
std::vector<Candidate> candidates_for(std::string_view sample, const USet* letters) {
    std::vector<Candidate> candidates;
    for (const auto& [encoding, confidence] : possible_encodings(sample)) {
        auto text = converted(sample, encoding);
        if (!text || (letters != nullptr && !is_of_language(*text, *letters))) continue;
        const auto same = std::ranges::find_if(candidates, [&](const Candidate& c) { return c.text == *text; });
        if (same == candidates.end())
            candidates.push_back({encoding, confidence, std::move(*text)});
        else if (confidence > same->confidence)
            *same = {encoding, confidence, std::move(*text)};
    }
    std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::confidence);
    return candidates;
}

std::string names_of(const std::vector<Candidate>& candidates) {
    std::vector<std::string> names;
    for (const auto& c : candidates)
        if (names.size() < 4) names.push_back(c.encoding);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string detected(std::string_view bytes, std::string_view source, const std::string& language) {
    // Cut after a line, so that no character is torn.
    auto sample = bytes.substr(0, sample_bytes);
    if (sample.size() < bytes.size()) sample = sample.substr(0, sample.rfind('\n') + 1);
    if (sample.empty()) sample = bytes;
    const Letters letters = letters_of(language);
    auto candidates = candidates_for(sample, letters.get());
    if (candidates.empty()) {
        const auto any = letters ? candidates_for(sample, nullptr) : candidates;
        if (any.empty()) refuse(source, "it is no text: no encoding gives letters");
        refuse(source, fmt::format("in no encoding it holds letters of the language '{}'; is the language right? If so "
                                   "name the encoding with --encoding (it may be {})",
                                   language, names_of(any)));
    }
    const auto& best = candidates.front();
    const int next = candidates.size() > 1 ? candidates[1].confidence : 0;
    const bool alone = letters && candidates.size() == 1;
    const bool ahead = best.confidence - next >= lead;
    const bool enough = foreign_letters(best.text, nullptr).all >= enough_letters;
    if (alone || (ahead && letters && best.confidence >= sure / 2) || (ahead && enough && best.confidence >= sure))
        return best.encoding;
    refuse(source,
           fmt::format("its encoding is in doubt; it may be {}: name it with --encoding", names_of(candidates)));
}

// UTF-16 without its mark: times and line ends are ASCII, so every second byte of many is zero.
const char* kind_of_utf16(std::string_view bytes) {
    std::size_t zeros_even = 0;
    std::size_t zeros_odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\0') ++(i % 2 == 0 ? zeros_even : zeros_odd);
    const std::size_t enough = bytes.size() / 20;
    if (zeros_odd > enough && zeros_even * 10 < zeros_odd) return "UTF-16LE";
    if (zeros_even > enough && zeros_odd * 10 < zeros_even) return "UTF-16BE";
    return nullptr;
}

bool has_controls(std::string_view bytes) {
    return std::ranges::any_of(bytes, [](unsigned char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || c == 0x7F;
    });
}

std::string with_mark(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name =
        ucnv_detectUnicodeSignature(bytes.data(), static_cast<std::int32_t>(bytes.size()), nullptr, &status);
    return name == nullptr || U_FAILURE(status) ? "" : name;
}

}  // namespace

Decoded decode_as(std::string_view bytes, std::string_view source, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status) || encoding.empty())
        throw Error(fmt::format("read the encoding '{}'", encoding),
                    "there is none of that name; expected for example UTF-8, windows-1256, ISO-8859-2 or KOI8-R",
                    ErrorKind::usage);
    auto text = converted(bytes, encoding);
    if (!text) refuse(source, fmt::format("it is not written in {}: bytes of it are no text", encoding));
    return {in_utf8(std::move(*text)), encoding};
}

Decoded decode(std::string_view bytes, std::string_view source, const std::string& language) {
    constexpr std::size_t largest = std::size_t{512} << 20;
    if (bytes.size() > largest) refuse(source, "it is larger than 512 MiB");
    if (const auto marked = with_mark(bytes); !marked.empty()) return decode_as(bytes, source, marked);
    if (const char* utf16 = kind_of_utf16(bytes))
        if (auto text = converted(bytes, utf16)) return {in_utf8(std::move(*text)), utf16};
    if (has_controls(bytes)) refuse(source, "it is no text file: it holds bytes that no text has");
    if (first_invalid(bytes) == std::string_view::npos) return {std::string(bytes), "UTF-8"};
    return decode_as(bytes, source, detected(bytes, source, language));
}

}  // namespace counterclip::captions
