// Which libav this program runs with and what it can do, for `doctor`.
#pragma once

#include <string>
#include <vector>

namespace counterclip::media {

struct Capability {
    std::string name;  // "libx264", "ass filter"
    std::string needed_for;
    bool present = false;
};

std::string libav_versions();  // "libavcodec 59.37.100, libavformat ..."
std::vector<Capability> capabilities();

}  // namespace counterclip::media
