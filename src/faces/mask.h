// What to hide in a frame: head-sized ellipses made from tracks, or the frame whole.
#pragma once

#include <vector>

#include "core/time.h"
#include "faces/box.h"
#include "faces/track.h"

namespace counterclip::faces {

// Wholly hidden inside; the feather lies outside it.
struct Ellipse {
    float cx = 0;  // centre, px of the displayed frame
    float cy = 0;
    float rx = 0;  // half axes before the turn
    float ry = 0;
    float angle = 0;  // rad, clockwise in the picture (y down)
    friend constexpr bool operator==(const Ellipse&, const Ellipse&) = default;
};

struct FrameMask {
    bool whole = false;  // nothing of this frame may be shown
    std::vector<Ellipse> ellipses;
};

struct MaskOptions {
    float enlarge = 1.5F;                        // head over face box; never below 1.4 (P3)
    Time hold = std::chrono::milliseconds(500);  // before the first and after the last sighting; never below 0.5 s (P3)
    enum class OnDoubt { hide_frame, extend } on_doubt = OnDoubt::hide_frame;  // extend: gaps widen tracks instead
};

// Answers for one recording which parts of the frame at `pts` are hidden. Immutable after construction: any thread.
//
// Covers every track whose label is not in `shown` (and is not not_a_face). Ellipses cover the face box enlarged, its
// motion to the neighbouring frames, and are held at both ends up to a shot change. A frame in an unresolved gap, or
// outside what was analysed, is hidden whole.
class Masks {
  public:
    Masks(const std::vector<Track>& tracks, const std::vector<Gap>& gaps, const std::vector<Time>& shot_changes,
          const std::vector<Range>& analysed, const MaskOptions& options, const std::vector<Label>& shown = {});
    FrameMask at(Time pts) const;

  private:
    struct Span {  // one track, its holds included
        std::int64_t track = 0;
        std::vector<Time> pts;
        std::vector<Ellipse> ellipses;
        Range visible;  // half-open, holds included
    };
    void add(const Span& span, Time pts, FrameMask& mask) const;
    std::vector<Span> spans_;
    Time hold_{};
    std::vector<Range> whole_;
    std::vector<Range> analysed_;
};

// The upright box of the part of the ellipse that is wholly hidden: what `hide --masks` writes.
Box bounding_box(const Ellipse& ellipse) noexcept;
// Share of `box` that lies in the ellipses, 0..1, sampled on a grid of at least 32 by 32 points.
float covered_share(Box box, const FrameMask& mask);

}  // namespace counterclip::faces
