#include <fmt/format.h>

#include "cli/lines_json.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    bool mine = false;
    std::int64_t limit = 50;
    bool all = false;
};

// Why it stands where it stands, worst first.
std::vector<std::string> reasons(const archive::ClipLine& l) {
    std::vector<std::string> all;
    const auto note = [&](int count, const char* one, const char* many) {
        if (count > 0) all.push_back(fmt::format("{} {}", count, count == 1 ? one : many));
    };
    note(l.problems, "problem found", "problems found");
    if (l.minor) all.emplace_back("minor");
    if (l.custody) all.emplace_back("custody");
    if (l.watched) all.emplace_back("guard present");
    if (l.stale == 2) all.emplace_back("recording changed since");
    note(l.gaps, "open gap", "open gaps");
    note(l.deleted, "deleted face", "deleted faces");
    if (l.visible > 0) all.push_back(fmt::format("{:.0f} % of a face visible", l.visible / 10.0));
    return all;
}

std::string next_step(const archive::ClipLine& l) {
    if (l.problems > 0 || l.gaps > 0) return fmt::format("back to an editor: clip check {}", l.code);
    if (l.stale == 2) return fmt::format("see whether it still stands: clip check {} --for approve", l.code);
    if (l.stage == "second approval") return fmt::format("another auditor: approve {}", l.code);
    return fmt::format("watch, then approve {}", l.code);
}

void queue(const Arguments& a, Context& context) {
    const auto archive = context.open();
    const auto who = a.mine ? context.by() : std::string();
    const auto page = archive.audit_queue(today(), a.all ? -1 : a.limit, who);
    if (context.json()) {
        auto list = Json::array();
        for (const auto& line : page.lines) {
            auto json = as_json(line);
            json["reasons"] = reasons(line);
            json["next"] = next_step(line);
            list.push_back(json);
        }
        return print_json({{"waiting", page.total}, {"clips", list}});
    }
    Table table{{"CLIP", "WAITS SINCE", "LENGTH", "LOOK AT", "NEXT"}, {}};
    for (const auto& l : page.lines) {
        const auto why = reasons(l);
        table.rows.push_back({l.code, l.since, format_time(l.length), why.empty() ? "-" : joined(why), next_step(l)});
    }
    print_table(table, "nothing waits for an auditor");
    if (page.total > std::ssize(page.lines))
        context.remark(fmt::format("the worst {} of {}; --all lists every one", page.lines.size(), page.total));
}

}  // namespace

Verb audit_queue_verb() {
    return {"audit queue",
            "List the clips that wait for an auditor, worst first, and what each needs next",
            {"audit queue", "--as samir audit queue --mine", "--json audit queue --limit 10"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_flag("--mine", a->mine, "Only those you may judge: you had no hand in them");
                app.add_option("--limit", a->limit, "How many (default: 50)")->check(CLI::PositiveNumber);
                app.add_flag("--all", a->all, "Every one");
                return [a](Context& context) { queue(*a, context); };
            }};
}

}  // namespace counterclip::cli
