// A release: one folder that a partner or platform receives.
//
//   <clip>.mp4              the approved render, byte for byte
//   <clip>.jpg              a poster picture from the render
//   manifest.json           what it is; docs/formats.md. Nothing in it identifies a person.
//   manifest.json.minisig   the operator's signature (the manifest holds the SHA-256 of the files beside it)
//   SHA256SUMS              for sha256sum -c
//   release.pub             the public key, for minisign -V -p release.pub -m manifest.json
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/progress.h"
#include "core/time.h"

namespace counterclip::release {

struct PackageRequest {
    std::filesystem::path render;  // the finished file
    std::string render_sha256;     // must match, or Error
    std::string clip;              // code: the base of the file names
    std::string title;             // shown to the world
    Time duration{};
    std::int64_t frames = 0;
    int width = 0;
    int height = 0;
    std::map<std::string, std::int64_t> consent_revisions;
    std::map<std::string, std::string> treatments;  // "face": "veil", "name": "changed" ...
    std::string approval_sha256;                    // of the signed approval statement
    std::string destination;
    std::string secret_key;  // the distributor's, as text
    std::string passphrase;
    std::string public_key;
    Time poster_at{};  // on the render's clock
};

// Writes the folder complete or not at all; an existing folder is an Error. Returns it.
std::filesystem::path write_package(const PackageRequest& request, const std::filesystem::path& folder,
                                    Progress& progress);

// What a recipient can check without an archive: every file's SHA-256, the signature, that nothing else lies there. One
// sentence a fault; empty = good. `public_key` empty: the one in the package is used, which proves only that the files
// belong together.
std::vector<std::string> faults_in_package(const std::filesystem::path& folder, const std::string& public_key);

}  // namespace counterclip::release
