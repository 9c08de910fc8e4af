// manifest.json: what a release says about itself. docs/formats.md describes it; the manifest is what is signed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace counterclip::release {

inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view signature_name = "manifest.json.minisig";
inline constexpr std::string_view sums_name = "SHA256SUMS";
inline constexpr std::string_view public_key_name = "release.pub";

struct ManifestFile {
    std::string name;  // in the release's folder
    std::string sha256;
    std::int64_t bytes = 0;
};

struct Manifest {
    std::string clip;
    std::string title;
    std::string destination;
    std::string created;  // the day only, "2026-11-24"
    Time duration{};
    std::int64_t frames = 0;
    int width = 0;  // px
    int height = 0;
    std::map<std::string, std::string> treatments;
    // Revision numbers, rising, without the interviews' codes: a code found in another document would tie the clip to
    // it. The approval's statement, kept in the archive, says which is whose.
    std::vector<std::int64_t> consent_revisions;
    std::string approval_sha256;
    std::vector<ManifestFile> files;
};

std::string to_json(const Manifest& manifest);
// Throws Error saying what is missing or of which version it is.
Manifest manifest_from_json(std::string_view json);

// The name, SHA-256 and size of a file as it lies there. Throws Error naming it.
ManifestFile describe_file(const std::filesystem::path& file);
// The text of SHA256SUMS, as sha256sum writes it.
std::string sums(const std::vector<ManifestFile>& files);

// "0.1.0": of the program that was built with this room.
std::string_view tool_version();

}  // namespace counterclip::release
