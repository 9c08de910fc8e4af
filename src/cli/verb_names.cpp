// Every place of a clip where a protected term may be left, for the auditor.
#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/leftovers.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    bool show = false;
};

void find(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto clip = archive.clip(a.clip);
    if (a.show) require_role(archive, context.by(), "auditor");
    const auto& vault = open_vault(archive, context);
    const auto found = clip::leftovers(archive, clip, vault);
    // Who looked at names is an event, as with `vault show`.
    if (a.show)
        archive.append_event("names show", "clip " + a.clip, Json{{"vault", vault.checksum()}}.dump(), context.by());
    if (context.json()) {
        auto json = Json::array();
        for (const auto& left : found) {
            Json item{{"place", left.place},
                      {"kind", to_string(left.kind)},
                      {"likeness", left.likeness == captions::Likeness::exact ? "exact" : "near"},
                      {"said", left.said.has_value()}};
            if (a.show) item["text"] = left.text, item["term"] = left.term;
            json.push_back(std::move(item));
        }
        return print_json(json);
    }
    Table table{{"LIKENESS", "KIND", "PLACE"}, {}};
    if (a.show) table.head.insert(table.head.end(), {"TEXT", "TERM"});
    for (const auto& left : found) {
        table.rows.push_back({left.likeness == captions::Likeness::exact ? "exact" : "near", to_string(left.kind),
                              (left.said ? "said in " : "") + left.place});
        if (a.show) table.rows.back().insert(table.rows.back().end(), {harmless(left.text), harmless(left.term)});
    }
    print_table(table, "nothing is like a protected term");
}

}  // namespace

Verb names_find_verb() {
    return {"names find",
            "List every place of a clip where a protected term stands or is said, or something like one",
            {"names find courage", "--as basim names find courage --show"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_option("CLIP", a->clip, "The clip")->required();
                app.add_flag("--show", a->show,
                             "The words as they stand there and the terms they are like; for auditors, and logged");
                return [a](Context& context) { find(*a, context); };
            }};
}

}  // namespace counterclip::cli
