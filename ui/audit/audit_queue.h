// The clips that wait for an auditor, as lines: why each stands where it stands.
#pragma once

#include "archive/overview.h"
#include "ui/lines/line_list.h"

namespace counterclip::ui {

// Ids are 1, 2 ... in the order given.
std::vector<Line> queue_lines(const std::vector<archive::ClipLine>& waiting);

}  // namespace counterclip::ui
