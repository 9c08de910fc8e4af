#include "archive/seam_losses.h"

#include <algorithm>

namespace counterclip::archive {

namespace {

using faces::Origin;
using faces::Sighting;
using faces::Track;
using namespace std::chrono_literals;

// As in faces/finish.cpp.
constexpr Time unseen = 600ms;
constexpr Time around = 500ms;
constexpr float stayed_iou = 0.3F;
constexpr float sure_score = 0.7F;
constexpr int enough_sure = 3;
constexpr Time about_a_frame = 50ms;

bool is_seen(const Sighting& s) {
    return s.origin == Origin::detected || s.origin == Origin::manual;
}

// From one real sighting to the next, longer than a face may go unseen, and it has moved.
bool is_lost(const Sighting& from, const Sighting& to) {
    return to.pts - from.pts > unseen && faces::iou(from.box, to.box) < stayed_iou;
}

bool is_firm(const Track& track, Range range) {
    const auto sure = std::count_if(track.sightings.begin(), track.sightings.end(), [&](const Sighting& s) {
        return is_seen(s) && s.score >= sure_score && range.in <= s.pts && s.pts <= range.out;
    });
    return sure >= enough_sure;
}

}  // namespace

bool is_vouched_for(const Track& track, Range range) {
    const Sighting* before = nullptr;
    for (const auto& s : track.sightings) {
        if (!is_seen(s)) continue;
        if (s.pts <= range.in + about_a_frame) {
            before = &s;
        } else {
            if (!before || is_lost(*before, s)) return false;
            before = &s;
        }
        if (s.pts + about_a_frame >= range.out) return true;
    }
    return false;
}

std::vector<faces::Gap> losses_over_seams(Track& track, const std::vector<Range>& core) {
    const auto crosses_a_seam = [&](Time from, Time to) {
        return std::any_of(core.begin(), core.end(),
                           [&](Range r) { return (from < r.in && r.in <= to) || (from < r.out && r.out <= to); });
    };
    std::vector<faces::Gap> gaps;
    auto& sightings = track.sightings;
    auto last = sightings.end();
    for (auto s = sightings.begin(); s != sightings.end(); ++s) {
        if (!is_seen(*s)) continue;
        if (last != sightings.end() && is_lost(*last, *s) && crosses_a_seam(last->pts, s->pts)) {
            const auto way = faces::enclosing(last->box, s->box);
            for (auto between = last + 1; between != s; ++between) between->box = faces::enclosing(between->box, way);
            const Time from = last + 1 != s ? (last + 1)->pts : last->pts + Time{1};
            if (is_firm(track, {last->pts - around, last->pts}) && is_firm(track, {s->pts, s->pts + around}))
                gaps.push_back({0, {from, s->pts}, faces::GapReason::lost, track.id, last->box, {}, {}});
        }
        last = s;
    }
    return gaps;
}

}  // namespace counterclip::archive
