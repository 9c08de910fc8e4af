// Redactions as the command line speaks of them.
#pragma once

#include "archive/archive.h"
#include "cli/output.h"

namespace counterclip::cli {

Json as_json(const archive::Redaction& redaction);
void print_redactions(const archive::Archive& archive, const std::vector<archive::Redaction>& redactions,
                      const std::string& when_empty);

}  // namespace counterclip::cli
