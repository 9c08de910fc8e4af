// The pictures an auditor is shown of a clip: cut out of the finished file, at the moments that tell most.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "clip/plan.h"
#include "core/progress.h"
#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::clip {

// A moment of the clip worth looking at.
struct Moment {
    Time at{};         // on the clip's clock: the last frame with pts <= at
    faces::Box about;  // px of the output, empty = all of the picture
    std::string caption;
};

// First and last frame of every part; with a card, its first.
std::vector<Moment> ends_of_parts(const Plan& plan);
// For every track that is hidden in the clip (and each that is shown by consent or was said to be no face): where the
// analysis saw it best, which is where a person would recognise it best.
std::vector<Moment> best_looks(const Plan& plan);

struct Looked {
    Moment moment;
    media::Image picture;   // of the finished file
    media::Image original;  // of the source at the same place, only when asked for
};

// Reads the file once from start to end. `with_originals` also decodes the originals: for pages that stay in the
// archive. Moments after the end show the last frame. Progress counts nanoseconds. Throws Error naming the file.
std::vector<Looked> look_at(const Plan& plan, const std::filesystem::path& file, std::vector<Moment> moments,
                            bool with_originals, Progress& progress);

}  // namespace counterclip::clip
