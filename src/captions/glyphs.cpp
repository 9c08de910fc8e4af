#include "captions/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <map>
#include <memory>
#include <mutex>

#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

struct Free {
    void operator()(FcConfig* p) const noexcept { FcConfigDestroy(p); }
    void operator()(FcPattern* p) const noexcept { FcPatternDestroy(p); }
    void operator()(FcFontSet* p) const noexcept { FcFontSetDestroy(p); }
    void operator()(FcObjectSet* p) const noexcept { FcObjectSetDestroy(p); }
    void operator()(FcCharSet* p) const noexcept { FcCharSetDestroy(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// A configuration of our own: fontconfig's shared one belongs to libass, which has its own lock.
Owned<FcConfig> fonts_here() {
    Owned<FcConfig> config(FcInitLoadConfigAndFonts());
    if (!config) throw Error("look for fonts", "fontconfig cannot be read; is it installed?");
    return config;
}

Owned<FcFontSet> installed(FcConfig* config, FcPattern* like, const char* wanted) {
    const Owned<FcObjectSet> what(FcObjectSetBuild(wanted, static_cast<char*>(nullptr)));
    return Owned<FcFontSet>(FcFontList(config, like, what.get()));
}

// All that the installed fonts can write, together. Loading it takes a moment, so it is kept.
Owned<FcCharSet> all_letters() {
    const auto config = fonts_here();
    const Owned<FcPattern> any(FcPatternCreate());
    const auto fonts = installed(config.get(), any.get(), FC_CHARSET);
    Owned<FcCharSet> all(FcCharSetCreate());
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        FcCharSet* of_font = nullptr;
        if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &of_font) == FcResultMatch)
            FcCharSetMerge(all.get(), of_font, nullptr);
    }
    return all;
}

bool is_drawn(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isgraph(point) && !u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace

std::u32string without_font(std::string_view text) {
    static std::mutex mutex;
    static const Owned<FcCharSet> known = all_letters();
    const std::lock_guard lock(mutex);
    std::u32string missing;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_drawn(c) && !FcCharSetHasChar(known.get(), c) && missing.find(c) == std::u32string::npos) missing += c;
    }
    return missing;
}

bool is_font_installed(const std::string& family) {
    const auto config = fonts_here();
    const Owned<FcPattern> like(FcPatternCreate());
    FcPatternAddString(like.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    const auto fonts = installed(config.get(), like.get(), FC_FILE);
    return fonts && fonts->nfont > 0;
}

bool runs_leftwards(const std::string& script) {
    const int code = u_getPropertyValueEnum(UCHAR_SCRIPT, script.c_str());
    return code != UCHAR_INVALID_CODE && uscript_isRightToLeft(static_cast<UScriptCode>(code));
}

bool is_european(char32_t c) {
    if (c >= '0' && c <= '9') return true;
    UErrorCode error = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(c), &error);
    return U_SUCCESS(error) && (script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC);
}

std::string script_of(std::string_view text) {
    std::map<UScriptCode, int> letters;
    for (std::size_t at = 0; at < text.size();) {
        UErrorCode error = U_ZERO_ERROR;
        const auto script = uscript_getScript(static_cast<UChar32>(next_code_point(text, at)), &error);
        if (U_SUCCESS(error) && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) ++letters[script];
    }
    UScriptCode most = USCRIPT_COMMON;
    int count = 0;
    for (const auto& [script, n] : letters)
        if (n > count) most = script, count = n;
    return uscript_getShortName(most);
}

}  // namespace counterclip::captions
