#include "faces/trail.h"

#include <cmath>

namespace counterclip::faces {

namespace {

constexpr float straight_on_seconds = 0.25F;  // people turn round within half a second
constexpr std::int64_t velocity_frames = 8;

// A face may be this far (in its own sizes) from where it is expected, at once and a second later.
constexpr float reach_at_once = 0.7F;
constexpr float reach_a_second = 1.0F;
constexpr float most_reach = 1.6F;
constexpr float sure_first = 2;  // above every other difference: noise must not take a face from its trail
// A face this large (of the picture's longer side) is seen surely if it is one; small ones may be weak and are kept: a
// mask that small costs little.
constexpr float large_share = 0.1F;

float size_of(Box b) {
    return std::sqrt(area(b));
}

float distance(Box a, Box b) {
    return std::hypot(a.x + a.w / 2 - b.x - b.w / 2, a.y + a.h / 2 - b.y - b.h / 2);
}

// Measured (median, 90 %): one person a quarter second later 0.10, 0.25; two people at one time 0.3, 0.4.
constexpr float somebody_else = 0.35F;
constexpr float lost_seconds = 0.4F;

// 0 = cannot be the same; more is better.
float agreement(const Detection& d, const Place& p, const Appearance& look) {
    const float size = std::max(size_of(d.box), size_of(p.box));
    const float smaller = std::min(size_of(d.box), size_of(p.box));
    if (smaller <= 0 || size > most_growth(d.score) * smaller) return 0;
    const float reach = std::min(most_reach, reach_at_once + reach_a_second * p.seconds);
    const float gone = distance(d.box, p.box) / size;
    if (gone > reach) return 0;
    const float unlike = unlikeness(look, p.look);
    if ((p.has_met || p.seconds > lost_seconds) && unlike > somebody_else) return 0;
    return 0.01F + 0.5F * (1 - std::min(1.F, unlike / somebody_else)) + iou(d.box, p.box) + 0.5F * (1 - gone / reach) +
           0.3F * smaller / size + 0.2F * d.score + (p.is_sure ? sure_first : 0);
}

}  // namespace

Box predicted(const Trail& trail, std::int64_t frame, float frames_per_second) {
    const auto newest = std::prev(trail.marks.end());
    auto older = newest;
    while (older != trail.marks.begin() && newest->first - older->first < velocity_frames / 2) --older;
    const std::int64_t span = newest->first - older->first;
    if (span <= 0 || span > 2 * velocity_frames) return newest->second.box;
    const float ahead = std::min(static_cast<float>(frame - newest->first), straight_on_seconds * frames_per_second);
    const float t = std::max(0.F, ahead) / static_cast<float>(span);
    const Box a = older->second.box;
    Box b = newest->second.box;
    b.x += (b.x + b.w / 2 - a.x - a.w / 2) * t;
    b.y += (b.y + b.h / 2 - a.y - a.h / 2) * t;
    return b;
}

std::optional<Box> box_at(const Trail& trail, std::int64_t frame) {
    const auto after = trail.marks.lower_bound(frame);
    if (after == trail.marks.end()) return std::nullopt;
    if (after->first == frame) return after->second.box;
    if (after == trail.marks.begin()) return std::nullopt;
    const auto before = std::prev(after);
    const float t = static_cast<float>(frame - before->first) / static_cast<float>(after->first - before->first);
    return between(before->second.box, after->second.box, t);
}

Evidence evidence(const Trail& trail, std::size_t newest) {
    Evidence e;
    float sum = 0;
    float sizes = 0;
    for (auto it = trail.marks.rbegin(); it != trail.marks.rend() && newest > 0; ++it, --newest) {
        const Mark& mark = it->second;
        if (mark.origin != Origin::detected) continue;
        ++e.detections;
        e.best = std::max(e.best, mark.score);
        sum += mark.score;
        sizes += size_of(mark.box);
    }
    if (e.detections == 0) return e;
    e.mean = sum / static_cast<float>(e.detections);
    e.size = sizes / static_cast<float>(e.detections);
    return e;
}

bool is_sure(const Evidence& e) {
    return (e.detections >= 3 && e.best >= 0.7F) || (e.detections >= 6 && e.mean >= 0.5F);
}

bool is_noise(const Evidence& e, float picture_side) {
    if (e.best >= 0.75F) return false;
    const bool large = e.size > large_share * picture_side;
    const float enough = large ? 0.5F : 0.38F;
    if (e.detections >= 2 && e.best >= 0.65F && e.mean >= enough) return false;
    return e.detections < 4 || e.mean < enough;
}

bool is_likely_no_face(const Evidence& e, float picture_side) {
    return is_noise(e, picture_side) && e.size > large_share * picture_side && e.best < 0.5F;
}

float most_growth(float score) {
    constexpr float weak = 0.4F, sure = 0.7F;
    constexpr float growth_of_weak = 1.35F, growth_of_sure = 1.9F;
    const float t = std::clamp((score - weak) / (sure - weak), 0.F, 1.F);
    return growth_of_weak + t * (growth_of_sure - growth_of_weak);
}

bool wraps(const Detection& detection, Box face, const Evidence& of_face) {
    constexpr float weak_below = 0.7F, sure_from = 0.8F, larger = 2, inside = 0.8F;
    return detection.score < weak_below && of_face.detections >= 3 && of_face.mean >= sure_from &&
           area(detection.box) > larger * area(face) && area(intersection(detection.box, face)) > inside * area(face);
}

bool is_same_face(Box a, Box b) {
    return iou(a, b) > 0.42F;
}

bool erase_doubles(Trail& doubled, const Trail& of, std::int64_t from) {
    for (auto it = doubled.marks.lower_bound(from); it != doubled.marks.end();) {
        const auto box = box_at(of, it->first);
        it = box && is_same_face(*box, it->second.box) ? doubled.marks.erase(it) : std::next(it);
    }
    return !doubled.marks.empty();
}

std::vector<int> assign(const std::vector<Detection>& detections, const std::vector<Place>& places,
                        const std::vector<Appearance>& looks) {
    struct Pair {
        float agreement;
        std::size_t detection;
        std::size_t place;
    };
    std::vector<Pair> pairs;
    for (std::size_t d = 0; d < detections.size(); ++d) {
        for (std::size_t p = 0; p < places.size(); ++p) {
            const float a = agreement(detections[d], places[p], looks.empty() ? Appearance{} : looks[d]);
            if (a > 0) pairs.push_back({a, d, p});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.agreement > b.agreement; });
    std::vector<int> owner(detections.size(), -1);
    std::vector<bool> taken(places.size(), false);
    for (const Pair& pair : pairs) {
        if (owner[pair.detection] >= 0 || taken[pair.place]) continue;
        owner[pair.detection] = static_cast<int>(pair.place);
        taken[pair.place] = true;
    }
    return owner;
}

}  // namespace counterclip::faces
