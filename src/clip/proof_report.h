// The report of a verification: JSON that the gate reads, and a contact sheet for people. Both lie in the archive under
// derived/proof/, named by the SHA-256 of the render they are about, and leave it in no way of the program's own.
#pragma once

#include <filesystem>
#include <string>

#include "archive/archive.h"
#include "clip/verify.h"

namespace counterclip::clip {

// As JSON, and back (only the facts).
std::string to_json(const Verification& verification);
consent::VerificationFacts facts_from_json(const std::string& json);

struct ProofFiles {
    std::filesystem::path report;  // <render's SHA-256>-<its number>.json
    std::filesystem::path sheet;   // the same, .png; the report holds its SHA-256
};
// Where they are or would be. By render: clips of the same parts come out the same, and each has a proof of its own.
ProofFiles proof_files(const archive::Archive& archive, std::int64_t render, const std::string& render_sha256);

// Writes the sheet, sets `sheet_sha256`, writes the report, each at once or not at all, in place of earlier ones of the
// same file. Returns the report for the catalog.
std::string keep_proof(const archive::Archive& archive, std::int64_t render, Verification& verification);

// Whether both files are there as they were made: the report byte for byte what the catalog holds (`report`), the sheet
// with the SHA-256 that stands in it. What an auditor looks at must be what the machine saw.
bool is_proof_whole(const archive::Archive& archive, const archive::Render& render);

}  // namespace counterclip::clip
