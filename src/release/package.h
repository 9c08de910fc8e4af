// A release: one folder that a partner or platform receives.
//
//   <name>.mp4              the approved render, byte for byte
//   <name>.jpg              a poster: a picture of that render, so nobody can be seen in it who is hidden in the clip
//   <name>.<...>            captions and whatever else goes along
//   manifest.json           what it is; docs/formats.md. Nothing in it identifies a person.
//   manifest.json.minisig   the operator's signature (the manifest holds the SHA-256 of the files beside it)
//   SHA256SUMS              for sha256sum -c
//   release.pub             the public key, for minisign -V -p release.pub -m manifest.json
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/progress.h"
#include "core/time.h"
#include "release/minisign.h"

namespace counterclip::release {

// A file that goes along: captions.
struct ExtraFile {
    std::filesystem::path file;  // copied; empty = `bytes` are what it holds
    std::string ending;          // after the name: ".en.vtt"
    std::string bytes{};
};

struct PackageRequest {
    std::filesystem::path render;  // the finished file
    std::string render_sha256;     // must match, or Error
    std::string name;              // of the files, and what the manifest calls the clip: release/naming.h
    std::string title;             // shown to the world
    Time duration{};
    std::int64_t frames = 0;
    int width = 0;
    int height = 0;
    std::vector<ExtraFile> extras{};
    std::map<std::string, std::int64_t> consent_revisions;
    std::map<std::string, std::string> treatments;  // what was really done: "face": "hidden (veil)" ...
    std::string approval_sha256;                    // of the signed approval statement
    std::string destination;
    std::optional<Signer> signer;  // the distributor's; must be set
    std::string public_key;
    Time poster_at{};  // on the render's clock
};

// A package on its way: written whole in a hidden folder beside its place, then moved there. What is not published is
// removed when it goes. Nothing is on disk before write().
//
//   Package package(folder);          Error when something is there already, or nobody may write there
//   package.staging();                where it will be written: note it before, so that a kill can be made good
//   package.write(request, progress); returns the SHA-256 of its manifest
//   package.publish();                returns the folder
class Package {
  public:
    explicit Package(const std::filesystem::path& folder);
    ~Package();
    const std::filesystem::path& folder() const noexcept;
    const std::filesystem::path& staging() const noexcept;
    std::string write(const PackageRequest& request, Progress& progress);
    std::filesystem::path publish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Writes the folder complete or not at all; an existing folder is an Error. Returns it.
std::filesystem::path write_package(const PackageRequest& request, const std::filesystem::path& folder,
                                    Progress& progress);

// What a recipient can check without an archive: every file's SHA-256, the signature, that nothing else lies there. One
// sentence a fault; empty = good. `public_key` empty: the one in the package is used, which proves only that the files
// belong together.
std::vector<std::string> faults_in_package(const std::filesystem::path& folder, const std::string& public_key);

}  // namespace counterclip::release
