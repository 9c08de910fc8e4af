// Whether what is hidden may be another since somebody looked last: then pictures that were made with the veil are made
// anew. Told from the log; a verb that nobody here knows counts as one that may.
#pragma once

#include <string_view>

#include "archive/archive.h"

namespace counterclip::ui {

// "segment add", "clip change" and such touch no mask, no region and no consent.
bool may_change_the_veil(std::string_view verb);

class VeilWatch {
  public:
    // True the first time, and when an event since the last call may have changed it.
    bool looks_otherwise(const archive::Archive& archive);
    void forget() { seen_ = -1; }

  private:
    std::int64_t seen_ = -1;  // events of the log
};

}  // namespace counterclip::ui
