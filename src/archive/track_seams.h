// Where an analysis ends and another begins, one face must stay one track: joins tracks of both over the seam. Pure.
//
// Both analyses looked at a second or so on either side of their seam. A track of before and one of now are the same
// face when at least half of the frames that both were seen in near the seam agree in place. Where no frame has both
// (the face was lost just there) they are joined as an analysis of the whole would have joined them: within three
// seconds, at about the same place and size, in the same shot; the frames between are filled. In doubt more is hidden:
// what cannot be joined stays beside the other, and a label is never carried over to frames it was not given for.
#pragma once

#include <map>
#include <vector>

#include "faces/track.h"

namespace counterclip::archive {

// What is left of a track of before, outside of what was analysed anew.
struct OldPiece {
    faces::Track track;                   // its id and label, with the sightings that are left
    const faces::Track* whole = nullptr;  // as it was
};

struct Sewn {
    std::vector<faces::Track> tracks;
    std::map<std::int64_t, std::int64_t> renamed;  // id of a track that became part of another -> id of the whole
};

// `now` has its final ids and labels. `core` is what the new analysis decides, rising and apart; outside it the old one
// does. `shots` are the shot changes of both.
Sewn sewn(std::vector<OldPiece> before, std::vector<faces::Track> now, const std::vector<Range>& core,
          const std::vector<Time>& shots);

}  // namespace counterclip::archive
