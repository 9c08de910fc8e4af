// Frame by frame: what the plan says must be seen, and whether the finished file shows that and no face besides.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clip/pictures.h"
#include "clip/plan.h"
#include "clip/texts.h"
#include "clip/verify.h"
#include "faces/detector.h"
#include "media/scale.h"

namespace counterclip::clip {

// One frame of the plan, read from the original again and brought to the clip's size.
struct ExpectedFrame {
    media::Frame source;              // nothing hidden, no text
    media::Frame drawn;               // what must be seen away from masks: hidden whole where that must be, with texts
    Time pts{};                       // on the clip's clock
    bool whole = false;               // must be hidden whole
    faces::FrameMask mask;            // in px of the output
    std::vector<faces::Box> to_hide;  // faces, px of the output
    std::vector<faces::Box> to_show;
};

// The plan's frames in order, read from the originals again. One thread.
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
    std::size_t piece_ = 0;  // 0 = card, n = part n - 1
    std::optional<SteadyTimes> steady_;
    std::unique_ptr<SourceFrames> source_;
    Placement placement_;
    std::int64_t given_ = 0;
};

// Compares frames of the output with what was expected. One thread.
class FrameProof {
  public:
    FrameProof(const Plan& plan, const std::vector<faces::DetectorModel>& detectors);

    // Empty when the picture outside masks is the expected one, texts included; else a sentence.
    std::optional<std::string> compare(const ExpectedFrame& expected, const media::Frame& shown) const;

    // Measures every face to hide and detects on the output; adds what it finds to `v`.
    void look_for_faces(const ExpectedFrame& expected, const media::Frame& shown, Verification& v);

  private:
    std::vector<faces::Detection> detect(const media::Frame& shown);

    std::unique_ptr<faces::Detector> detector_;
    std::optional<media::Scaler> scaler_;
    double detector_scale_ = 1;
};

}  // namespace counterclip::clip
