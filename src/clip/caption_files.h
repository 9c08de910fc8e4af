// Captions as files beside a clip: what a release takes along.
#pragma once

#include <string>
#include <vector>

#include "clip/plan.h"

namespace counterclip::clip {

struct CaptionFile {
    std::string ending;  // after the clip's name: ".ar.vtt"
    std::string bytes;
};

// WebVTT and SRT, in this order; none where the plan's captions do not go beside it. They say what the plan says.
std::vector<CaptionFile> caption_files(const Plan& plan);

}  // namespace counterclip::clip
