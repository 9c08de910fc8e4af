#include <fmt/format.h>

#include "cli/gate.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    consent::Stage stage = consent::Stage::release;
    bool rules = false;
};

consent::Stage stage_from(const std::string& text) {
    for (const auto stage : {consent::Stage::render, consent::Stage::approve, consent::Stage::release})
        if (word(stage) == text) return stage;
    throw Error("read the stage '" + text + "'", "the words are: render, approve, release", ErrorKind::usage);
}

void show_rules(const Context& context) {
    const auto rules = consent::rules();
    if (context.json()) return print_json(list_as_json(rules));
    Table table{{"CODE", "FROM", "SEVERITY", "DEMANDS"}, {}};
    for (const auto& rule : rules)
        table.rows.push_back({rule.code, word(rule.from), word(rule.severity), rule.demands});
    print_table(table, "no rules");
}

void check(const Arguments& a, Context& context) {
    if (a.rules) return show_rules(context);
    if (a.clip.empty()) throw Error("check a clip", "CODE is required", ErrorKind::usage);
    const auto archive = context.open();
    const auto findings = consent::check(facts_of(archive, a.clip, context), a.stage);
    if (context.json())
        print_json(list_as_json(findings));
    else if (findings.empty())
        print_line(fmt::format("clip '{}' may {}: nothing was found", a.clip, word(a.stage)));
    else
        show_findings(findings, stdout);
    if (consent::blocked(findings))
        throw Error(fmt::format("clip '{}'", a.clip), fmt::format("the gate does not let it {}", word(a.stage)),
                    ErrorKind::refused);
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("CODE", arguments->clip, "The clip");
    add_read_option(app, "--stage", arguments->stage, stage_from,
                    "How far it wants to go: render, approve or release (default: release)");
    app.add_flag("--rules", arguments->rules, "List the gate's rules instead");
    return [arguments](Context& context) { check(*arguments, context); };
}

}  // namespace

Verb clip_check_verb() {
    return {
        "clip check",
        "Ask the gate what stands between a clip and the world (exit code 3: it is refused)",
        {"clip check courage", "clip check courage --stage render", "--json clip check courage", "clip check --rules"},
        declare};
}

}  // namespace counterclip::cli
