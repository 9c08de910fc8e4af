// A render, an operator's keys and a request to release it, for tests of packages.
#pragma once

#include <filesystem>

#include "core/progress.h"
#include "release/minisign.h"
#include "release/package.h"
#include "support/temporary_folder.h"

namespace counterclip::test {

inline constexpr int frames_made = 25;

// Grey, 64x48; 25 frames a second.
void write_grey_video(const std::filesystem::path& file, int frames = frames_made);

struct Desk {
    explicit Desk(int frames = frames_made);

    TemporaryFolder folder;
    release::KeyPair keys = release::make_keys("");
    release::PackageRequest request;
    Progress progress;

    std::filesystem::path write();
    // Only the render lies there.
    bool nothing_left() const;
};

}  // namespace counterclip::test
