// The shape of a clip's pictures: the preset's own, else that of the first picture it shows.
#pragma once

#include <filesystem>

#include "core/time.h"
#include "media/frame.h"
#include "media/presets.h"

namespace counterclip::clip {

struct Shape {
    int width = 1280;  // px
    int height = 720;
    Rational sample_aspect{1, 1};
    media::Colour colour;
    Rational frame_rate{25, 1};
};

// `first_picture`: the recording of the first part that has one; empty = there is none. Throws what probing it throws.
Shape shape_of(const media::Preset& preset, const std::filesystem::path& first_picture);

}  // namespace counterclip::clip
