// Lines of lists as JSON.
#pragma once

#include "archive/overview.h"
#include "cli/output.h"

namespace counterclip::cli {

Json as_json(const archive::ClipLine& line);
Json as_json(const archive::InterviewLine& line);

}  // namespace counterclip::cli
