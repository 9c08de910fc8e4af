// Runs another program without a shell.
#pragma once

#include <string>
#include <vector>

namespace counterclip::puppet {

// Waits for it; its output goes nowhere. False when it is not there or fails.
bool run(const std::vector<std::string>& command);

}  // namespace counterclip::puppet
