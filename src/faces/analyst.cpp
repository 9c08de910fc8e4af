#include "faces/analyst.h"

#include <cmath>

#include "faces/follow.h"
#include "faces/shots.h"
#include "faces/suppress.h"

namespace counterclip::faces {

namespace {

constexpr float key_seconds = 0.27F;      // half the hold of P3: a face between two keys is covered from either side
constexpr float past_seconds = 1.0F;      // how far walks go back
constexpr float search_seconds = 2.0F;    // how long a lost face is searched at its place
constexpr float give_up_seconds = 3.0F;   // then a face there is a new one
constexpr float follow_seconds = 1.0F;    // without any detector's word
constexpr float seldom = 4;               // pictures a second below which no picture confirms another: full effort
constexpr std::int64_t keys_at_once = 4;  // the same on every machine: what is looked at must not depend on its threads
constexpr int misses_end_walk = 2;
constexpr float calm_iou = 0.6F;  // a face that keeps this between keys is where interpolation says
constexpr float calm_score = 0.6F;
constexpr float still_iou = 0.85F;  // hardly moved, and seen surely: the mask is wider than what it could do between
constexpr float still_score = 0.8F;
constexpr float small_share = 1.F / 24;            // of the longer side: below 27 px in the 640 px input
constexpr std::int64_t second_detector_every = 4;  // keys, one square each: the whole in about 3.2 s
constexpr std::int64_t fine_every = 12;            // keys: about 3 s
constexpr std::int64_t tilted_every = 12;          // keys, to either side in turn
constexpr std::int64_t tilted_every_crowded = 6;
constexpr std::int64_t shadows_every = 6;  // keys, where there are any
constexpr std::size_t crowd_from = 3;      // faces

Mark mark_of(const Detection& d) {
    return {d.box, d.roll, d.score, Origin::detected, d.nose};
}

std::int64_t last_detected(const Trail& trail) {
    for (auto it = trail.marks.rbegin(); it != trail.marks.rend(); ++it) {
        if (it->second.origin == Origin::detected) return it->first;
    }
    return trail.first();
}

}  // namespace

Analyst::Analyst(Crew& crew, float frames_per_second, bool exhaustive)
    : crew_(crew),
      frames_per_second_(frames_per_second),
      exhaustive_(exhaustive || frames_per_second < seldom),
      key_step_(exhaustive_ ? 1 : std::max<std::int64_t>(1, std::llround(key_seconds * frames_per_second))) {}

std::int64_t Analyst::frames(float seconds) const {
    return std::max<std::int64_t>(1, std::llround(seconds * frames_per_second_));
}

float Analyst::picture_side() const {
    return static_cast<float>(std::max(ring_.back().frame.width(), ring_.back().frame.height()));
}

const Picture& Analyst::at(std::int64_t index) const {
    return ring_[static_cast<std::size_t>(index - oldest())];
}

void Analyst::add(Picture picture) {
    ring_.push_back(std::move(picture));
    const std::int64_t waiting = ring_.back().index + 1 - done_;
    if (waiting >= std::max<std::int64_t>(keys_at_once * key_step_, 8)) work();
}

std::vector<Trail> Analyst::finish() {
    if (!ring_.empty() && ring_.back().index >= done_) work();
    for (Trail& trail : live_) {
        trail.ended_by_range = !trail.is_lost;
        past_.push_back(std::move(trail));
    }
    live_.clear();
    return std::move(past_);
}

std::vector<std::int64_t> Analyst::keys_to_look_at() const {
    std::vector<std::int64_t> keys;
    const std::int64_t end = ring_.back().index + 1;
    std::int64_t last = last_key_;
    for (std::int64_t i = done_; i < end; ++i) {
        const bool cut = at(i).first_of_shot;
        const bool before_cut = i + 1 < end && at(i + 1).first_of_shot;
        const bool changes = i > oldest() && changed(at(i - 1).thumb, at(i).thumb);
        if (i - last < key_step_ && last >= 0 && !cut && !before_cut && !changes && i + 1 != end) continue;
        keys.push_back(i);
        last = i;
    }
    return keys;
}

WholeEffort Analyst::effort_for(std::int64_t key, std::size_t nth) const {
    WholeEffort effort;
    const std::int64_t number = keys_seen_ + static_cast<std::int64_t>(nth);
    const bool dull = is_dull(at(key).thumb);
    const bool first_look = at(key).first_of_shot || key == 0;
    effort.lifted = dull || exhaustive_;
    effort.fine = exhaustive_ || small_faces_ || first_look || number % fine_every == 0;
    const std::int64_t turn = number % second_detector_every;
    if (exhaustive_ || dull || first_look) {
        effort.squares = all_squares;
    } else if (turn == 1) {
        effort.squares = 1U << ((number / second_detector_every) % square_count);
    }
    effort.crowded = small_faces_ || live_.size() >= crowd_from;
    if (exhaustive_ || first_look) {
        effort.tilted = both_tilts;
    } else if (effort.crowded && number % tilted_every_crowded == 2) {
        effort.tilted = both_tilts;
    } else if (number % tilted_every == 2) {
        effort.tilted = 1U << (number / tilted_every % 2);
    }
    effort.shadows = !dull && has_deep_shadows(at(key).thumb) &&
                     (exhaustive_ || first_look || effort.crowded || number % shadows_every == 3);
    effort.light =
        !exhaustive_ && (turn != 0 || effort.fine) && !first_look && !effort.crowded && !dull && is_calm(key);
    return effort;
}

// Every face that is followed was seen at the last key, and the picture has not changed.
bool Analyst::is_calm(std::int64_t key) const {
    const bool changes = key > oldest() && changed(at(key - 1).thumb, at(key).thumb);
    return !changes && std::none_of(live_.begin(), live_.end(), [&](const Trail& t) {
        return t.is_lost || t.newest().score < calm_score || t.first() == last_key_;
    });
}

void Analyst::work() {
    const std::vector<std::int64_t> keys = keys_to_look_at();
    struct Look {
        std::size_t key;
        Glance glance;
        std::vector<Detection> found;
    };
    std::vector<Look> looks;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (const Glance& g : crew_.any().glances(at(keys[i]), effort_for(keys[i], i))) looks.push_back({i, g, {}});
    }
    crew_.each(looks.size(), [&](Looker& looker, std::size_t i) {
        looks[i].found = looker.glance(at(keys[looks[i].key]), looks[i].glance);
    });
    std::vector<std::vector<Detection>> found(keys.size());
    for (Look& look : looks) std::move(look.found.begin(), look.found.end(), std::back_inserter(found[look.key]));
    for (std::size_t i = 0; i < keys.size(); ++i) key_seen(keys[i], suppress(std::move(found[i])));
    keys_seen_ += static_cast<std::int64_t>(keys.size());
    look_between();
    done_ = ring_.back().index + 1;
    while (ring_.back().index - oldest() > frames(past_seconds)) ring_.pop_front();
}

void Analyst::key_seen(std::int64_t key, const std::vector<Detection>& detections) {
    // A cut lies on a key, and so does the picture before it.
    if (at(key).first_of_shot) end_shot(key);
    const std::vector<std::size_t> missing = assign_at(key, detections);
    search_missing(key, missing, detections);
    drop_doubles();
    for (const auto& doubt : meetings_.doubts(live_, key)) part(doubt.number, doubt.from);
    retire(key);
    small_faces_ = std::any_of(live_.begin(), live_.end(), [&](const Trail& t) {
        return !t.is_lost && std::max(t.newest().box.w, t.newest().box.h) < small_share * picture_side();
    });
    last_key_ = key;
}

void Analyst::end_shot(std::int64_t first_of_next) {
    for (Trail& trail : live_) {
        trail.ended_by_cut = !trail.is_lost;
        past_.push_back(std::move(trail));
    }
    live_.clear();
    meetings_.forget();
    shot_ = first_of_next;
}

// Ends a trail before `from` and goes on under another number: whose face it is must be said anew.
void Analyst::part(std::int64_t number, std::int64_t from) {
    const auto it = std::find_if(live_.begin(), live_.end(), [&](const Trail& t) { return t.number == number; });
    if (it == live_.end() || it->first() >= from || it->last() < from) return;
    Trail next = *it;
    next.number = trails_++;
    next.parted = next.started_by_cut = true;
    next.first_look = next.look = next.latest_look;
    next.marks.erase(next.marks.begin(), next.marks.lower_bound(from));
    it->marks.erase(it->marks.lower_bound(from), it->marks.end());
    it->became_another = true;
    past_.push_back(std::move(*it));
    *it = std::move(next);
}

// Gives each detection to the face it belongs to and starts new ones; returns which faces were not seen.
std::vector<std::size_t> Analyst::assign_at(std::int64_t key, const std::vector<Detection>& detections) {
    std::vector<Place> places;
    for (const Trail& trail : live_) {
        const bool sure = is_sure(evidence(trail, recent_marks));
        const float away = sure ? static_cast<float>(key - trail.last()) / frames_per_second_ : 0;
        places.push_back(
            {predicted(trail, key, frames_per_second_), away, sure, trail.look, meetings_.has_met(trail.number)});
    }
    std::vector<Appearance> looks;
    for (const Detection& d : detections) looks.push_back(appearance_of(at(key), d.box));
    const std::vector<int> owner = assign(detections, places, looks);
    std::vector<bool> seen(live_.size(), false);
    std::vector<Trail> started;
    std::vector<std::size_t> returned;
    for (std::size_t d = 0; d < detections.size(); ++d) {
        if (owner[d] >= 0) {
            const auto i = static_cast<std::size_t>(owner[d]);
            live_[i].marks.insert_or_assign(key, mark_of(detections[d]));
            live_[i].latest_look = looks[d];
            live_[i].looked_at = key;
            live_[i].look = blended(live_[i].look, looks[d]);
            if (live_[i].is_lost) returned.push_back(i);
            live_[i].is_lost = false;
            live_[i].became_another = false;
            seen[i] = true;
            continue;
        }
        const auto is_wrapped = [&](const Trail& t) {
            return !t.is_lost && wraps(detections[d], predicted(t, key, frames_per_second_), evidence(t, recent_marks));
        };
        if (std::any_of(live_.begin(), live_.end(), is_wrapped)) continue;
        Trail trail;
        trail.number = trails_++;
        trail.shot = shot_;
        trail.started_by_cut = key == shot_;
        trail.marks.emplace(key, mark_of(detections[d]));
        trail.first_look = trail.look = trail.latest_look = looks[d];
        trail.looked_at = key;
        started.push_back(std::move(trail));
    }
    // Backwards from every face that is new or back: the past is still at hand.
    std::vector<Trail*> back;
    const auto walk = [&](Trail& trail) {
        if (!is_likely_no_face(evidence(trail, recent_marks), picture_side())) back.push_back(&trail);
    };
    for (Trail& trail : started) walk(trail);
    for (const std::size_t i : returned) walk(live_[i]);
    const std::int64_t earliest = std::max(oldest(), shot_);
    crew_.each(back.size(), [&](Looker& looker, std::size_t i) { walk_back(looker, *back[i], earliest); });
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < live_.size(); ++i) {
        if (!seen[i]) missing.push_back(i);
    }
    for (Trail& trail : started) {
        trail.started_by_cut = trail.started_by_cut || trail.first() <= shot_ + 1;
        live_.push_back(std::move(trail));
    }
    return missing;
}

void Analyst::search_missing(std::int64_t key, const std::vector<std::size_t>& missing,
                             const std::vector<Detection>& detections) {
    crew_.each(missing.size(), [&](Looker& looker, std::size_t i) {
        Trail& trail = live_[missing[i]];
        if (is_likely_no_face(evidence(trail, recent_marks), picture_side())) {
            trail.is_lost = true;
            return;
        }
        if (!trail.is_lost) {
            walk_forward(looker, trail, key);
            return;
        }
        const bool worth =
            is_sure(evidence(trail, recent_marks)) && key - last_detected(trail) <= frames(search_seconds);
        if (!worth) return;
        const auto found = looker.hard(at(key), trail.newest().box);
        const auto taken = [&](const Detection& d) { return found && is_same_face(d.box, found->box); };
        if (!found || std::any_of(detections.begin(), detections.end(), taken)) return;
        trail.marks.insert_or_assign(key, mark_of(*found));
        trail.is_lost = false;
        walk_back(looker, trail, std::max(oldest(), shot_));
    });
}

// From the last sighting on, picture by picture, as long as any means sees the face.
void Analyst::walk_forward(Looker& looker, Trail& trail, std::int64_t to) {
    const bool sure = is_sure(evidence(trail, recent_marks));
    const std::int64_t step = to - trail.last() > key_step_ / 2 ? 2 : 1;
    int misses = 0;
    for (std::int64_t i = std::min(to, std::max(trail.last(), oldest()) + step); misses < misses_end_walk;
         i = std::min(to, i + step)) {
        const Box place = predicted(trail, i, frames_per_second_);
        auto found = looker.quick(at(i), place, trail.newest().roll);
        if (!found && sure) found = looker.hard(at(i), place);
        if (found) {
            trail.marks.insert_or_assign(i, mark_of(*found));
            misses = 0;
        } else if (sure && trail.last() >= oldest() && i - last_detected(trail) <= frames(follow_seconds)) {
            const Mark newest = trail.newest();
            if (const auto box = followed(at(trail.last()), newest.box, at(i))) {
                trail.marks.insert_or_assign(i, Mark{*box, newest.roll, newest.score, Origin::held, newest.nose});
                misses = 0;
            } else {
                ++misses;
            }
        } else {
            ++misses;
        }
        if (i == to) break;
    }
    trail.is_lost = trail.last() != to;
}

// From the first sighting (of a new face) or from the sighting after a loss, towards the past.
void Analyst::walk_back(Looker& looker, Trail& trail, std::int64_t to) {
    std::int64_t from = trail.last();
    const auto loss = trail.marks.size() > 1 ? std::prev(trail.marks.end(), 2)->first : std::int64_t{-1};
    to = std::max(to, loss + 1);
    const bool strong = trail.newest().score >= calm_score || is_sure(evidence(trail, recent_marks));
    constexpr std::int64_t step = 2;
    int misses = 0;
    Mark nearest = trail.newest();
    for (std::int64_t i = std::max(to, from - step); i < from && i >= to && misses < misses_end_walk;
         i = i == to ? to - 1 : std::max(to, i - step)) {
        auto found = looker.quick(at(i), nearest.box, nearest.roll);
        if (!found && strong) found = looker.hard(at(i), nearest.box);
        if (found) {
            nearest = mark_of(*found);
        } else if (const auto box = strong ? followed(at(from), nearest.box, at(i)) : std::nullopt) {
            nearest = Mark{*box, nearest.roll, nearest.score, Origin::held, nearest.nose};
        } else {
            ++misses;
            continue;
        }
        trail.marks.insert_or_assign(i, nearest);
        from = i;
        misses = 0;
    }
}

// Two trails on one face: the older keeps it. A wandering weak trail must not live on the marks of a sure one.
void Analyst::drop_doubles() {
    for (std::size_t b = live_.size(); b-- > 1;) {
        Trail& younger = live_[b];
        const std::int64_t newest = younger.last();
        bool left = true;
        for (std::size_t a = 0; a < b && left; ++a) left = erase_doubles(younger, live_[a], oldest());
        if (!left) {
            live_.erase(live_.begin() + static_cast<std::ptrdiff_t>(b));
            continue;
        }
        if (younger.last() == newest) continue;
        younger.is_lost = true;
        younger.became_another = true;
    }
}

void Analyst::retire(std::int64_t key) {
    for (std::size_t i = live_.size(); i-- > 0;) {
        const bool weak = is_noise(evidence(live_[i], recent_marks), picture_side());
        const std::int64_t patience = frames(weak ? 2 * key_seconds : give_up_seconds);
        if (key - live_[i].last() <= patience) continue;
        past_.push_back(std::move(live_[i]));
        live_.erase(live_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// Between two sightings: one look in the middle of a calm face, all frames of one that moves or is weak.
void Analyst::look_between() {
    struct Look {
        std::size_t trail;
        std::int64_t frame;
        Box place;
        float roll;
        std::optional<Detection> found;
    };
    std::vector<Look> looks;
    for (std::size_t t = 0; t < live_.size(); ++t) {
        const Trail& trail = live_[t];
        if (is_likely_no_face(evidence(trail, recent_marks), picture_side())) continue;
        for (auto after = trail.marks.upper_bound(std::max(done_, oldest()) - 1); after != trail.marks.end(); ++after) {
            if (after == trail.marks.begin()) continue;
            const auto before = std::prev(after);
            const std::int64_t span = after->first - before->first;
            if (span < 2 || span > 2 * key_step_ + 1) continue;
            const float stayed = iou(before->second.box, after->second.box);
            const float weaker = std::min(before->second.score, after->second.score);
            if (stayed > still_iou && weaker >= still_score && !exhaustive_) continue;
            const bool calm = stayed > calm_iou && weaker >= calm_score;
            const std::int64_t step = calm ? std::max<std::int64_t>(1, (span + 1) / 2) : 2;
            for (std::int64_t i = before->first + step; i < after->first; i += step) {
                if (i >= oldest()) looks.push_back({t, i, *box_at(trail, i), before->second.roll, std::nullopt});
            }
        }
    }
    crew_.each(looks.size(), [&](Looker& looker, std::size_t i) {
        looks[i].found = looker.quick(at(looks[i].frame), looks[i].place, looks[i].roll);
    });
    for (const Look& look : looks) {
        if (look.found) live_[look.trail].marks.insert_or_assign(look.frame, mark_of(*look.found));
    }
}

}  // namespace counterclip::faces
