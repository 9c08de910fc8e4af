// What the verbs that look at the log share.
#pragma once

#include <optional>
#include <string>

#include "archive/archive.h"
#include "cli/context.h"
#include "cli/keys.h"

namespace counterclip::cli {

// release::verify, as the archive wants it.
archive::SignatureCheck signature_check();

// The chain, the records and the checkpoints. `key`: a public key's line from elsewhere, or empty.
std::optional<archive::LogFault> fault_in_log(const archive::Archive& archive, const std::string& key = {});

// A public key's line, given as itself or as a file that holds it.
std::string public_key_from(const std::string& given);

// Signs the log as it is now, and keeps the checkpoint.
archive::Checkpoint sign_log(archive::Archive& archive, const std::string& by, const release::Signer& key);

// "2026-11-24", of this machine's clock in UTC.
std::string today();

}  // namespace counterclip::cli
