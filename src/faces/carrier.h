// Carries a box from picture to picture by what lies inside it, and knows when it has lost it.
#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "faces/picture.h"
#include "faces/region.h"

namespace counterclip::faces {

// Holds what the box looked like when it was drawn and, where it changed slowly, since. One thread.
class Carrier {
  public:
    // `place` in px of `drawn`.
    Carrier(const Picture& drawn, const RegionKey& place);
    // Whether there is anything to know it by: false for a plain wall.
    bool can_tell() const;

    // Where the box is in `next`, the neighbour of `from`, where it was at `place`; nothing when it is not there any
    // more, is covered or cannot be told.
    std::optional<RegionKey> carried(const Picture& from, const RegionKey& place, const Picture& next);

  private:
    struct Match {
        float likeness = -1;
        cv::Point2f offset;  // px of the patch
    };
    Match best_match(const cv::Mat& around, const cv::Mat& valid) const;

    cv::Size patch_;
    std::vector<cv::Mat> looks_;  // the drawn one first
};

}  // namespace counterclip::faces
