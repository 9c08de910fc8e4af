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
    std::string destination;
    bool quick = false;
    bool rules = false;
};

consent::Stage stage_from(const std::string& text) {
    for (const auto stage : {consent::Stage::render, consent::Stage::approve, consent::Stage::release})
        if (word(stage) == text) return stage;
    throw Error("read the stage '" + text + "'", "the words are: render, approve, release", ErrorKind::usage);
}

std::optional<consent::DestinationFacts> destination_named(const archive::Archive& archive, const std::string& code) {
    if (code.empty()) return std::nullopt;
    return facts_of(archive.open_destination(code));
}

void show_rules(const Context& context) {
    const auto rules = consent::rules();
    if (context.json()) return print_json(list_as_json(rules));
    Table table{{"CODE", "FROM", "SEVERITY", "DEMANDS"}, {}};
    for (const auto& rule : rules)
        table.rows.push_back({rule.code, word(rule.from), word(rule.severity), rule.demands});
    print_table(table, "no rules");
}

constexpr const char* not_looked_at =
    "quick: originals, the render and its proof were not compared with their hashes, and count as unchanged";

std::string counted(std::size_t n) {
    return fmt::format("{} finding{}", n, n == 1 ? "" : "s");
}

void show_group(const std::vector<consent::Finding>& findings, consent::Severity severity, const std::string& head) {
    std::vector<consent::Finding> group;
    for (const auto& f : findings)
        if (f.severity == severity) group.push_back(f);
    if (group.empty()) return;
    print_line(fmt::format("{}: {}", counted(group.size()), head));
    for (const auto& f : group)
        print_line(fmt::format("  {}\n      {}\n      next: {}", f.code, harmless(f.what), harmless(f.mend)));
    print_line("");
}

std::string may(consent::Stage stage) {
    switch (stage) {
        case consent::Stage::render:
            return "be rendered";
        case consent::Stage::approve:
            return "be approved";
        case consent::Stage::release:
            break;
    }
    return "be released";
}

void show_answer(const Arguments& a, const consent::GateFacts& facts, const std::vector<consent::Finding>& findings) {
    const bool no = consent::blocked(findings);
    const auto to = facts.destination ? fmt::format(" to '{}'", facts.destination->code) : std::string();
    print_line(fmt::format("clip '{}' may {}{}{}", a.clip, no ? "not " : "", may(a.stage), to) +
               (findings.empty() ? ": nothing was found\n" : "\n"));
    show_group(findings, consent::Severity::blocks, "each has to be mended first");
    show_group(findings, consent::Severity::warns, "to be known; they do not stop it");
    const auto reasons = consent::second_approval_reasons(facts);
    if (a.stage == consent::Stage::render && !reasons.empty()) {
        print_line("two auditors will have to approve it:");
        for (const auto& reason : reasons) print_line("  " + harmless(reason));
    }
}

void check(const Arguments& a, Context& context) {
    if (a.rules) return show_rules(context);
    if (a.clip.empty()) throw Error("check a clip", "CODE is required", ErrorKind::usage);
    const auto archive = context.open();
    const auto facts = facts_of(archive, a.clip, context, destination_named(archive, a.destination), !a.quick);
    const auto findings = consent::check(facts, a.stage);
    if (context.json())
        print_json(list_as_json(findings));
    else
        show_answer(a, facts, findings);
    if (a.quick) context.remark(not_looked_at);
    if (consent::blocked(findings))
        throw Error(fmt::format("clip '{}'", a.clip), fmt::format("the gate does not let it {}", may(a.stage)),
                    ErrorKind::refused);
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    app.add_option("CODE", a.clip, "The clip");
    add_read_option(app, "--for,--stage", a.stage, stage_from,
                    "How far it wants to go: render, approve or release (default: release)");
    app.add_option("--destination", a.destination, "Whom it would be released to");
    app.add_flag("--quick", a.quick, "Hash no file: says less, at once; for a look, never for a decision");
    app.add_flag("--rules", a.rules, "List the gate's rules instead");
    return [arguments](Context& context) { check(*arguments, context); };
}

}  // namespace

Verb clip_check_verb() {
    return {"clip check",
            "Ask the gate what stands between a clip and the world (exit code 3: it is refused)",
            {"clip check courage", "clip check courage --for render",
             "clip check courage --for release --destination partner", "clip check --quick courage",
             "--json clip check courage", "clip check --rules"},
            declare};
}

}  // namespace counterclip::cli
