#include "consent/gate.h"

#include "consent/rule_table.h"

namespace counterclip::consent {

namespace {

// A code may have a later, stricter row; once the clip has come that far, the earlier one says nothing more.
bool is_replaced(const Rule& rule, Stage stage) {
    return std::ranges::any_of(rule_table(), [&](const Rule& other) {
        return std::string_view(other.code) == rule.code && rule.from < other.from && other.from <= stage;
    });
}

bool is_withdrawn(const Case& c) {
    return !withdrawn(c).empty();
}

bool is_asked(const Rule& rule, const Case& c, Stage stage) {
    if (is_withdrawn(c)) return rule.objections == withdrawn;
    return rule.from <= stage && !is_replaced(rule, stage);
}

}  // namespace

std::vector<Finding> check(const GateFacts& facts, Stage stage) {
    const Case c = lay_out(facts);
    std::vector<Finding> findings;
    for (const Rule& rule : rule_table()) {
        if (!is_asked(rule, c, stage)) continue;
        for (Objection& o : rule.objections(c))
            findings.push_back({rule.code, rule.severity, std::move(o.what), std::move(o.mend)});
    }
    std::ranges::stable_partition(findings, [](const Finding& f) { return f.severity == Severity::blocks; });
    return findings;
}

bool blocked(const std::vector<Finding>& findings) {
    return std::ranges::any_of(findings, [](const Finding& f) { return f.severity == Severity::blocks; });
}

std::vector<RuleText> rules() {
    std::vector<RuleText> texts;
    for (const Rule& r : rule_table()) texts.push_back({r.code, r.from, r.severity, r.demands, r.why});
    return texts;
}

}  // namespace counterclip::consent
