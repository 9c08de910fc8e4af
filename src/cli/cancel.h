// Ctrl-C, a closed terminal and `kill` ask the work to stop cleanly; a second one ends the program at once.
#pragma once

#include "core/progress.h"

namespace counterclip::cli {

// While it lives, SIGINT, SIGTERM and SIGHUP call progress.cancel(). One at a time.
class CancelOnSignal {
  public:
    explicit CancelOnSignal(Progress& progress);
    ~CancelOnSignal();
    CancelOnSignal(const CancelOnSignal&) = delete;
    CancelOnSignal& operator=(const CancelOnSignal&) = delete;
};

}  // namespace counterclip::cli
