#include "cli/gate.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "clip/gate_facts.h"
#include "core/error.h"
#include "release/minisign.h"

namespace counterclip::cli {

consent::GateFacts facts_of(const archive::Archive& archive, const std::string& clip, const Context& context,
                            std::optional<consent::DestinationFacts> destination, bool hash_files) {
    // Opening the vault takes a passphrase and a second: who only looks is not asked for it.
    const auto* vault = vault_to_search(archive, context, hash_files ? Asking::yes : Asking::no);
    return clip::gather_facts(
        archive, clip,
        {.signed_by = release::verify, .vault = vault, .destination = std::move(destination), .hash_files = hash_files},
        context.progress());
}

consent::DestinationFacts facts_of(const archive::Destination& d) {
    return {d.code, d.kind != "partner", d.audiences, d.territories, d.languages};
}

void show_findings(const std::vector<consent::Finding>& findings, std::FILE* out) {
    for (const auto& f : findings)
        fmt::print(out, "{:<6}  {}\n        {}\n        next: {}\n", word(f.severity), f.code, harmless(f.what),
                   harmless(f.mend));
}

void require_passed(const std::vector<consent::Finding>& findings, const std::string& doing, const Context& context) {
    const bool no = consent::blocked(findings);
    if (no && context.json()) print_json(list_as_json(findings));
    if (no || !context.quiet()) show_findings(findings, stderr);
    if (!no) return;
    const auto blocking = std::count_if(findings.begin(), findings.end(),
                                        [](const auto& f) { return f.severity == consent::Severity::blocks; });
    throw Error(doing, fmt::format("the gate refuses: {} finding{} above", blocking, blocking == 1 ? "" : "s"),
                ErrorKind::refused);
}

}  // namespace counterclip::cli
