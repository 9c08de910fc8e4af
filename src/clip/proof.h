// The proof of one frame: is it the planned picture, does the mask lie over every face to hide, and is what lies under
// it gone. No detector: these measures are taken of every face of every frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clip/expected.h"

namespace counterclip::clip {

// The scorer's bounds (docs/faces.md): a face is hidden when 90 % of the middle 80 % of its box is covered and at most
// 10 % of its textured blocks can be made out.
constexpr float covered_enough = 0.9F;
constexpr float visible_too_much = 0.1F;

struct FaceMeasure {
    std::int64_t track = 0;   // 0: a mask held where its track has no sighting
    std::int64_t region = 0;  // the mask is that of a region
    faces::Box box;
    float covered = 1;     // by the plan's mask, of the box's middle 80 %
    float visible = 0;     // share of the source that can be made out in the output
    int blocks = 0;        // that share in blocks: a single one may look alike by chance
    bool follows = false;  // its coarse shape or colour follows the source's
    float relief = 0;      // grey levels that stand out in the output (faces/visibility.h)
    float strange = 0;     // the same, less what the veil itself has where two heads overlap

    bool is_bad() const noexcept {
        return covered < covered_enough || (visible > visible_too_much && blocks > 1) || follows;
    }
};

// Luma means on a grid over the whole picture.
struct Cells {
    static constexpr int columns = 64;
    static constexpr int rows = 36;
    std::vector<float> means;
    float at(int column, int row) const { return means[static_cast<std::size_t>(row * columns + column)]; }
};
Cells cells_of(const media::Frame& frame);

struct FrameMeasures {
    std::optional<std::string> fault;  // a sentence: this is not the planned picture
    std::vector<FaceMeasure> faces;    // one for each face to hide, then one for each held mask
    bool leaves_something = false;     // a square inside a mask or region, or a frame hidden whole, shows the source
    Cells cells;                       // of the output
    media::Frame veil;                 // the source hidden anew; only where something stands out

    bool uncovered() const noexcept;  // a face or region to hide is not hidden
};

// A veil is smooth; where more grey levels stand out, something may be under it.
constexpr float smooth_relief = 2;

// Thread-safe.
FrameMeasures measure(const Plan& plan, const ExpectedFrame& expected, const media::Frame& shown);

// The source hidden by the plan's mask, as a fresh start would: from the original, whatever the renderer did.
media::Frame veiled(const Plan& plan, const ExpectedFrame& expected);

// Whether what a detector found is the face (or a part of it) that lies at `place`, and not a neighbour of it: on
// veiled heads detectors like to see a face in the lower half of the veil and the collar below.
bool is_at(faces::Box found, faces::Box place);

// The middle 80 % of a box.
faces::Box middle(faces::Box box);

}  // namespace counterclip::clip
