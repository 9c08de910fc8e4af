// Looks for faces in a picture with as much effort as asked: the only place that knows which detector sees what.
#pragma once

#include <memory>
#include <vector>

#include "faces/detector.h"
#include "faces/picture.h"

namespace counterclip::faces {

// What to spend on a whole picture.
struct WholeEffort {
    bool light = false;    // in a smaller view, where others look closer a moment before and after
    bool fine = false;     // in four tiles too, for small faces
    bool lifted = false;   // again with the contrast stretched: the dark
    bool shadows = false;  // again with the shadows opened: people in the dark half of a bright picture
    bool crowded = false;  // tiles for tilted faces too
    unsigned tilted = 0;   // turned: bit 0 for heads tilted to the left in the picture, bit 1 to the right
    unsigned squares = 0;  // BlazeFace's: bit 0 the whole picture, bits 1 and 2 the overlapping squares
};
constexpr unsigned all_squares = 7;
constexpr unsigned square_count = 3;
constexpr unsigned both_tilts = 3;

enum class Light : std::uint8_t { as_it_is, stretched, shadows_open };

// One run of one detector on one part of the picture.
struct Glance {
    bool by_blazeface = false;
    Box part{};
    cv::Size size{};  // px of the view given to the detector
    Light light = Light::as_it_is;
    float angle = 0;  // rad; by which the view is turned so that heads of this roll stand upright
};

// All detectors of one thread.
class Looker {
  public:
    explicit Looker(const std::vector<DetectorModel>& models);

    // What a whole look consists of, each part about as much work as another, so that threads can share them.
    std::vector<Glance> glances(const Picture& picture, const WholeEffort& effort) const;
    // Faces in one part, in px of the picture. What all parts found goes through suppress().
    std::vector<Detection> glance(const Picture& picture, const Glance& glance);
    // The face at a known place, with little effort: one detector on a small square about it, turned upright where the
    // head was last seen tilted by `roll`; the other one too where a large face is seen weakly.
    std::optional<Detection> quick(const Picture& picture, Box place, float roll);
    // The same with every detector; then brightened, turned and mirrored, until one of them sees it.
    std::optional<Detection> hard(const Picture& picture, Box place);

    std::int64_t runs() const noexcept { return runs_; }

  private:
    std::vector<Detection> detect(Detector& detector, const cv::Mat& bgr);
    std::optional<Detection> at_place(Detector& detector, const View& view, Box place, float angle, bool mirrored);

    std::unique_ptr<Detector> first_;   // looks at every picture asked for
    std::unique_ptr<Detector> second_;  // BlazeFace beside YuNet, or none
    bool first_is_blazeface_ = false;
    std::int64_t runs_ = 0;
};

// Whether a detection may be the face last seen at `place`.
bool is_near(const Detection& detection, Box place);

}  // namespace counterclip::faces
