#include "faces/suppress.h"

namespace counterclip::faces {

namespace {

constexpr float same_face_iou = 0.4F;    // two neighbouring real faces hardly ever overlap more
constexpr float inside_share = 0.75F;    // of the smaller box
constexpr float not_much_weaker = 0.7F;  // a weak large box may be noise: it must not swallow a sure small face

bool repeats(const Detection& weaker, const Detection& better) {
    return iou(weaker.box, better.box) > same_face_iou;
}

bool is_part_of(const Detection& part, const Detection& whole) {
    return area(part.box) < area(whole.box) && whole.score >= not_much_weaker * part.score &&
           area(intersection(part.box, whole.box)) > inside_share * area(part.box);
}

}  // namespace

std::vector<Detection> suppress(std::vector<Detection> detections) {
    std::stable_sort(detections.begin(), detections.end(),
                     [](const Detection& a, const Detection& b) { return a.score > b.score; });
    std::vector<Detection> kept;
    for (const Detection& candidate : detections) {
        const bool seen =
            std::any_of(kept.begin(), kept.end(), [&](const Detection& k) { return repeats(candidate, k); });
        if (!seen) kept.push_back(candidate);
    }
    std::vector<Detection> wholes;
    for (const Detection& candidate : kept) {
        const bool part =
            std::any_of(kept.begin(), kept.end(), [&](const Detection& k) { return is_part_of(candidate, k); });
        if (!part) wholes.push_back(candidate);
    }
    return wholes;
}

}  // namespace counterclip::faces
