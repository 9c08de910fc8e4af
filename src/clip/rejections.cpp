#include "clip/rejections.h"

#include <algorithm>

namespace counterclip::clip {

using namespace std::chrono_literals;

namespace {

constexpr Time rejected_for = 1s;
constexpr float same_find = 0.4F;

}  // namespace

void Rejections::note(faces::Box box, Time pts) {
    all_.push_back({box, pts});
}

bool Rejections::stop(faces::Box find, float score, Time pts) const {
    return score < sure && std::any_of(all_.begin(), all_.end(), [&](const Rejected& r) {
               return pts - r.pts < rejected_for && iou(r.box, find) > same_find;
           });
}

void Rejections::forget_before(Time pts) {
    std::erase_if(all_, [&](const Rejected& r) { return pts - r.pts >= rejected_for; });
}

}  // namespace counterclip::clip
