#include <fmt/format.h>

#include "cli/ledger_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/day.h"

namespace counterclip::cli {

namespace {

std::vector<std::vector<std::string>> rows_of(const archive::Archive& archive, const archive::Release& r,
                                              const std::vector<archive::Place>& places) {
    std::vector<std::vector<std::string>> rows{{fmt::format("{}", r.id), r.clip, r.destination, r.at.substr(0, 10),
                                                r.by, "", state_of(r), archive.path(r.folder).string()}};
    for (const auto& p : places)
        if (p.release == r.id)
            rows.push_back({"  " + place_code(p.id), p.clip, p.destination, p.since, p.by,
                            p.reach ? fmt::format("{}", *p.reach) : "-", state_of(p), p.address});
    return rows;
}

Json with_places(const archive::Archive& archive, const archive::Release& r,
                 const std::vector<archive::Place>& places) {
    auto json = as_json(r);
    json["folder"] = archive.path(r.folder).string();
    json["places"] = Json::array();
    for (const auto& p : places)
        if (p.release == r.id) json["places"].push_back(as_json(p));
    return json;
}

void list(const archive::LedgerFilter& filter, Context& context) {
    const auto archive = context.open();
    const auto releases = archive.releases(filter);
    const auto places = archive.places(filter);
    if (context.json()) {
        auto all = Json::array();
        for (const auto& r : releases) all.push_back(with_places(archive, r, places));
        return print_json(all);
    }
    Table table{{"ID", "CLIP", "DESTINATION", "SINCE", "BY", "REACH", "STATE", "WHERE"}, {}};
    for (const auto& r : releases)
        for (auto& row : rows_of(archive, r, places)) table.rows.push_back(std::move(row));
    print_table(table, "nothing was released yet");
}

void due(std::optional<int> within, Context& context) {
    const auto archive = context.open();
    auto orders = open_orders(archive, archive.releases(), archive.places());
    if (within) {
        const auto last = day_after(today(), *within);
        std::erase_if(orders, [&](const Order& o) { return o.due > last; });
    }
    if (context.json()) {
        auto all = Json::array();
        for (const auto& o : orders) all.push_back(as_json(o));
        print_json(all);
    } else {
        print_orders(orders, "nothing has to come down");
    }
    const auto overdue = std::count_if(orders.begin(), orders.end(), [](const Order& o) { return o.overdue; });
    const auto count = fmt::format("{} to take down, {} overdue", orders.size(), overdue);
    // What is late nobody may miss.
    if (overdue > 0)
        context.warn(count);
    else
        context.remark(count);
}

}  // namespace

Verb ledger_list_verb() {
    return {"ledger list",
            "List what was released, where to, where the public finds it, and what must be taken down",
            {"ledger list", "ledger list --clip courage", "ledger list --interview BTIB-0042 --destination web"},
            [](CLI::App& app) -> Action {
                auto filter = std::make_shared<archive::LedgerFilter>();
                app.add_option("--clip", filter->clip, "Only this clip's");
                app.add_option("--interview", filter->interview, "Only what draws from this interview");
                app.add_option("--destination", filter->destination, "Only what went there");
                return [filter](Context& context) { list(*filter, context); };
            }};
}

Verb ledger_due_verb() {
    return {"ledger due",
            "List what must come down and is not noted as down, overdue first (exit code 0; the count is on stderr)",
            {"ledger due", "ledger due --within 3"},
            [](CLI::App& app) -> Action {
                auto within = std::make_shared<std::optional<int>>();
                app.add_option("--within", *within, "Only what is due within so many days, and what is overdue")
                    ->check(CLI::Range(0, 3650));
                return [within](Context& context) { due(*within, context); };
            }};
}

}  // namespace counterclip::cli
