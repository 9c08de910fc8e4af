// Two faces that come together and part again: is each still who it was? A face that may be shown must not lend its
// name to one that must be hidden, so where looks do not tell, neither keeps its identity.
#pragma once

#include <utility>
#include <vector>

#include "faces/trail.h"

namespace counterclip::faces {

class Meetings {
  public:
    // Called at every look with all trails followed. Returns the numbers of trails that have just parted from another
    // and may have been taken for it.
    std::vector<std::int64_t> doubtful(const std::vector<Trail>& live);
    void forget() { meetings_.clear(); }  // at a cut

  private:
    struct Meeting {
        std::int64_t a = 0;  // numbers of trails
        std::int64_t b = 0;
        Appearance a_before;
        Appearance b_before;
    };
    std::vector<Meeting> meetings_;
};

}  // namespace counterclip::faces
