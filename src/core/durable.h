// What a power cut must not take back.
#pragma once

#include <filesystem>

namespace counterclip {

// Forces a file, or the names in a folder, to the disk. What cannot be opened is left: the change itself is made, and
// only its durability is the file system's own then.
void force_to_disk(const std::filesystem::path& path) noexcept;

}  // namespace counterclip
