#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

using Words = std::optional<std::vector<std::string>>;

struct Arguments {
    std::string code;
    std::string kind;
    Words audiences;
    Words territories;
    Words languages;
    std::optional<int> takedown_days;
};

std::string or_everyone(const std::vector<std::string>& words) {
    return words.empty() ? "everyone" : joined(words);
}

void apply(const Arguments& a, archive::Destination& d) {
    if (a.audiences) d.audiences = *a.audiences;
    if (a.territories) d.territories = *a.territories;
    if (a.languages) d.languages = *a.languages;
    if (a.takedown_days) d.takedown_days = *a.takedown_days;
}

archive::Destination find(const archive::Archive& archive, const std::string& code) {
    for (auto& d : archive.destinations())
        if (d.code == code) return d;
    throw Error(fmt::format("destination '{}'", code),
                "there is none; `counterclip destination list` shows what there is, `destination add` makes one");
}

void answer(const archive::Archive& archive, const std::string& code, const std::string& what, const Context& context) {
    const auto d = find(archive, code);
    if (context.json()) return print_json(as_json(d));
    print_line(
        fmt::format("{} destination '{}' ({}): audiences {}, territories {}, languages {}; takes down within {} "
                    "days",
                    what, d.code, d.kind, or_everyone(d.audiences), or_everyone(d.territories),
                    d.languages.empty() ? "any" : joined(d.languages), d.takedown_days));
}

void add(const Arguments& a, Context& context) {
    auto archive = context.open();
    require_no_terms_in("destination", a.code, archive, context);
    archive::Destination d;
    d.code = a.code;
    d.kind = a.kind;
    apply(a, d);
    archive.add_destination(d, context.by());
    answer(archive, a.code, "added", context);
}

void change(const Arguments& a, Context& context) {
    auto archive = context.open();
    auto d = find(archive, a.code);
    apply(a, d);
    archive.change_destination(d, context.by());
    answer(archive, a.code, "changed", context);
}

void close(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive.close_destination(a.code, context.by());
    if (context.json()) return print_json(as_json(find(archive, a.code)));
    print_line(fmt::format("destination '{}' is closed: nothing goes there any more", a.code));
}

void list(Context& context) {
    const auto archive = context.open();
    const auto all = archive.destinations();
    if (context.json()) return print_json(list_as_json(all));
    Table table{{"CODE", "KIND", "AUDIENCES", "TERRITORIES", "LANGUAGES", "TAKEDOWN", "STATE"}, {}};
    for (const auto& d : all)
        table.rows.push_back({d.code, d.kind, or_everyone(d.audiences), or_everyone(d.territories),
                              d.languages.empty() ? "any" : joined(d.languages),
                              fmt::format("{} days", d.takedown_days),
                              d.closed_at.empty() ? "open" : "closed " + d.closed_at.substr(0, 10)});
    print_table(table, "no destination yet; `counterclip destination add CODE --kind partner` makes one");
}

void declare_scope(CLI::App& app, Arguments& a) {
    app.add_option("CODE", a.code, "Its code: stands in the ledger and the manifest")->required();
    add_list(app, "--audience", a.audiences, "Who sees it there; several times. None: everyone");
    add_list(app, "--territory", a.territories, "Where, as ISO 3166 codes; several times. None: everywhere");
    add_list(app, "--language", a.languages, "Languages published in, as BCP 47 tags; several times. None: any");
    app.add_option("--takedown-days", a.takedown_days, "Days it has to take a clip down; 7 where nothing is said");
}

}  // namespace

Verb destination_add_verb() {
    return {"destination add",
            "Add somebody who may receive releases; consent's audiences and territories are compared with theirs",
            {"destination add archive-lab --kind partner --audience researchers --territory IQ --takedown-days 3",
             "destination add web --kind web"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                declare_scope(app, *arguments);
                app.add_option("--kind", arguments->kind, "partner: a folder for somebody; web: everyone")
                    ->required()
                    ->check(CLI::IsMember({"partner", "web"}));
                return [arguments](Context& context) { add(*arguments, context); };
            }};
}

Verb destination_change_verb() {
    return {"destination change",
            "Change whom a destination reaches; what is named replaces what was there",
            {"destination change archive-lab --audience researchers --audience students"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                declare_scope(app, *arguments);
                return [arguments](Context& context) { change(*arguments, context); };
            }};
}

Verb destination_close_verb() {
    return {"destination close",
            "Let nothing more go to a destination; what went there stays in the ledger",
            {"destination close archive-lab"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("CODE", arguments->code, "The destination")->required();
                return [arguments](Context& context) { close(*arguments, context); };
            }};
}

Verb destination_list_verb() {
    return {"destination list", "List who may receive releases", {"destination list"}, [](CLI::App&) -> Action {
                return list;
            }};
}

}  // namespace counterclip::cli
