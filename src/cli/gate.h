// The gate at the command line: its facts gathered, its findings shown, its no as exit code 3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "consent/gate.h"

namespace counterclip::cli {

// Facts of the clip as it is now, to go to `destination` when that is named; texts are searched for protected terms
// where the vault can be opened (vault.h); approvals' signatures are checked against the operators' keys. Hashes the
// originals and the render unless told not to: then both count as unchanged, which no decision may stand on.
consent::GateFacts facts_of(const archive::Archive& archive, const std::string& clip, const Context& context,
                            std::optional<consent::DestinationFacts> destination = {}, bool hash_files = true);

consent::DestinationFacts facts_of(const archive::Destination& destination);

// Findings, one a paragraph: code, sentence, what to do. On stderr so that they do not mix with data.
void show_findings(const std::vector<consent::Finding>& findings, std::FILE* out);

// Shows the findings (as JSON on stdout with --json) and throws Error(refused) when one of them blocks.
void require_passed(const std::vector<consent::Finding>& findings, const std::string& doing, const Context& context);

}  // namespace counterclip::cli
