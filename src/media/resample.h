// A whole piece of sound at another rate.
#pragma once

#include <vector>

namespace counterclip::media {

// One channel; sample n of `mono` is heard at n / from, before and after.
std::vector<float> resampled(const std::vector<float>& mono, int from, int to);

}  // namespace counterclip::media
