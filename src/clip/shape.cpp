#include "clip/shape.h"

#include <algorithm>

#include "media/probe.h"

namespace counterclip::clip {

namespace {

// A still card needs few pictures; enough that sound and picture can be said to end together.
constexpr Rational still_frame_rate{5, 1};

// Rate, colours and, scaled down where the preset says so, size.
void take_first_picture(Shape& shape, const media::Preset& preset, const std::filesystem::path& file) {
    const auto info = media::probe(file);
    const auto& track = info.video.front();
    const int limit = preset.max_height;
    const double scale = limit > 0 && track.height > limit ? static_cast<double>(limit) / track.height : 1.0;
    shape.width = std::max(2, static_cast<int>(track.width * scale / 2 + 0.5) * 2);
    shape.height = std::max(2, static_cast<int>(track.height * scale / 2 + 0.5) * 2);
    shape.sample_aspect = track.sample_aspect;
    shape.colour = track.colour;
    if (track.frame_rate.num > 0) shape.frame_rate = track.frame_rate;
}

}  // namespace

// A file of one shape has square pixels and takes nothing but rate and colours of its first picture.
Shape shape_of(const media::Preset& preset, const std::filesystem::path& first_picture) {
    Shape shape;
    if (!first_picture.empty()) take_first_picture(shape, preset, first_picture);
    if (preset.width == 0) return shape;
    shape.width = preset.width;
    shape.height = preset.height;
    shape.sample_aspect = {1, 1};
    if (preset.still) shape.frame_rate = still_frame_rate;
    return shape;
}

}  // namespace counterclip::clip
