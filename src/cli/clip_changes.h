// What one version of a clip has otherwise than the one before.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"

namespace counterclip::cli {

struct ClipChange {
    std::string what;  // "title", "parts", "disguise" ...
    std::string from;  // empty = nothing was set
    std::string to;
};
// In a fixed order; empty when the two say the same.
std::vector<ClipChange> changes_of(const archive::Clip& before, const archive::Clip& after,
                                   const archive::Archive& archive);

}  // namespace counterclip::cli
