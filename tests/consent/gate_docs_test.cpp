// docs/gate-rules.md is for people who cannot build the program; it must say what the table says.
#include <iostream>

#include <fmt/format.h>

#include "consent/gate.h"
#include "core/staged_file.h"

using namespace counterclip;
using namespace counterclip::consent;

namespace {

std::string row(const RuleText& rule) {
    constexpr const char* stages[] = {"render", "approve", "release"};
    return fmt::format("| `{}` | {} | {} | {} | {} |\n", rule.code, stages[static_cast<int>(rule.from)],
                       rule.severity == Severity::blocks ? "blocks" : "warns", rule.demands, rule.why);
}

}  // namespace

TEST_CASE("the page on the gate has the rule table, row for row") {
    std::string table = "| code | from | effect | demands | because |\n|---|---|---|---|---|\n";
    for (const RuleText& rule : rules()) table += row(rule);
    const std::string page = read_whole(std::filesystem::path(COUNTERCLIP_DOCS) / "gate-rules.md");
    const bool is_there = page.find(table) != std::string::npos;
    CHECK(is_there);
    if (!is_there) std::cerr << "\nPut this table into docs/gate-rules.md:\n\n" << table << '\n';
}
