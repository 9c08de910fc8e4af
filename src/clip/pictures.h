// The pictures of a clip in order: the card's, then every part's, obscured and brought to the clip's size.
#pragma once

#include <memory>
#include <optional>

#include "clip/fit.h"
#include "clip/plan.h"
#include "clip/render.h"
#include "media/reader.h"

namespace counterclip::clip {

// The background of cards and of parts that have sound only: a dark slate.
media::Frame background(const Plan& plan);

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
    void open_part(std::size_t index);

    const Plan& plan_;
    const MaskObserver& observe_;
    faces::Obscurer obscurer_;
    media::Frame background_;
    std::optional<SteadyTimes> steady_;     // the card, or a part without pictures
    std::unique_ptr<SourceFrames> source_;  // a part with pictures
    Placement placement_;
    std::size_t part_ = 0;  // the open part; plan.parts.size() at the end
    bool on_card_ = false;
    std::int64_t frame_ = 0;
    std::int64_t hidden_whole_ = 0;
    std::int64_t masked_ = 0;
};

}  // namespace counterclip::clip
