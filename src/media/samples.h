// The samples of a frame, whatever their depth: the one place that knows how they lie in memory.
#pragma once

#include <cstdint>

#include "media/frame.h"

namespace counterclip::media {

// Samples of one depth. Valid as long as the frame.
template <class Sample>
struct PlaneOf {
    static constexpr int per_level = sizeof(Sample) == 1 ? 1 : 4;  // sample values in one grey level of 8 bits
    ConstPlane plane;
    // `plane.width` samples, left first.
    const Sample* row(int y) const noexcept { return reinterpret_cast<const Sample*>(plane.data + y * plane.stride); }
};

// work(PlaneOf<std::uint8_t>) or work(PlaneOf<std::uint16_t>), by the frame's format; what it returns.
template <class Work>
auto with_plane(const Frame& frame, int index, Work&& work) {
    if (frame.format() == PixelFormat::yuv420p8) return work(PlaneOf<std::uint8_t>{frame.plane(index)});
    return work(PlaneOf<std::uint16_t>{frame.plane(index)});
}

}  // namespace counterclip::media
