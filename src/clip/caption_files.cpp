#include "clip/caption_files.h"

#include <fmt/format.h>

namespace counterclip::clip {

std::vector<CaptionFile> caption_files(const Plan& plan) {
    if (plan.caption_mode != archive::CaptionMode::beside || plan.captions.empty()) return {};
    return {{fmt::format(".{}.vtt", plan.language), captions::to_vtt(plan.captions)},
            {fmt::format(".{}.srt", plan.language), captions::to_srt(plan.captions)}};
}

}  // namespace counterclip::clip
