// What every file that is taken into originals/ goes through (import.cpp): recordings, and what is played in the place
// of their voices.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "media/probe.h"

namespace counterclip::archive {

// An ending that tells players what it is, from a fixed list: any other could be somebody's name.
std::string ending_of(const std::filesystem::path& file, const media::MediaInfo& info);
// Error naming how much is free and needed, before the long copy.
void require_room(std::string_view doing, const std::filesystem::path& file, const std::filesystem::path& folder);
// Removes `original` if it is the file `copy` is: under a lock that may be gone it could be another's by now.
void take_back(const std::filesystem::path& original, const struct stat& copy);

}  // namespace counterclip::archive
