// Copies a file while hashing it, reading it once: a large recording costs one pass, not two.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/progress.h"

namespace counterclip::archive {

struct Copied {
    std::string sha256;
    std::int64_t bytes = 0;
};

// Copies `from` to the new file `to` and forces it to disk. Progress counts bytes. Throws Error beginning with `doing`:
// cannot be read, disk full, the source changed meanwhile, stopped. `to` may be left behind: write to a Staged path.
Copied copy_hashing(const std::filesystem::path& from, const std::filesystem::path& to, std::string_view doing,
                    Progress& progress);

}  // namespace counterclip::archive
