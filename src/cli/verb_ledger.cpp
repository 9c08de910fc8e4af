#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

std::string takedown(const archive::Release& r) {
    if (r.takedown_due.empty()) return "-";
    return r.takedown_done.empty() ? "DUE " + r.takedown_due : "done " + r.takedown_done;
}

void list(const std::string& clip, Context& context) {
    const auto archive = context.open();
    if (!clip.empty()) archive.clip(clip);
    const auto releases = archive.releases(clip);
    if (context.json()) return print_json(list_as_json(releases));
    Table table{{"RELEASE", "CLIP", "DESTINATION", "RELEASED", "BY", "TAKEDOWN", "FOLDER"}, {}};
    for (const auto& r : releases)
        table.rows.push_back({fmt::format("{}", r.id), r.clip, r.destination, r.at, r.by, takedown(r), r.folder});
    print_table(table, "nothing was released yet");
}

void done(std::int64_t release, Context& context) {
    auto archive = context.open();
    archive.takedown_done(release, context.by());
    print_line(fmt::format("release {} is taken down", release));
}

}  // namespace

Verb ledger_list_verb() {
    return {"ledger list",
            "List what was released, where to, and what must be taken down",
            {"ledger list", "ledger list --clip courage"},
            [](CLI::App& app) -> Action {
                auto clip = std::make_shared<std::string>();
                app.add_option("--clip", *clip, "Only this clip's");
                return [clip](Context& context) { list(*clip, context); };
            }};
}

Verb ledger_done_verb() {
    return {"ledger done", "Note that a release was taken down", {"ledger done 2"}, [](CLI::App& app) -> Action {
                auto release = std::make_shared<std::int64_t>(0);
                app.add_option("RELEASE", *release, "From `ledger list`")->required();
                return [release](Context& context) { done(*release, context); };
            }};
}

}  // namespace counterclip::cli
