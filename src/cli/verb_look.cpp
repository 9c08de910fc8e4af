#include <fmt/format.h>

#include "cli/gate.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "clip/looks.h"

namespace counterclip::cli {

namespace {

void list(Context& context) {
    const auto archive = context.open();
    const auto all = clip::looks(archive.folder());
    if (context.json()) {
        auto json = Json::array();
        for (const auto& l : all)
            json.push_back({{"name", l.name}, {"description", l.description}, {"own", l.is_own}, {"fault", l.fault}});
        return print_json(json);
    }
    Table table{{"LOOK", "FROM", "WHAT"}, {}};
    for (const auto& l : all)
        table.rows.push_back({l.name, l.is_own ? "archive" : "program", l.fault.empty() ? l.description : l.fault});
    print_table(table, "");
}

std::string written(const captions::Colour& c) {
    return fmt::format("#{:02X}{:02X}{:02X}{:02X}", c.red, c.green, c.blue, c.opacity);
}

Json as_json(const captions::TextLook& t) {
    return {{"size", t.size}, {"colour", written(t.colour)}, {"box", written(t.box)}, {"bold", t.bold}};
}

Json as_json(const captions::Look& look) {
    Json json{{"name", look.name},
              {"description", look.description},
              {"font", look.font},
              {"caption", as_json(look.caption)},
              {"lower_third", as_json(look.lower_third)},
              {"card", as_json(look.card)},
              {"action_safe", look.action_safe},
              {"title_safe", look.title_safe},
              {"seconds",
               {{"card", seconds(look.card_length)},
                {"end_card", seconds(look.end_card_length)},
                {"lower_third", seconds(look.lower_third_length)}}},
              {"sha256", look.sha256}};
    for (const auto& [script, font] : look.fonts)
        json["fonts"][script] = {{"font", font.family}, {"scale", font.scale}};
    if (look.card_background) json["card_background"] = written(*look.card_background);
    if (look.logo) json["logo"] = {{"file", look.logo->file.filename().string()}, {"size", look.logo->size}};
    return json;
}

void show(const std::string& name, Context& context) {
    const auto archive = context.open();
    const auto look = clip::find_look(archive.folder(), name);
    if (context.json()) return print_json(as_json(look));
    const auto line = [](const std::string& key, const std::string& value) {
        print_line(fmt::format("{:<16} {}", key, value.empty() ? "-" : harmless(value)));
    };
    const auto text = [&](const std::string& key, const captions::TextLook& t) {
        line(key,
             fmt::format("size {}, {} on {}{}", t.size, written(t.colour), written(t.box), t.bold ? ", bold" : ""));
    };
    line("look", look.name);
    line("description", look.description);
    line("font", look.font);
    for (const auto& [script, font] : look.fonts)
        line("  for " + script, fmt::format("{}, {} times as large", font.family, font.scale));
    text("caption", look.caption);
    text("lower third", look.lower_third);
    text("card", look.card);
    line("safe areas", fmt::format("action {:.0f} %, title {:.0f} %", 100 * look.action_safe, 100 * look.title_safe));
    line("card background", look.card_background ? written(*look.card_background) : "");
    line("logo", look.logo ? look.logo->file.filename().string() : "");
    line("seconds", fmt::format("card {}, end card {}, lower third {}", seconds(look.card_length),
                                seconds(look.end_card_length), seconds(look.lower_third_length)));
}

void add(const std::string& name, const std::string& file, Context& context) {
    const auto archive = context.open();
    require_role(archive, context.by(), "editor");
    const auto look = clip::add_look(archive.folder(), name, file);
    if (context.json()) return print_json(as_json(look));
    print_line(fmt::format("added look '{}'", look.name));
    context.remark(fmt::format("next: counterclip clip change CLIP --look {}", look.name));
}

}  // namespace

Verb look_list_verb() {
    return {
        "look list", "List the looks of cards and captions", {"look list"}, [](CLI::App&) -> Action { return list; }};
}

Verb look_show_verb() {
    return {"look show", "Show what a look says", {"look show plain"}, [](CLI::App& app) -> Action {
                auto name = std::make_shared<std::string>();
                app.add_option("LOOK", *name, "Its name")->required();
                return [name](Context& context) { show(*name, context); };
            }};
}

Verb look_add_verb() {
    return {"look add",
            "Take a look's JSON file, and the logo beside it, into the archive; docs/looks.md has its fields",
            {"look add ours our-look.json"},
            [](CLI::App& app) -> Action {
                auto name = std::make_shared<std::string>(), file = std::make_shared<std::string>();
                app.add_option("LOOK", *name, "What clips call it")->required();
                app.add_option("FILE", *file, "The JSON file")->required();
                return [name, file](Context& context) { add(*name, *file, context); };
            }};
}

}  // namespace counterclip::cli
