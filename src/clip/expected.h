// Frame by frame: what the plan says must be seen, read from the originals again.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "clip/pictures.h"
#include "clip/plan.h"
#include "clip/texts.h"

namespace counterclip::clip {

// A face of a track, px of the output.
struct PlacedFace {
    std::int64_t track = 0;
    faces::Box box;
};

// What a person marked, px of the output.
struct PlacedRegion {
    std::int64_t id = 0;
    faces::Ellipse hidden;
};

// One frame of the plan, brought to the clip's size.
struct ExpectedFrame {
    media::Frame source;    // nothing hidden, no text
    media::Frame drawn;     // what must be seen away from masks: hidden whole where that must be, with texts
    Time pts{};             // on the clip's clock
    Time source_pts{};      // on the recording's
    std::size_t part = 0;   // of the plan; meaningless where no recording is shown
    bool whole = false;     // must be hidden whole
    faces::FrameMask mask;  // in px of the output
    std::vector<PlacedFace> to_hide;
    std::vector<PlacedFace> to_show;
    std::vector<PlacedFace> deleted;  // what somebody said is no face
    std::vector<PlacedRegion> regions;
    Placement placement;  // of the recording's picture, whose size is:
    int source_width = 0;
    int source_height = 0;
    std::vector<faces::Box> gone;  // squares inside masks and regions whose pixels must be gone, px of the output
};

// The plan's frames in order. One thread.
class ExpectedFrames {
  public:
    explicit ExpectedFrames(const Plan& plan);  // which must outlive this
    std::optional<ExpectedFrame> next();
    std::int64_t given() const noexcept { return given_; }

  private:
    std::optional<ExpectedFrame> next_of_piece();
    void open(std::size_t piece);

    const Plan& plan_;
    Texts texts_;
    faces::Obscurer hider_;  // for frames hidden whole
    std::size_t piece_ = 0;  // as in pictures.h
    std::optional<SteadyTimes> steady_;
    std::unique_ptr<SourceFrames> source_;
    std::int64_t given_ = 0;
};

}  // namespace counterclip::clip
