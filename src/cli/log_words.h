// What the verbs that look at the log share.
#pragma once

#include <optional>
#include <string>

#include "archive/archive.h"
#include "cli/context.h"
#include "cli/keys.h"
#include "core/day.h"

namespace counterclip::cli {

// The chain, the records and the checkpoints. `key`: a public key's line from elsewhere, or empty.
std::optional<archive::LogFault> fault_in_log(const archive::Archive& archive, const std::string& key = {});

// Nothing is signed, and nothing leaves, on records that somebody changed behind the log's back. Throws Error(refused)
// "<doing>: ..." naming the first fault.
void require_whole_log(const archive::Archive& archive, const std::string& doing);

// A public key's line, given as itself or as a file that holds it.
std::string public_key_from(const std::string& given);

// Signs the log as it is now, and keeps the checkpoint.
archive::Checkpoint sign_log(archive::Archive& archive, const std::string& by, const release::Signer& key);

}  // namespace counterclip::cli
