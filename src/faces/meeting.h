// Two faces that come together: is each still who it was? A face that may be shown must not lend its name to one that
// must be hidden, so where looks do not tell, neither keeps its identity.
#pragma once

#include <vector>

#include "faces/trail.h"

namespace counterclip::faces {

class Meetings {
  public:
    // A trail that may follow somebody else from frame `from` on.
    struct Doubt {
        std::int64_t number = 0;  // of the trail
        std::int64_t from = 0;
    };

    // Called at every look (frame `key`) with all trails followed. A trail that has come to look like the one it met,
    // that parts from it or outlives it without looking like itself, is in doubt since it last did.
    std::vector<Doubt> doubts(const std::vector<Trail>& live, std::int64_t key);
    // Whether a trail has met another and has not parted from it.
    bool has_met(std::int64_t number) const;
    void forget() { meetings_.clear(); }  // at a cut

  private:
    struct Side {
        std::int64_t number = 0;
        Appearance before;          // when they met
        std::int64_t was_sure = 0;  // the last key at which it looked like itself and not like the other
    };
    struct Meeting {
        Side a;
        Side b;
    };
    static bool note(Side& side, const Appearance& other, const Trail& trail, std::int64_t key);

    std::vector<Meeting> meetings_;
};

}  // namespace counterclip::faces
