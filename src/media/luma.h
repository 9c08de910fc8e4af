// The luma samples of a frame, whatever their depth: the one place that knows how they lie in memory.
#pragma once

#include <cstdint>

#include "media/frame.h"

namespace counterclip::media {

// Samples of one depth. Valid as long as the frame.
template <class Sample>
struct LumaOf {
    static constexpr int per_level = sizeof(Sample) == 1 ? 1 : 4;  // sample values in one grey level of 8 bits
    ConstPlane plane;
    // `plane.width` samples, left first.
    const Sample* row(int y) const noexcept { return reinterpret_cast<const Sample*>(plane.data + y * plane.stride); }
};

// work(LumaOf<std::uint8_t>) or work(LumaOf<std::uint16_t>), by the frame's format; what it returns.
template <class Work>
auto with_luma(const Frame& frame, Work&& work) {
    if (frame.format() == PixelFormat::yuv420p8) return work(LumaOf<std::uint8_t>{frame.plane(0)});
    return work(LumaOf<std::uint16_t>{frame.plane(0)});
}

}  // namespace counterclip::media
