#include "media/resample.h"

#include "media/resampler.h"

namespace counterclip::media {

std::vector<float> resampled(const std::vector<float>& mono, int from, int to) {
    if (from == to || mono.empty()) return mono;
    Resampler resampler(from, 1, to, 1);
    std::vector<float> out;
    resampler.put(mono.data(), static_cast<int>(mono.size()), out);
    resampler.finish(out);
    return out;
}

}  // namespace counterclip::media
