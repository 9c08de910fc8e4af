// Weak finds away from every hidden face that a closer look did not confirm. For a second nobody looks at them again: a
// plant is no face in the next frame either.
#pragma once

#include <vector>

#include "core/time.h"
#include "faces/box.h"

namespace counterclip::clip {

class Rejections {
  public:
    // What a closer look at `box` in the frame at `pts` did not confirm. A place where a face is hidden is never noted:
    // that a veil shows no face says nothing of what comes there when the face moves on.
    void note(faces::Box box, Time pts);
    // Whether a find need not be looked at closer. One that is `sure` always is.
    bool stop(faces::Box find, float score, Time pts) const;
    void forget_before(Time pts);  // what no longer counts at `pts`

  private:
    struct Rejected {
        faces::Box box;
        Time pts{};
    };
    std::vector<Rejected> all_;
};

// The score at which the analysis itself calls a find a face.
constexpr float sure = 0.6F;

}  // namespace counterclip::clip
