// The operators' signing keys: secret ones in ARCHIVE/keys/CODE.key, readable by their owner only.
#pragma once

#include <string>

#include "archive/archive.h"
#include "cli/context.h"

namespace counterclip::cli {

// COUNTERCLIP_PASSPHRASE, or empty.
std::string passphrase();

std::filesystem::path key_file(const archive::Archive& archive, const std::string& code);
// Throws Error saying how to get one when the operator has none here.
std::string secret_key_of(const archive::Archive& archive, const std::string& code);

}  // namespace counterclip::cli
