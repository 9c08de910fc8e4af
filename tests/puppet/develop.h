// From a painted picture to a frame as a camera gives it: exposure, grain, YUV.
#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <vector>

#include "media/frame.h"

namespace counterclip::puppet {

// Grain with a given standard deviation in grey levels of 256, the same for the same seed.
class Grain {
  public:
    Grain(double deviation, std::uint64_t seed);
    // A row of grain for a frame, in quarters of a grey level.
    const std::int16_t* row(std::int64_t frame, int y) const noexcept;

  private:
    std::vector<std::int16_t> samples_;
    std::uint64_t seed_;
};

// BT.709 from 720 rows on, else BT.601; limited range. Even sizes only.
media::Colour colour_of(int height) noexcept;
media::Frame developed(const cv::Mat3b& picture, media::PixelFormat format, double gain, const Grain& grain,
                       std::int64_t frame);

// A number without pattern from two, for what must look random and be the same every time.
std::uint64_t scrambled(std::uint64_t a, std::uint64_t b) noexcept;

}  // namespace counterclip::puppet
