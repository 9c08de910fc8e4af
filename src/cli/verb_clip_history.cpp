// What a clip was before each change, and the way back to it.
#include <fmt/format.h>

#include "cli/clip_answer.h"
#include "cli/clip_changes.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/looks.h"

namespace counterclip::cli {

namespace {

using Changes = std::vector<ClipChange>;

Changes changes_since(const std::vector<archive::Clip>& versions, std::size_t at, const archive::Archive& archive) {
    return at == 0 ? Changes{} : changes_of(versions[at - 1], versions[at], archive);
}

std::string in_one_line(const Changes& changes) {
    std::vector<std::string> told;
    for (const auto& c : changes)
        told.push_back(fmt::format("{}: {} -> {}", c.what, c.from.empty() ? "-" : c.from, c.to.empty() ? "-" : c.to));
    return fmt::format("{}", fmt::join(told, "; "));
}

Json as_json(const Changes& changes) {
    auto list = Json::array();
    for (const auto& c : changes) list.push_back({{"what", c.what}, {"from", c.from}, {"to", c.to}});
    return list;
}

void history(const std::string& code, Context& context) {
    const auto archive = context.open();
    const auto versions = archive.clip_history(code);
    auto list = Json::array();
    Table table{{"VERSION", "AT", "BY", "CHANGED"}, {}};
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto changes = changes_since(versions, i, archive);
        if (context.json()) {
            auto json = cli::as_json(versions[i]);
            json["changes"] = as_json(changes);
            list.push_back(std::move(json));
        }
        const auto told = i == 0 ? "made" : changes.empty() ? "nothing" : in_one_line(changes);
        table.rows.push_back({fmt::format("{}", versions[i].version), versions[i].at, versions[i].by, harmless(told)});
    }
    if (context.json()) return print_json(list);
    print_table(table, "no versions");
    if (const auto& latest = versions.back(); !latest.discarded_by.empty())
        print_line("DISCARDED by " + harmless(discarded_in_words(latest)));
}

struct RevertArguments {
    std::string code;
    std::int64_t to = 0;
};

archive::Clip version_of(const archive::Archive& archive, const RevertArguments& a) {
    const auto versions = archive.clip_history(a.code);
    const auto found = std::ranges::find(versions, a.to, &archive::Clip::version);
    if (found == versions.end())
        throw Error(fmt::format("revert clip '{}'", a.code),
                    fmt::format("there is no version {}; the latest is {}", a.to, versions.back().version),
                    ErrorKind::usage);
    return *found;
}

// Looks may have gone since, and the vault may know names that it did not know then.
void revert(const RevertArguments& a, Context& context) {
    auto archive = context.open();
    auto clip = version_of(archive, a);
    const auto before = archive.clip(a.code).version;
    (void)clip::find_look(archive.folder(), clip.look);
    substitute_typed(clip, archive, context);
    archive.revert_clip(clip, a.to, context.by());
    answer_changed(archive.clip(a.code), before, fmt::format("reverted to version {}:", a.to), context);
}

}  // namespace

Verb clip_history_verb() {
    return {"clip history",
            "List a clip's versions: when, by whom, what changed",
            {"clip history courage", "--json clip history courage"},
            [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The clip")->required();
                return [code](Context& context) { history(*code, context); };
            }};
}

Verb clip_revert_verb() {
    return {"clip revert",
            "Make a clip what it was: a new version equal to an old one; its renders and approvals no longer count",
            {"clip revert courage --to 2"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<RevertArguments>();
                app.add_option("CODE", a->code, "The clip")->required();
                app.add_option("--to", a->to, "The version, from `clip history`")->required();
                return [a](Context& context) { revert(*a, context); };
            }};
}

}  // namespace counterclip::cli
