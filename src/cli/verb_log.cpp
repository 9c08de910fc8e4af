#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

void show(Context& context) {
    const auto events = context.open().events();
    if (context.json()) return print_json(list_as_json(events));
    Table table{{"NO", "AT", "BY", "WHAT", "OBJECT"}, {}};
    for (const auto& e : events) table.rows.push_back({fmt::format("{}", e.sequence), e.at, e.by, e.verb, e.object});
    print_table(table, "nothing was done yet");
}

// A log from which the newest events were cut off is whole in itself; only a hash kept elsewhere shows it.
std::optional<archive::LogFault> missing(const std::vector<archive::Event>& events, const std::string& expected) {
    const auto found = std::any_of(events.begin(), events.end(), [&](const auto& e) { return e.hash == expected; });
    if (expected.empty() || found) return std::nullopt;
    return archive::LogFault{static_cast<std::int64_t>(events.size()) + 1,
                             "the event with the expected hash is not there"};
}

void verify(const std::string& expected, Context& context) {
    const auto archive = context.open();
    const auto events = archive.events();
    auto fault = archive.verify_log();
    if (!fault) fault = missing(events, expected);
    const auto last = events.empty() ? std::string() : events.back().hash;
    if (context.json()) {
        Json json{{"events", events.size()}, {"last_hash", last}, {"good", !fault}};
        if (fault) json["fault"] = {{"sequence", fault->sequence}, {"what", fault->what}};
        print_json(json);
    }
    if (fault)
        throw Error("verify the log",
                    fmt::format("event {}: {}; compare with a copy of the archive", fault->sequence, fault->what));
    if (context.json()) return;
    print_line(fmt::format("good: {} event{} in an unbroken chain", events.size(), events.size() == 1 ? "" : "s"));
    if (!last.empty()) print_line(fmt::format("last hash: {}", last));
}

}  // namespace

Verb log_show_verb() {
    return {"log show",
            "List every change, who made it and when",
            {"log show", "--json log show"},
            [](CLI::App&) -> Action { return show; }};
}

Verb log_verify_verb() {
    return {"log verify",
            "Check that no event was edited, removed or reordered; note the last hash elsewhere to see a cut end too",
            {"log verify", "log verify --expect 3f1c..."},
            [](CLI::App& app) -> Action {
                auto expected = std::make_shared<std::string>();
                app.add_option("--expect", *expected, "A hash noted earlier: its event must still be there");
                return [expected](Context& context) { verify(*expected, context); };
            }};
}

}  // namespace counterclip::cli
