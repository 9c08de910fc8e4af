// What the verbs about segments say alike.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"
#include "cli/context.h"

namespace counterclip::cli {

// A remark for each tag that the codebook does not have, with those that are near.
void remark_on_tags(const archive::Archive& archive, const std::vector<std::string>& tags, const Context& context);

}  // namespace counterclip::cli
