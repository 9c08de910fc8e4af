// What the vault holds of one person as lines, so that it can come from a file or a pipe and never stand on a command
// line:
//
//   name: Layla Haddad          also alias:, place: and term:, as often as there are any
//   place: Stringtown -> a town in the north    what clips say in its place, where they would say "[place]"
//   contact: +963 ...
//   note: calls on Fridays only
//
// Empty lines and lines that begin with '#' say nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/vault.h"

namespace counterclip::cli {

struct VaultLines {
    std::vector<archive::ProtectedTerm> terms;
    std::optional<std::string> contact;
    std::optional<std::string> note;
};

// Error(usage) with the number of the line that cannot be read, and nothing of what it says.
VaultLines read_vault_lines(std::string_view text);
std::string write_vault_lines(const archive::Identity& identity);

}  // namespace counterclip::cli
