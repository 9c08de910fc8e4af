// The pictures of a clip in order: the card's, every part's, obscured and brought to the clip's size, the end card's.
#pragma once

#include <memory>
#include <optional>

#include "clip/fit.h"
#include "clip/plan.h"
#include "clip/render.h"
#include "media/reader.h"

namespace counterclip::clip {

// The background of cards and of parts that have sound only: the look's, else a dark slate.
media::Frame background(const Plan& plan);

// A clip is made of pieces: 0 is the title card, n its part n - 1, the last the end card; cards may have no length.
std::size_t pieces(const Plan& plan);
// When the piece is seen, where it has no pictures of its own; empty where it has.
std::optional<Range> steady_piece(const Plan& plan, std::size_t piece);

// The times at which a stretch without pictures of its own shows its background: every frame_rate from `range.in`.
class SteadyTimes {
  public:
    SteadyTimes(Range range, Rational frame_rate) : range_(range), rate_(frame_rate) {}
    std::optional<Time> next();

  private:
    Range range_;
    Rational rate_;
    std::int64_t count_ = 0;
};

// The frames of one part as the original has them, on the clip's clock. The first is moved to the part's start, by
// less than a frame unless the recording's picture begins late, so that no earlier picture stays in view while the
// part's sound runs.
class SourceFrames {
  public:
    explicit SourceFrames(const PlannedPart& part);  // which must outlive this
    struct Next {
        media::Frame frame;  // pts: on the clip's clock
        Time source_pts{};   // on the recording's clock
    };
    std::optional<Next> next();
    const media::VideoTrack& track() const noexcept { return reader_.track(); }

  private:
    const PlannedPart& part_;
    media::VideoReader reader_;
    bool first_ = true;
};

// Where the part's picture, taken at `source_pts`, lies in the clip's.
Placement place(const Plan& plan, const PlannedPart& part, const media::VideoTrack& track, Time source_pts);

class Pictures {
  public:
    // `plan` and `observe` must outlive this.
    Pictures(const Plan& plan, const MaskObserver& observe);
    ~Pictures();

    // The next picture, pts on the clip's clock; empty at the end.
    std::optional<media::Frame> next();

    std::int64_t hidden_whole() const noexcept { return hidden_whole_; }
    std::int64_t masked() const noexcept { return masked_; }

  private:
    std::optional<media::Frame> next_of_part();
    void open(std::size_t piece);

    const Plan& plan_;
    const MaskObserver& observe_;
    faces::Obscurer obscurer_;
    media::Frame background_;
    std::optional<SteadyTimes> steady_;     // a card, or a part without pictures
    std::unique_ptr<SourceFrames> source_;  // a part with pictures
    std::size_t piece_ = 0;                 // 0 = card, n = part n - 1, then the end card
    std::int64_t frame_ = 0;
    std::int64_t hidden_whole_ = 0;
    std::int64_t masked_ = 0;
};

}  // namespace counterclip::clip
