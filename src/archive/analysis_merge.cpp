#include "archive/analysis_merge.h"

#include <cmath>

#include "archive/ranges.h"
#include "archive/seam_losses.h"
#include "archive/track_seams.h"

namespace counterclip::archive {

namespace {

using faces::Gap;
using faces::Label;
using faces::Sighting;
using faces::Track;

bool within(const std::vector<Range>& ranges, Time t) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return contains(r, t); });
}

// The pieces of a track outside the ranges. They are apart: the frames between them were looked at anew. What a person
// put where nobody had looked yet stays.
std::vector<std::vector<Sighting>> pieces_outside(const Track& track, const std::vector<Range>& ranges,
                                                  const std::vector<Range>& looked_at) {
    std::vector<std::vector<Sighting>> pieces;
    bool continues = false;
    for (const auto& sighting : track.sightings) {
        if (within(ranges, sighting.pts) && within(looked_at, sighting.pts)) {
            continues = false;
            continue;
        }
        if (!continues) pieces.emplace_back();
        pieces.back().push_back(sighting);
        continues = true;
    }
    return pieces;
}

float overlap_at(const Track& track, const Sighting& sighting) {
    const auto there = std::lower_bound(track.sightings.begin(), track.sightings.end(), sighting.pts,
                                        [](const Sighting& s, Time t) { return s.pts < t; });
    if (there == track.sightings.end() || there->pts != sighting.pts) return 0;
    return faces::iou(there->box, sighting.box);
}

// What shows a face, or may: it never reaches frames that nobody saw when it was given.
bool may_show(Label label) {
    return label == Label::not_a_face || label == Label::subject || label == Label::interviewer ||
           label == Label::translator;
}

struct Kept {
    Label label = Label::unlabelled;
    std::vector<Range> seen;  // where the tracks were that carry it, and were looked at
};

// The label of the track that `track` retraces. It counts only if at least half of the frames that both analyses looked
// at agree in place, and if all tracks that it agrees with carry that one label.
Kept label_kept(const Track& track, const faces::Analysis& before) {
    constexpr Time about_the_edge = std::chrono::milliseconds(500);  // another analysis starts a track a little earlier
    std::optional<Label> label;
    std::vector<const Track*> retraced;
    std::size_t looked_at = 0;
    std::size_t agreed = 0;
    for (const auto& sighting : track.sightings) {
        if (!within(before.ranges, sighting.pts)) continue;
        ++looked_at;
        bool agrees = false;
        for (const auto& old : before.tracks) {
            if (overlap_at(old, sighting) <= 0.5F) continue;
            if (label && *label != old.label) return {};
            label = old.label;
            agrees = true;
            if (std::find(retraced.begin(), retraced.end(), &old) == retraced.end()) retraced.push_back(&old);
        }
        agreed += agrees ? 1 : 0;
    }
    if (!label || 2 * agreed < looked_at) return {};
    Kept kept{*label, {}};
    for (const auto* old : retraced) {
        const Range around{old->sightings.front().pts - about_the_edge, old->sightings.back().pts + about_the_edge};
        for (const auto& range : before.ranges) kept.seen.push_back(intersection(around, range));
    }
    kept.seen = joined(std::move(kept.seen));
    return kept;
}

template <class Things>
std::int64_t highest_id(const Things& things) {
    std::int64_t highest = 0;
    for (const auto& thing : things) highest = std::max(highest, thing.id);
    return highest;
}

// A track in parts, where the label it keeps was given and where not; the first part keeps the id.
std::vector<Track> labelled(Track track, const Kept& kept, std::int64_t& next) {
    if (!may_show(kept.label)) {
        track.label = kept.label;
        return {std::move(track)};
    }
    std::vector<Track> parts;
    for (const auto& sighting : track.sightings) {
        const auto label = within(kept.seen, sighting.pts) ? kept.label : Label::unlabelled;
        if (parts.empty() || parts.back().label != label)
            parts.push_back({parts.empty() ? track.id : next++, label, {}});
        parts.back().sightings.push_back(sighting);
    }
    return parts;
}

Time distance(const Track& track, Range range) {
    const Time from = track.sightings.front().pts;
    const Time to = track.sightings.back().pts;
    return to < range.in ? range.in - to : from >= range.out ? from - range.out : Time{};
}

// What the new analysis found, with the labels it keeps. A doubt is about the part that is nearest to it.
void keep_labels(faces::Analysis& now, const faces::Analysis& before) {
    std::int64_t next = highest_id(now.tracks) + 1;
    std::vector<Track> all;
    for (auto& track : now.tracks) {
        if (track.label != Label::unlabelled || track.sightings.empty()) {
            all.push_back(std::move(track));
            continue;
        }
        const auto id = track.id;
        const auto kept = label_kept(track, before);
        auto parts = labelled(std::move(track), kept, next);
        for (auto& gap : now.gaps) {
            if (gap.track != id || parts.size() < 2) continue;
            gap.track = std::min_element(parts.begin(), parts.end(), [&](const Track& a, const Track& b) {
                            return distance(a, gap.range) < distance(b, gap.range);
                        })->id;
        }
        for (auto& part : parts) all.push_back(std::move(part));
    }
    now.tracks = std::move(all);
}

Sewn merged_tracks(const faces::Analysis& before, std::vector<Track> now, const std::vector<Range>& core,
                   const std::vector<Time>& shots, std::int64_t offset) {
    for (auto& track : now) track.id += offset;
    std::int64_t next = std::max(highest_id(now), offset) + 1;
    std::vector<OldPiece> pieces;
    for (const auto& track : before.tracks) {
        bool first = true;
        for (auto& piece : pieces_outside(track, core, before.ranges)) {
            pieces.push_back({{first ? track.id : next++, track.label, std::move(piece)}, &track});
            first = false;
        }
    }
    auto all = sewn(std::move(pieces), std::move(now), core, shots);
    std::stable_sort(all.tracks.begin(), all.tracks.end(), [](const Track& a, const Track& b) {
        return std::pair(a.sightings.front().pts, a.id) < std::pair(b.sightings.front().pts, b.id);
    });
    return all;
}

const Track* find(const std::vector<Track>& tracks, std::int64_t id) {
    const auto found = std::find_if(tracks.begin(), tracks.end(), [&](const Track& t) { return t.id == id; });
    return found == tracks.end() ? nullptr : &*found;
}

// A doubt about where a face was before or after one analysis saw it, when the other one saw it there.
bool is_answered(const Gap& gap, const Track* alone, const Track* whole) {
    if (!gap.resolved_by.empty() || !alone || !whole || alone->sightings.empty()) return false;
    return is_vouched_for(*whole, gap.range) && !is_vouched_for(*alone, gap.range);
}

bool is_open(const Gap& gap) {
    return gap.resolved_by.empty();
}

// Open gaps that another open one contains say nothing more.
void drop_contained(std::vector<Gap>& gaps) {
    std::vector<Gap> kept;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const auto says_it_too = [&](std::size_t j) {
            return j != i && is_open(gaps[j]) && contains(gaps[j].range, gaps[i].range) &&
                   (gaps[j].range != gaps[i].range || j < i);
        };
        bool told = false;
        for (std::size_t j = 0; j < gaps.size() && !told; ++j) told = is_open(gaps[i]) && says_it_too(j);
        if (!told) kept.push_back(gaps[i]);
    }
    gaps = std::move(kept);
}

// What of the old analysis's doubts is left: what a person resolved outside of the core, and open ones whole unless all
// of one was looked at anew. Only a whole look answers a doubt.
std::vector<Gap> gaps_left(const Gap& gap, const std::vector<Range>& core, std::int64_t& next) {
    const auto pieces = outside(gap.range, core);
    if (pieces.empty()) return {};
    if (is_open(gap)) return {gap};
    std::vector<Gap> left;
    for (const auto& piece : pieces) {
        left.push_back(gap);
        left.back().range = piece;
        if (left.size() > 1) left.back().id = next++;
    }
    return left;
}

std::vector<Gap> merged_gaps(const faces::Analysis& before, std::vector<Gap> now, const std::vector<Track>& tracks_now,
                             Sewn& sewn, const std::vector<Range>& core, std::int64_t track_offset) {
    const auto whole_of = [&](std::int64_t track) {
        const auto renamed = sewn.renamed.find(track);
        return renamed == sewn.renamed.end() ? track : renamed->second;
    };
    const std::int64_t offset = highest_id(before.gaps);
    std::vector<Gap> all;
    std::int64_t next = std::max(highest_id(now), std::int64_t{0}) + offset + 1;
    for (const auto& gap : before.gaps) {
        const auto* alone = find(before.tracks, gap.track);
        if (alone && is_answered(gap, alone, find(sewn.tracks, whole_of(gap.track)))) continue;
        for (auto& left : gaps_left(gap, core, next)) all.push_back(std::move(left));
    }
    // What is no more: before's tracks that were cut away.
    for (auto& gap : all) {
        if (!find(before.tracks, gap.track)) continue;
        gap.track = whole_of(gap.track);
        if (!find(sewn.tracks, gap.track)) gap.track = 0;
    }
    const std::size_t kept = all.size();
    for (auto& gap : now) {
        const auto* alone = find(tracks_now, gap.track);
        gap.id += offset;
        if (gap.track != 0) gap.track = whole_of(gap.track + track_offset);
        const auto* whole = find(sewn.tracks, gap.track);
        if (!whole) gap.track = 0;  // it was dropped: the old analysis has that face
        if (is_answered(gap, alone, whole)) continue;
        const auto told = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept),
                                      [&](const Gap& g) { return contains(g.range, gap.range); });
        if (!told) all.push_back(std::move(gap));
    }
    for (auto& track : sewn.tracks) {
        for (auto& gap : losses_over_seams(track, core)) {
            const auto told = [&](const Gap& g) { return contains(g.range, gap.range); };
            if (std::any_of(all.begin(), all.end(), told)) continue;
            gap.id = next++;
            all.push_back(std::move(gap));
        }
    }
    drop_contained(all);
    std::stable_sort(all.begin(), all.end(), [](const Gap& a, const Gap& b) { return a.range.in < b.range.in; });
    return all;
}

std::vector<Time> merged_shots(const std::vector<Time>& before, const std::vector<Time>& now,
                               const std::vector<Range>& core) {
    std::vector<Time> all;
    for (const auto t : now)
        if (within(core, t)) all.push_back(t);
    for (const auto t : before)
        if (!within(core, t)) all.push_back(t);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

// All that looked at any of it: a weak one in one stretch must stay visible.
void add_detectors(std::vector<faces::DetectorModel>& to, const std::vector<faces::DetectorModel>& more) {
    for (const auto& model : more) {
        const auto same = [&](const auto& known) { return known.name == model.name && known.sha256 == model.sha256; };
        if (std::none_of(to.begin(), to.end(), same)) to.push_back(model);
    }
}

}  // namespace

std::vector<Range> decided_anew(const std::vector<Range>& before, const std::vector<Range>& now,
                                const std::vector<Range>& asked) {
    const auto looked_at = joined(now);
    if (asked.empty()) return looked_at;
    std::vector<Range> core = outside(looked_at, joined(before));
    for (const auto& a : asked)
        for (const auto& r : looked_at) core.push_back(intersection(a, r));
    return joined(std::move(core));
}

std::vector<Gap> gaps_gone(const faces::Analysis& before, const faces::Analysis& now) {
    std::vector<Range> open;
    for (const auto& gap : now.gaps)
        if (is_open(gap)) open.push_back(gap.range);
    open = joined(std::move(open));
    std::vector<Gap> gone;
    for (const auto& gap : before.gaps)
        if (is_open(gap) && !outside(gap.range, open).empty()) gone.push_back(gap);
    return gone;
}

faces::Analysis merged(const faces::Analysis& before, faces::Analysis now, std::int64_t highest_track,
                       const std::vector<Range>& asked) {
    now.ranges = joined(std::move(now.ranges));
    const auto core = decided_anew(before.ranges, now.ranges, asked);
    const auto track_offset = std::max(highest_id(before.tracks), highest_track);

    now.shot_changes = merged_shots(before.shot_changes, now.shot_changes, core);
    keep_labels(now, before);
    const auto tracks_now = now.tracks;
    auto sewn = merged_tracks(before, std::move(now.tracks), core, now.shot_changes, track_offset);
    now.gaps = merged_gaps(before, std::move(now.gaps), tracks_now, sewn, core, track_offset);
    now.tracks = std::move(sewn.tracks);

    const auto share = [](const std::vector<Range>& part, const std::vector<Range>& of) {
        const auto whole = length(of);
        return whole > Time{} ? seconds(length(part)) / seconds(whole) : 0;
    };
    const double kept = share(outside(before.ranges, core), before.ranges);
    const double new_share = share(core, now.ranges);
    const auto counted = [&](std::int64_t then, std::int64_t anew) {
        return std::llround(kept * static_cast<double>(then) + new_share * static_cast<double>(anew));
    };
    now.frames = counted(before.frames, now.frames);
    now.detector_runs = counted(before.detector_runs, now.detector_runs);
    if (kept > 0) add_detectors(now.detectors, before.detectors);

    auto all = before.ranges;
    all.insert(all.end(), now.ranges.begin(), now.ranges.end());
    now.ranges = joined(std::move(all));
    return now;
}

}  // namespace counterclip::archive
