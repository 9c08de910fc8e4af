// The log in one file, for an auditor outside: JSON Lines that can be checked without the archive.
//
//   {"counterclip log": 1, "archive": "<identity>", "operators": [{"code", "roles", "public_key"}], "made": "<UTC>"}
//   {"event": {"sequence", "at", "by", "verb", "object", "details", "previous", "hash"}}      in order; details as text
//   {"checkpoint": {"sequence", "hash", "by", "at", "signature"}}
//
// It holds what the log holds: codes, hashes and words of the program's own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "archive/log.h"

namespace counterclip::archive {

struct LogFile {
    LogHead head;
    std::int64_t checkpoints = 0;
    std::optional<LogFault> fault;  // the first
};

// Checks the chain, that the operators' keys are those that were recorded, and every checkpoint. With `key` (a public
// key's line, got another way) one checkpoint at least must be signed by it. Throws Error when it is no such file.
LogFile check_log_file(const std::filesystem::path& file, const SignatureCheck& signed_by, const std::string& key);

}  // namespace counterclip::archive
