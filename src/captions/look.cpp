#include "captions/look.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/hash.h"
#include "core/words.h"

namespace counterclip::captions {

namespace {

using Json = nlohmann::json;

constexpr Words<3> sides{"side", {"left", "centre", "right"}};
constexpr Words<3> heights{"height", {"top", "middle", "bottom"}};
constexpr Words<4> corners{"corner", {"top-left", "top-right", "bottom-left", "bottom-right"}};

// Naskh is what Arabic, Kurdish and Persian captions are read in; Urdu readers manage it, and Nastaliq needs twice the
// height.
Look plain() {
    Look look;
    look.name = "plain";
    look.description = "white on a dark box, no logo";
    look.fonts = {{"Arab", {"Noto Naskh Arabic", 1.4}}};
    look.caption = {0.064, {255, 255, 255}, {16, 16, 16, 175}, false, Side::centre, Height::bottom};
    look.lower_third = {0.066, {255, 255, 255}, {16, 16, 16, 207}, true, Side::left, Height::bottom};
    look.card = {0.100, {255, 255, 255}, {16, 16, 16, 0}, true, Side::centre, Height::middle};
    return look;
}

// Letters with an outline and no box: hides less of the picture.
Look bare() {
    auto look = plain();
    look.name = "bare";
    look.description = "white letters with a dark outline, no boxes";
    look.caption.box.opacity = look.lower_third.box.opacity = 0;
    look.caption.bold = true;
    return look;
}

// For small screens held at arm's length, and for readers who see little.
Look large() {
    auto look = plain();
    look.name = "large";
    look.description = "a third larger, yellow captions on black";
    look.caption = {0.086, {255, 232, 80}, {0, 0, 0, 230}, true, Side::centre, Height::bottom};
    look.lower_third.size = 0.080;
    look.card.size = 0.120;
    return look;
}

// Every error names the file and the field.
struct Reader {
    std::string source;

    [[noreturn]] void fail(const std::string& field, const std::string& why) const {
        throw Error(fmt::format("read the look {}", source), field.empty() ? why : fmt::format("{}: {}", field, why),
                    ErrorKind::usage);
    }

    void only(const Json& object, const std::string& field, std::initializer_list<std::string_view> known) const {
        if (!object.is_object()) fail(field, "an object is expected: {...}");
        for (const auto& [key, value] : object.items())
            if (std::find(known.begin(), known.end(), key) == known.end())
                fail(field.empty() ? key : field + "." + key,
                     fmt::format("there is no such field; there are {}", fmt::join(known, ", ")));
    }

    void text(const Json& object, const std::string& field, const char* key, std::string& target) const {
        if (!object.contains(key)) return;
        if (!object[key].is_string()) fail(field + key, "a text is expected");
        target = object[key].get<std::string>();
    }

    void number(const Json& object, const std::string& field, const char* key, double least, double most,
                double& target) const {
        if (!object.contains(key)) return;
        const auto& value = object[key];
        if (!value.is_number() || value.get<double>() < least || value.get<double>() > most)
            fail(field + key, fmt::format("a number from {} to {} is expected", least, most));
        target = value.get<double>();
    }

    void length(const Json& object, const char* key, Time& target) const {
        double seconds = static_cast<double>(target.count()) / 1e9;
        number(object, "seconds.", key, 0.5, 60, seconds);
        target = Time(static_cast<std::int64_t>(seconds * 1e9 + 0.5));
    }

    void flag(const Json& object, const std::string& field, const char* key, bool& target) const {
        if (!object.contains(key)) return;
        if (!object[key].is_boolean()) fail(field + key, "true or false is expected");
        target = object[key].get<bool>();
    }

    template <class Enum, std::size_t N>
    void choice(const Json& object, const std::string& field, const char* key, const Words<N>& words,
                Enum& target) const {
        std::string text_of_it;
        text(object, field, key, text_of_it);
        if (text_of_it.empty()) return;
        for (std::size_t n = 0; n < N; ++n)
            if (text_of_it == words.words[n]) {
                target = static_cast<Enum>(n);
                return;
            }
        fail(field + key, fmt::format("'{}' is none of {}", text_of_it, fmt::join(words.words, ", ")));
    }

    // "#RRGGBB" or "#RRGGBBAA"
    void colour(const Json& object, const std::string& field, const char* key, Colour& target) const {
        std::string written;
        text(object, field, key, written);
        if (written.empty()) return;
        const bool is_one = (written.size() == 7 || written.size() == 9) && written[0] == '#' &&
                            written.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
        if (!is_one) fail(field + key, fmt::format("'{}' is no colour; write #RRGGBB or #RRGGBBAA", written));
        const auto part = [&](std::size_t at) {
            return static_cast<std::uint8_t>(std::stoi(written.substr(at, 2), nullptr, 16));
        };
        target = {part(1), part(3), part(5), written.size() == 9 ? part(7) : std::uint8_t{255}};
    }

    void look_of_text(const Json& all, const char* key, TextLook& target) const {
        if (!all.contains(key)) return;
        const auto& object = all[key];
        const std::string field = std::string(key) + ".";
        only(object, key, {"size", "colour", "box", "bold", "side", "height"});
        number(object, field, "size", 0.02, 0.3, target.size);
        colour(object, field, "colour", target.colour);
        if (object.contains("box") && object["box"].is_null())
            target.box.opacity = 0;
        else
            colour(object, field, "box", target.box);
        flag(object, field, "bold", target.bold);
        choice(object, field, "side", sides, target.side);
        choice(object, field, "height", heights, target.height);
    }

    void logo(const Json& all, const std::filesystem::path& folder, std::optional<Logo>& target) const {
        if (!all.contains("logo") || all["logo"].is_null()) return;
        const auto& object = all["logo"];
        only(object, "logo", {"file", "corner", "size", "on_cards_only"});
        Logo logo;
        std::string name;
        text(object, "logo.", "file", name);
        const std::filesystem::path file(name);
        if (name.empty() || file != file.filename() || file.extension() != ".png")
            fail("logo.file", fmt::format("'{}' is no name of a PNG file beside the look", name));
        logo.file = folder / file;
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(logo.file, ignored))
            fail("logo.file", fmt::format("there is no file {}", logo.file.string()));
        logo.sha256 = sha256_of_file(logo.file);
        choice(object, "logo.", "corner", corners, logo.corner);
        number(object, "logo.", "size", 0.02, 0.5, logo.size);
        flag(object, "logo.", "on_cards_only", logo.on_cards_only);
        target = logo;
    }
};

void parse_fonts(const Reader& read, const Json& all, std::map<std::string, ScriptFont>& fonts) {
    if (!all.contains("fonts")) return;
    if (!all["fonts"].is_object()) read.fail("fonts", "an object is expected: {\"Arab\": \"Noto Naskh Arabic\"}");
    for (const auto& [script, family] : all["fonts"].items()) {
        const bool is_script = script.size() == 4 && std::isupper(static_cast<unsigned char>(script[0]));
        const auto field = "fonts." + script;
        if (!is_script) read.fail(field, "a script has four letters: Arab, Cyrl, Latn");
        ScriptFont font;
        if (family.is_string()) {
            font.family = family.get<std::string>();
        } else {
            read.only(family, field, {"font", "scale"});
            read.text(family, field + ".", "font", font.family);
            read.number(family, field + ".", "scale", 0.5, 2.5, font.scale);
        }
        if (font.family.empty()) read.fail(field, "a font's name is expected, or {\"font\": ..., \"scale\": ...}");
        fonts[script] = font;
    }
}

Look parsed(const Json& all, Look look, const Reader& read, const std::filesystem::path& folder) {
    read.only(all, "",
              {"description", "font", "fonts", "caption", "lower_third", "card", "action_safe", "title_safe",
               "card_background", "logo", "seconds"});
    read.text(all, "", "description", look.description);
    read.text(all, "", "font", look.font);
    parse_fonts(read, all, look.fonts);
    read.look_of_text(all, "caption", look.caption);
    read.look_of_text(all, "lower_third", look.lower_third);
    read.look_of_text(all, "card", look.card);
    read.number(all, "", "action_safe", 0, 0.2, look.action_safe);
    read.number(all, "", "title_safe", 0, 0.25, look.title_safe);
    if (all.contains("card_background") && !all["card_background"].is_null()) {
        Colour background;
        read.colour(all, "", "card_background", background);
        look.card_background = background;
    }
    read.logo(all, folder, look.logo);
    if (all.contains("seconds")) {
        read.only(all["seconds"], "seconds", {"card", "end_card", "lower_third"});
        read.length(all["seconds"], "card", look.card_length);
        read.length(all["seconds"], "end_card", look.end_card_length);
        read.length(all["seconds"], "lower_third", look.lower_third_length);
    }
    return look;
}

Json as_json(const Colour& c) {
    return {c.red, c.green, c.blue, c.opacity};
}
Json as_json(const TextLook& t) {
    return {t.size, as_json(t.colour), as_json(t.box), t.bold, static_cast<int>(t.side), static_cast<int>(t.height)};
}

// Names and descriptions change nothing in the picture.
std::string hash_of(const Look& look) {
    Json j{{"font", look.font},
           {"texts", {as_json(look.caption), as_json(look.lower_third), as_json(look.card)}},
           {"safe", {look.action_safe, look.title_safe}},
           {"lengths", {look.card_length.count(), look.end_card_length.count(), look.lower_third_length.count()}}};
    for (const auto& [script, font] : look.fonts) j["fonts"][script] = {font.family, font.scale};
    if (look.card_background) j["background"] = as_json(*look.card_background);
    if (look.logo)
        j["logo"] = {look.logo->sha256, static_cast<int>(look.logo->corner), look.logo->size, look.logo->on_cards_only};
    return sha256(j.dump());
}

Look hashed(Look look) {
    look.sha256 = hash_of(look);
    return look;
}

}  // namespace

const TextLook& Look::of(Place place) const {
    return place == Place::caption ? caption : place == Place::lower_third ? lower_third : card;
}

const std::vector<Look>& built_in_looks() {
    static const std::vector<Look> looks{hashed(plain()), hashed(bare()), hashed(large())};
    return looks;
}

Look parse_look(std::string_view json, const std::string& name, const std::string& source,
                const std::filesystem::path& folder) {
    const Reader read{source};
    Json all;
    try {
        all = Json::parse(json);
    } catch (const Json::parse_error& error) {
        read.fail("", fmt::format("it is no JSON, at byte {}", error.byte));
    }
    auto look = built_in_looks().front();
    look.name = name;
    look.description.clear();
    return hashed(parsed(all, std::move(look), read, folder));
}

}  // namespace counterclip::captions
