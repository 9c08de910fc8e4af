// The command line as a whole: reads it, does the verb, turns what went wrong into one line and an exit code.
#pragma once

namespace counterclip::cli {

// 0 done, 1 failed, 2 wrong usage, 3 refused by the gate, 130 cancelled.
int run(int argc, const char* const* argv);

}  // namespace counterclip::cli
