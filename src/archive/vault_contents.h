// What lies in the vault, as JSON and back. Inside the archive room only.
//
//   {"identities": {"BTIB-0042": {"contact": "", "note": "", "terms": [{"kind": "name", "text": ""}]}}}
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "archive/vault.h"
#include "core/secret.h"

namespace counterclip::archive {

SecretText contents_of(const std::map<std::string, Identity>& identities);
// Error `doing` "..." when it is something else; it never holds what was read.
std::map<std::string, Identity> identities_in(std::string_view contents, const std::string& doing);

// Error(usage) when a text could not be written or found again.
void require_storable(const std::string& interview, const Identity& identity);
void wipe(Identity& identity) noexcept;

}  // namespace counterclip::archive
