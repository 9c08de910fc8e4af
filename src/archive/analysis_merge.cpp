#include "archive/analysis_merge.h"

#include <cmath>

namespace counterclip::archive {

namespace {

using faces::Gap;
using faces::Label;
using faces::Sighting;
using faces::Track;

bool within(const std::vector<Range>& ranges, Time t) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return contains(r, t); });
}

Time length(const std::vector<Range>& ranges) {
    Time sum{};
    for (const auto& r : ranges) sum += duration(r);
    return sum;
}

// What of `range` lies outside `holes` (rising, apart).
std::vector<Range> outside(Range range, const std::vector<Range>& holes) {
    std::vector<Range> left;
    for (const auto& hole : holes) {
        if (hole.out <= range.in || range.out <= hole.in) continue;
        if (range.in < hole.in) left.push_back({range.in, hole.in});
        range.in = std::max(range.in, hole.out);
    }
    if (!is_empty(range)) left.push_back(range);
    return left;
}

std::vector<Range> outside(const std::vector<Range>& ranges, const std::vector<Range>& holes) {
    std::vector<Range> left;
    for (const auto& range : ranges)
        for (const auto& piece : outside(range, holes)) left.push_back(piece);
    return left;
}

// The pieces of a track outside the ranges. They are apart: the frames between them were looked at anew.
std::vector<std::vector<Sighting>> pieces_outside(const Track& track, const std::vector<Range>& ranges) {
    std::vector<std::vector<Sighting>> pieces;
    bool continues = false;
    for (const auto& sighting : track.sightings) {
        if (within(ranges, sighting.pts)) {
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

// The label of the track that `track` retraces. It counts only if at least half of the frames that both analyses looked
// at agree in place, and if all tracks that it agrees with carry that one label.
Label label_kept(const Track& track, const faces::Analysis& before) {
    std::optional<Label> label;
    std::size_t looked_at = 0;
    std::size_t agreed = 0;
    for (const auto& sighting : track.sightings) {
        if (!within(before.ranges, sighting.pts)) continue;
        ++looked_at;
        bool agrees = false;
        for (const auto& old : before.tracks) {
            if (overlap_at(old, sighting) <= 0.5F) continue;
            if (label && *label != old.label) return Label::unlabelled;
            label = old.label;
            agrees = true;
        }
        agreed += agrees ? 1 : 0;
    }
    return label && 2 * agreed >= looked_at ? *label : Label::unlabelled;
}

template <class Things>
std::int64_t highest_id(const Things& things) {
    std::int64_t highest = 0;
    for (const auto& thing : things) highest = std::max(highest, thing.id);
    return highest;
}

std::vector<Track> merged_tracks(const faces::Analysis& before, std::vector<Track> now,
                                 const std::vector<Range>& ranges, std::int64_t offset) {
    std::vector<Track> all;
    for (auto& track : now) {
        track.id += offset;
        if (track.label == Label::unlabelled) track.label = label_kept(track, before);
    }
    std::int64_t next = std::max(highest_id(now), offset) + 1;
    for (const auto& track : before.tracks) {
        bool first = true;
        for (auto& piece : pieces_outside(track, ranges)) {
            all.push_back({first ? track.id : next++, track.label, std::move(piece)});
            first = false;
        }
    }
    std::move(now.begin(), now.end(), std::back_inserter(all));
    std::stable_sort(all.begin(), all.end(), [](const Track& a, const Track& b) {
        return !a.sightings.empty() && !b.sightings.empty() && a.sightings.front().pts < b.sightings.front().pts;
    });
    return all;
}

std::vector<Gap> merged_gaps(const faces::Analysis& before, std::vector<Gap> now, const std::vector<Range>& ranges,
                             std::int64_t track_offset) {
    const std::int64_t offset = highest_id(before.gaps);
    for (auto& gap : now) {
        gap.id += offset;
        if (gap.track != 0) gap.track += track_offset;
    }
    std::vector<Gap> all;
    std::int64_t next = std::max(highest_id(now), offset) + 1;
    for (const auto& gap : before.gaps) {
        bool first = true;
        for (const auto& piece : outside(gap.range, ranges)) {
            Gap kept = gap;
            kept.range = piece;
            if (!first) kept.id = next++;
            all.push_back(std::move(kept));
            first = false;
        }
    }
    std::move(now.begin(), now.end(), std::back_inserter(all));
    std::stable_sort(all.begin(), all.end(), [](const Gap& a, const Gap& b) { return a.range.in < b.range.in; });
    return all;
}

std::vector<Time> merged_shots(const std::vector<Time>& before, const std::vector<Time>& now,
                               const std::vector<Range>& ranges) {
    auto all = now;
    for (const auto t : before)
        if (!within(ranges, t)) all.push_back(t);
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

std::vector<Range> joined(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.in < b.in; });
    std::vector<Range> apart;
    for (const auto& range : ranges) {
        if (is_empty(range)) continue;
        if (!apart.empty() && range.in <= apart.back().out)
            apart.back().out = std::max(apart.back().out, range.out);
        else
            apart.push_back(range);
    }
    return apart;
}

faces::Analysis merged(const faces::Analysis& before, faces::Analysis now) {
    now.ranges = joined(std::move(now.ranges));
    const auto ranges = now.ranges;
    const auto track_offset = highest_id(before.tracks);

    now.tracks = merged_tracks(before, std::move(now.tracks), ranges, track_offset);
    now.gaps = merged_gaps(before, std::move(now.gaps), ranges, track_offset);
    for (auto& gap : now.gaps)
        if (std::none_of(now.tracks.begin(), now.tracks.end(), [&](const Track& t) { return t.id == gap.track; }))
            gap.track = 0;
    now.shot_changes = merged_shots(before.shot_changes, now.shot_changes, ranges);

    const auto whole = length(before.ranges);
    const double kept = whole > Time{} ? seconds(length(outside(before.ranges, ranges))) / seconds(whole) : 0;
    now.frames += std::llround(kept * static_cast<double>(before.frames));
    now.detector_runs += std::llround(kept * static_cast<double>(before.detector_runs));
    if (kept > 0) add_detectors(now.detectors, before.detectors);

    auto all = before.ranges;
    all.insert(all.end(), ranges.begin(), ranges.end());
    now.ranges = joined(std::move(all));
    return now;
}

}  // namespace counterclip::archive
