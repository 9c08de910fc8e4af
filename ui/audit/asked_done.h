// "Asked for → done": what each person asked for beside what the clip does about it and what its verification found.
#pragma once

#include <filesystem>
#include <vector>

#include "consent/gate.h"
#include "ui/lines/line_list.h"

namespace counterclip::ui {

// `findings`: of `clip check --for approve`, which looked with the vault where it could be opened. Reads the archive;
// away from the window's thread. Never throws.
std::vector<Line> asked_for_and_done(const std::filesystem::path& folder, const std::string& clip,
                                     const std::vector<consent::Finding>& findings);

}  // namespace counterclip::ui
