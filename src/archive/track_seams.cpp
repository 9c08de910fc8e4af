#include "archive/track_seams.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace counterclip::archive {

namespace {

using faces::Box;
using faces::Label;
using faces::Sighting;
using faces::Track;
using namespace std::chrono_literals;

constexpr Time near_seam = 2s;       // frames this near are compared
constexpr Time longest_bridge = 3s;  // as in faces/finish: a hand over the face, a person who passes in front
constexpr float same_place = 0.5F;   // IoU of one face in one frame
constexpr float same_spot = 0.7F;    // of the face's size: how far it may have moved while it was not seen
constexpr float same_size = 2;       // at most that much larger or smaller
constexpr Time usual_frame = 40ms;

using Sightings = std::vector<Sighting>;

auto first_from(const Sightings& sightings, Time t) {
    return std::lower_bound(sightings.begin(), sightings.end(), t,
                            [](const Sighting& s, Time at) { return s.pts < at; });
}

bool within(const std::vector<Range>& ranges, Time t) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return contains(r, t); });
}

std::optional<Range> holding(const std::vector<Range>& ranges, Time t) {
    for (const auto& r : ranges)
        if (contains(r, t)) return r;
    return std::nullopt;
}

struct Agreement {
    int shared = 0;  // frames that have both
    int agreed = 0;
};

Agreement agreement(const Track& a, const Track& b, Range where) {
    Agreement found;
    auto x = first_from(a.sightings, where.in);
    auto y = first_from(b.sightings, where.in);
    while (x != a.sightings.end() && y != b.sightings.end() && x->pts < where.out && y->pts < where.out) {
        if (x->pts == y->pts) {
            ++found.shared;
            found.agreed += faces::iou(x->box, y->box) > same_place ? 1 : 0;
            ++x, ++y;
        } else if (x->pts < y->pts) {
            ++x;
        } else {
            ++y;
        }
    }
    return found;
}

bool is_near(Box a, Box b) {
    const float size = std::max({a.w, a.h, b.w, b.h});
    const float ratio = std::max(a.h, b.h) / std::max(std::min(a.h, b.h), 1.F);
    const float dx = a.x + a.w / 2 - b.x - b.w / 2;
    const float dy = a.y + a.h / 2 - b.y - b.h / 2;
    return ratio <= same_size && std::hypot(dx, dy) <= same_spot * size;
}

// Whether `late` may be the face of `early` seen again. Both in order of time.
bool may_be_bridged(const Sighting& early, const Sighting& late, const std::vector<Time>& shots) {
    if (late.pts <= early.pts || late.pts - early.pts > longest_bridge || !is_near(early.box, late.box)) return false;
    return std::none_of(shots.begin(), shots.end(), [&](Time cut) { return early.pts < cut && cut <= late.pts; });
}

Time step_of(const Track& track) {
    Time step = Time::max();
    const auto n = std::min<std::size_t>(track.sightings.size(), 50);
    for (std::size_t i = 1; i < n; ++i) step = std::min(step, track.sightings[i].pts - track.sightings[i - 1].pts);
    return step == Time::max() ? usual_frame : std::max(step, Time(1ms));
}

// What lies between two sightings, a frame apart; nothing when they are neighbours.
Sightings filling(const Sighting& a, const Sighting& b, Time step) {
    Sightings between;
    for (Time t = a.pts + step; t + step / 2 < b.pts; t += step) {
        const float share = static_cast<float>(seconds(t - a.pts) / seconds(b.pts - a.pts));
        between.push_back({t, faces::between(a.box, b.box, share), a.roll + (b.roll - a.roll) * share,
                           std::min(a.score, b.score), faces::Origin::interpolated});
    }
    return between;
}

void insert_in_order(Sightings& sightings, const Sightings& more) {
    if (more.empty()) return;
    sightings.insert(first_from(sightings, more.front().pts), more.begin(), more.end());
}

void fill_after(Track& track, Time t, Time step) {
    const auto next = std::upper_bound(track.sightings.begin(), track.sightings.end(), t,
                                       [](Time at, const Sighting& s) { return at < s.pts; });
    if (next == track.sightings.begin() || next == track.sightings.end()) return;
    insert_in_order(track.sightings, filling(*std::prev(next), *next, step));
}

// Both in order of time. In frames of both the old one stays as it is outside `core`; inside, the box that holds both.
Sightings woven(const Sightings& old, const Sightings& now, const std::vector<Range>& core) {
    Sightings all;
    all.reserve(old.size() + now.size());
    auto x = old.begin();
    for (const auto& n : now) {
        while (x != old.end() && x->pts < n.pts) all.push_back(*x++);
        if (x == old.end() || x->pts != n.pts) {
            all.push_back(n);
            continue;
        }
        Sighting both = *x++;
        if (within(core, n.pts)) both.box = faces::enclosing(both.box, n.box);
        all.push_back(both);
    }
    all.insert(all.end(), x, old.end());
    return all;
}

class Sewing {
  public:
    Sewing(std::vector<OldPiece> before, const std::vector<Range>& core, const std::vector<Time>& shots)
        : pieces_(std::move(before)), core_(core), shots_(shots) {}

    void add(Track now) {
        const auto first = first_in_core(now.sightings.begin(), now.sightings.end());
        if (!first) {
            if (!is_known(now)) done_.tracks.push_back(std::move(now));
            return;
        }
        const auto last = first_in_core(now.sightings.rbegin(), now.sightings.rend());
        const auto front = best_in_front(now, holding(core_, *first)->in);
        const auto behind = best_behind(now, holding(core_, *last)->out);
        bridge_beside_labels(now, holding(core_, *first)->in, holding(core_, *last)->out, front, behind);
        join(std::move(now), front, behind);
    }

    Sewn finish() {
        for (auto& piece : pieces_)
            if (!piece.track.sightings.empty()) done_.tracks.push_back(std::move(piece.track));
        return std::move(done_);
    }

  private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    template <class It>
    std::optional<Time> first_in_core(It from, It to) const {
        const auto found = std::find_if(from, to, [&](const Sighting& s) { return within(core_, s.pts); });
        return found == to ? std::nullopt : std::optional(found->pts);
    }

    // Whether the old analysis, which decides there, has the face.
    bool is_known(const Track& now) const {
        const Range span{now.sightings.front().pts, now.sightings.back().pts + Time{1}};
        return std::any_of(pieces_.begin(), pieces_.end(), [&](const OldPiece& p) {
            return 2 * agreement(p.track, now, span).agreed >= static_cast<int>(now.sightings.size());
        });
    }

    // The better of two joins: more frames that agree, or else the shorter bridge.
    struct Merit {
        int agreed = 0;
        Time bridge{};
        bool operator<(const Merit& other) const {
            return agreed != other.agreed ? agreed < other.agreed : bridge > other.bridge;
        }
    };
    std::optional<Merit> merit(const OldPiece& piece, const Track& now, Time seam, const Sighting& early,
                               const Sighting& late) const {
        if (piece.track.label != now.label) return std::nullopt;
        const auto both = agreement(*piece.whole, now, {seam - near_seam, seam + near_seam});
        if (both.shared > 0) {
            if (2 * both.agreed < both.shared) return std::nullopt;
            return Merit{both.agreed, Time{}};
        }
        if (now.label != Label::unlabelled || !may_be_bridged(early, late, shots_)) return std::nullopt;
        return Merit{0, late.pts - early.pts};
    }

    std::size_t best_in_front(const Track& now, Time seam) const {
        return best(now, seam, [&](const Track& old) {
            return old.sightings.front().pts < seam && seam - old.sightings.back().pts <= longest_bridge;
        });
    }
    std::size_t best_behind(const Track& now, Time seam) const {
        return best(now, seam, [&](const Track& old) {
            return old.sightings.back().pts >= seam && old.sightings.front().pts - seam <= longest_bridge;
        });
    }
    template <class Candidate>
    std::size_t best(const Track& now, Time seam, Candidate candidate) const {
        std::size_t found = none;
        std::optional<Merit> best_merit;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const auto& old = pieces_[i].track;
            if (old.sightings.empty() || !candidate(old)) continue;
            const bool in_front = old.sightings.front().pts < seam;
            const auto& early = in_front ? old.sightings.back() : now.sightings.back();
            const auto& late = in_front ? now.sightings.front() : old.sightings.front();
            const auto merit_here = merit(pieces_[i], now, seam, early, late);
            if (!merit_here || (best_merit && !(*best_merit < *merit_here))) continue;
            best_merit = merit_here;
            found = i;
        }
        return found;
    }

    // A face that people named and one that nobody did yet, lost just at the seam: they stay two, and what lies between
    // is hidden by the one without a name.
    void bridge_beside_labels(Track& now, Time in, Time out, std::size_t front, std::size_t behind) const {
        if (now.label != Label::unlabelled) return;
        const Time step = step_of(now);
        for (const auto& piece : pieces_) {
            if (piece.track.label == Label::unlabelled || piece.track.sightings.empty()) continue;
            const auto& last = piece.track.sightings.back();
            const auto& first = piece.track.sightings.front();
            if (front == none && last.pts < in + near_seam && may_be_bridged(last, now.sightings.front(), shots_))
                insert_in_order(now.sightings, filling(last, now.sightings.front(), step));
            if (behind == none && first.pts >= out - near_seam && may_be_bridged(now.sightings.back(), first, shots_)) {
                const auto more = filling(now.sightings.back(), first, step);
                now.sightings.insert(now.sightings.end(), more.begin(), more.end());
            }
        }
    }

    void join(Track now, std::size_t front, std::size_t behind) {
        const bool both = front != none && behind != none && front != behind;
        if (both && pieces_[front].track.label != pieces_[behind].track.label) behind = none;
        if (front == none && behind == none) {
            done_.tracks.push_back(std::move(now));
            return;
        }
        const Time step = step_of(now);
        const Time first = now.sightings.front().pts;
        const Time last = now.sightings.back().pts;
        auto& base = pieces_[front != none ? front : behind];
        Track whole = std::move(base.track);
        base.track.sightings.clear();
        const Track* const was = base.whole;
        const Time front_end = whole.sightings.back().pts;
        if (front != none && behind != none && front != behind) {
            auto& tail = pieces_[behind].track;
            done_.renamed[tail.id] = whole.id;
            whole.sightings.insert(whole.sightings.end(), tail.sightings.begin(), tail.sightings.end());
            tail.sightings.clear();
        }
        whole.sightings = woven(whole.sightings, now.sightings, core_);
        if (front != none && front_end < first) fill_after(whole, front_end, step);
        if (behind != none) fill_after(whole, last, step);
        done_.renamed[now.id] = whole.id;
        // What was joined in front may be joined behind by the next one.
        pieces_.push_back({std::move(whole), was});
    }

    std::vector<OldPiece> pieces_;
    const std::vector<Range>& core_;
    const std::vector<Time>& shots_;
    Sewn done_;
};

}  // namespace

Sewn sewn(std::vector<OldPiece> before, std::vector<Track> now, const std::vector<Range>& core,
          const std::vector<Time>& shots) {
    Sewing sewing(std::move(before), core, shots);
    for (auto& track : now)
        if (!track.sightings.empty()) sewing.add(std::move(track));
    auto done = sewing.finish();
    // Chains of renames end at the track that is there.
    for (auto& [from, to] : done.renamed)
        for (auto next = done.renamed.find(to); next != done.renamed.end() && next->first != next->second;
             next = done.renamed.find(to))
            to = next->second;
    return done;
}

}  // namespace counterclip::archive
