#include "faces/finish.h"

#include <cmath>

#include "faces/head.h"

namespace counterclip::faces {

namespace {

constexpr float join_seconds = 3;   // a hand over the face, a person who passes in front
constexpr float sure_score = 0.7F;  // a face that vanishes or appears at this score does so abruptly
constexpr float substantial_seconds = 0.5F;
constexpr float doubt_seconds = 0.5F;   // on top of the hold, which covers the first half second
constexpr float unseen_seconds = 0.6F;  // twice the time between two looks, after which a line between two is a guess
constexpr float firm_seconds = 1.0F;    // holds three looks, however still the face
constexpr float witness_score = 0.6F;
constexpr float stayed_iou = 0.3F;
constexpr float edge_share = 0.25F;  // of the face: nearer to the frame's edge it may have left or entered

std::int64_t frames(float seconds, const Seen& seen) {
    return std::max<std::int64_t>(1, std::llround(seconds * seen.frames_per_second));
}

bool at_edge(Box b, const Seen& seen) {
    const float near = edge_share * std::max(b.w, b.h);
    return b.x < near || b.y < near || b.x + b.w > static_cast<float>(seen.width) - near ||
           b.y + b.h > static_cast<float>(seen.height) - near;
}

bool may_continue(const Trail& a, const Trail& b, const Seen& seen) {
    if (b.parted || a.shot != b.shot || b.first() <= a.first() || b.last() <= a.last()) return false;
    if (b.first() <= a.last()) {
        const auto place = box_at(a, b.first());
        return place && iou(*place, b.marks.begin()->second.box) > 0.4F;
    }
    const auto gap = static_cast<float>(b.first() - a.last()) / seen.frames_per_second;
    if (gap > join_seconds) return false;
    const Detection start{b.marks.begin()->second.box, b.marks.begin()->second.score, 0};
    const Place place{predicted(a, b.first(), seen.frames_per_second), gap, true, a.look};
    return assign({start}, {place}, {b.first_look})[0] == 0;
}

void append(Trail& a, Trail&& b) {
    const std::int64_t end = a.last();
    for (auto& [frame, mark] : b.marks) {
        if (frame > end) a.marks.emplace(frame, mark);
    }
    a.ended_by_cut = b.ended_by_cut;
    a.ended_by_range = b.ended_by_range;
    a.became_another = b.became_another;
    a.look = b.look;
}

std::vector<Trail> joined(std::vector<Trail> trails, const Seen& seen) {
    std::sort(trails.begin(), trails.end(), [](const Trail& a, const Trail& b) {
        return std::pair(a.first(), a.number) < std::pair(b.first(), b.number);
    });
    std::vector<Trail> whole;
    for (Trail& trail : trails) {
        Trail* before = nullptr;
        for (Trail& candidate : whole) {
            if (!may_continue(candidate, trail, seen)) continue;
            if (before == nullptr || candidate.last() > before->last()) before = &candidate;
        }
        if (before != nullptr) {
            append(*before, std::move(trail));
        } else {
            whole.push_back(std::move(trail));
        }
    }
    return whole;
}

// Share of b's marks, of those in a's time, that lie on the face of a; 0 when none is in its time.
float shared(const Trail& a, const Trail& b) {
    int both = 0;
    int same = 0;
    for (const auto& [frame, mark] : b.marks) {
        const auto box = box_at(a, frame);
        if (!box) continue;
        ++both;
        same += is_same_face(*box, mark.box) ? 1 : 0;
    }
    return both > 0 ? static_cast<float>(same) / static_cast<float>(both) : 0;
}

// Trails that follow a face beside a better one: what they saw before and after it is kept, the rest is told twice.
std::vector<Trail> without_doubles(std::vector<Trail> trails) {
    constexpr float doubled = 0.8F;
    std::vector<std::pair<float, Trail*>> by_weight;
    for (Trail& trail : trails) {
        const Evidence e = evidence(trail);
        by_weight.emplace_back(static_cast<float>(e.detections) * e.mean, &trail);
    }
    std::stable_sort(by_weight.begin(), by_weight.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Trail> kept;
    for (const auto& heaviest_first : by_weight) {
        Trail& trail = *heaviest_first.second;
        const auto better = std::find_if(kept.begin(), kept.end(), [&](const Trail& k) {
            return k.shot == trail.shot && shared(k, trail) >= doubled;
        });
        if (better == kept.end()) {
            kept.push_back(std::move(trail));
            continue;
        }
        if (trail.first() < better->first()) better->started_by_cut = trail.started_by_cut;
        if (trail.last() > better->last()) {
            better->ended_by_cut = trail.ended_by_cut;
            better->ended_by_range = trail.ended_by_range;
        }
        const std::int64_t first = better->first();
        const std::int64_t last = better->last();
        for (const auto& [frame, mark] : trail.marks) {
            if (frame < first || frame > last) better->marks.emplace(frame, mark);
        }
    }
    return kept;
}

Sighting sighting(Time pts, const Mark& m) {
    return {pts, with_back_of_head(m.box, m.roll, m.nose), m.roll, m.score, m.origin};
}

Track filled(const Trail& trail, const Seen& seen) {
    Track track;
    auto next = trail.marks.begin();
    for (std::int64_t frame = trail.first(); frame <= trail.last(); ++frame) {
        const Time pts = seen.pts[static_cast<std::size_t>(frame)];
        if (next->first == frame) {
            track.sightings.push_back(sighting(pts, next->second));
            ++next;
            continue;
        }
        const auto& [to_frame, to] = *next;
        const auto& [from_frame, from] = *std::prev(next);
        const float t = static_cast<float>(frame - from_frame) / static_cast<float>(to_frame - from_frame);
        const Box before = with_back_of_head(from.box, from.roll, from.nose);
        const Box after = with_back_of_head(to.box, to.roll, to.nose);
        track.sightings.push_back({pts, between(before, after, t), from.roll + (to.roll - from.roll) * t,
                                   std::min(from.score, to.score), Origin::interpolated});
    }
    return track;
}

const Mark& last_detected(const Trail& trail) {
    for (auto it = trail.marks.rbegin(); it != trail.marks.rend(); ++it) {
        if (it->second.origin == Origin::detected) return it->second;
    }
    return trail.newest();
}

// The frames [from, to), cut to the trail's shot and the pictures there are.
std::optional<Range> range_of(std::int64_t from, std::int64_t to, const Trail& trail, const Seen& seen) {
    std::int64_t shot_end = static_cast<std::int64_t>(seen.pts.size());
    for (const std::int64_t cut : seen.cuts) {
        if (cut > trail.shot) {
            shot_end = cut;
            break;
        }
    }
    from = std::max(from, trail.shot);
    to = std::min(to, shot_end);
    if (from >= to) return std::nullopt;
    const Time step = from_seconds(1.0 / static_cast<double>(seen.frames_per_second));
    const auto frame_count = static_cast<std::int64_t>(seen.pts.size());
    const Time out = to < frame_count ? seen.pts[static_cast<std::size_t>(to)]
                                      : seen.pts[static_cast<std::size_t>(frame_count - 1)] + step;
    return Range{seen.pts[static_cast<std::size_t>(from)], out};
}

// Whether another face's trail lies over `box` at `frame`: then that hides it.
bool lies_under_another(Box box, std::int64_t frame, const Trail& trail, const std::vector<Trail>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Trail& other) {
        const auto there = &other != &trail ? box_at(other, frame) : std::nullopt;
        return there && area(intersection(*there, box)) > 0.5F * area(box);
    });
}

// A stretch inside a trail that no good sighting vouches for and in which the face has moved: it may have taken another
// way than the line that is drawn between.
struct Guess {
    std::int64_t from = 0;  // frames of the sightings around it
    std::int64_t to = 0;
    bool weakly_seen = false;  // else not at all
};

std::vector<Guess> guesses(const Trail& trail, const Seen& seen) {
    std::vector<Guess> all;
    auto witness = trail.marks.end();
    bool weakly_seen = false;
    for (auto it = trail.marks.begin(); it != trail.marks.end(); ++it) {
        if (it->second.origin != Origin::detected || it->second.score < witness_score) {
            weakly_seen = true;
            continue;
        }
        const bool long_unseen =
            witness != trail.marks.end() && it->first - witness->first > frames(unseen_seconds, seen);
        if (long_unseen && iou(witness->second.box, it->second.box) < stayed_iou) {
            all.push_back({witness->first, it->first, weakly_seen});
        }
        witness = it;
        weakly_seen = false;
    }
    return all;
}

// Whether sightings from `from` to `to` are many and sure: there was a face, and it is not there any more.
bool is_firm(const Trail& trail, std::int64_t from, std::int64_t to) {
    constexpr int enough = 3;
    int sure = 0;
    for (auto it = trail.marks.lower_bound(from); it != trail.marks.end() && it->first <= to; ++it) {
        sure += it->second.origin == Origin::detected && it->second.score >= sure_score ? 1 : 0;
    }
    return sure >= enough;
}

// All of the way between the two sightings is hidden, not the line alone.
void widen(Track& track, const Trail& trail, const Guess& guess) {
    const Box way = enclosing(trail.marks.at(guess.from).box, trail.marks.at(guess.to).box);
    for (std::int64_t frame = guess.from + 1; frame < guess.to; ++frame) {
        Box& box = track.sightings[static_cast<std::size_t>(frame - trail.first())].box;
        box = enclosing(box, way);
    }
}

// A face that was sure before and after it makes a guess a gap; a weak one is covered on its way, and that is all.
void name_guess(const Trail& trail, std::int64_t track, const Guess& guess, const Seen& seen, std::vector<Gap>& gaps) {
    const std::int64_t around = frames(firm_seconds, seen);
    if (!is_firm(trail, guess.from - around, guess.from) || !is_firm(trail, guess.to, guess.to + around)) return;
    const auto range = range_of(guess.from + 1, guess.to, trail, seen);
    const auto reason = guess.weakly_seen ? GapReason::low_score : GapReason::lost;
    if (range) gaps.push_back({0, *range, reason, track, trail.marks.at(guess.from).box, {}, {}});
}

void name_doubts(const Trail& trail, std::int64_t track, const std::vector<Trail>& all, const Seen& seen,
                 std::vector<Gap>& gaps) {
    if (trail.last() - trail.first() < frames(substantial_seconds, seen)) return;
    const auto add = [&](std::int64_t from, std::int64_t to, GapReason reason, Box where) {
        const auto range = range_of(from, to, trail, seen);
        if (!range) return;
        gaps.push_back({0, *range, reason, track, where, {}, {}});
    };
    const std::int64_t doubt = frames(doubt_seconds, seen);
    const Mark& start = trail.marks.begin()->second;
    if (!trail.started_by_cut && start.score >= sure_score && !at_edge(start.box, seen) &&
        !lies_under_another(start.box, trail.first() - 1, trail, all)) {
        add(trail.first() - doubt, trail.first(), GapReason::starts_midframe, start.box);
    }
    const Mark& end = last_detected(trail);
    if (!trail.ended_by_cut && !trail.ended_by_range && !trail.became_another && end.score >= sure_score &&
        !at_edge(end.box, seen) && !lies_under_another(end.box, trail.last() + 1, trail, all)) {
        add(trail.last() + 1, trail.last() + 1 + doubt, GapReason::lost, end.box);
    }
}

}  // namespace

Finished finish(std::vector<Trail> trails, const Seen& seen) {
    trails = joined(without_doubles(std::move(trails)), seen);
    const auto side = static_cast<float>(std::max(seen.width, seen.height));
    std::erase_if(trails, [&](const Trail& t) { return is_noise(evidence(t), side); });
    Finished result;
    for (const Trail& trail : trails) {
        Track track = filled(trail, seen);
        track.id = static_cast<std::int64_t>(result.tracks.size()) + 1;
        for (const Guess& guess : guesses(trail, seen)) {
            widen(track, trail, guess);
            name_guess(trail, track.id, guess, seen, result.gaps);
        }
        name_doubts(trail, track.id, trails, seen, result.gaps);
        result.tracks.push_back(std::move(track));
    }
    std::stable_sort(result.gaps.begin(), result.gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.range.in < b.range.in; });
    return result;
}

}  // namespace counterclip::faces
