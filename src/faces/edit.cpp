#include "faces/edit.h"

#include <cmath>

#include "core/error.h"

namespace counterclip::faces {

namespace {

constexpr Time usual_frame = std::chrono::milliseconds(40);
constexpr float same_place = 0.2F;  // IoU in frames both tracks have

std::string name_of(const Track& track) {
    return "track " + std::to_string(track.id);
}

void require_sightings(const std::string& doing, const Track& track) {
    if (track.sightings.empty()) throw Error(doing, name_of(track) + " has no sightings", ErrorKind::usage);
}

// The smallest step between two sightings, so that filled-in boxes are never farther apart than frames.
Time frame_step(const Track& track) {
    Time step = track.sightings.size() > 1 ? Time::max() : usual_frame;
    for (std::size_t i = 1; i < track.sightings.size(); ++i) {
        step = std::min(step, track.sightings[i].pts - track.sightings[i - 1].pts);
    }
    return std::max(step, Time(std::chrono::milliseconds(1)));
}

Sighting between(const Sighting& a, const Sighting& b, Time pts) {
    const float t = static_cast<float>(seconds(pts - a.pts) / seconds(b.pts - a.pts));
    return {pts, between(a.box, b.box, t), a.roll + (b.roll - a.roll) * t, std::min(a.score, b.score),
            Origin::interpolated};
}

// Of two witnesses of the same face in the same frame: a box that holds both, told by the better one.
Sighting both(const Sighting& a, const Sighting& b) {
    Sighting one = a.score >= b.score ? a : b;
    one.box = enclosing(a.box, b.box);
    return one;
}

// The sighting at `pts`, between two where there is none; `pts` lies in the track.
Sighting sighting_at(const Track& track, Time pts) {
    const auto after = std::lower_bound(track.sightings.begin(), track.sightings.end(), pts,
                                        [](const Sighting& s, Time t) { return s.pts < t; });
    if (after->pts == pts || after == track.sightings.begin()) return *after;
    return between(*(after - 1), *after, pts);
}

bool spans(const Track& track, Time pts) {
    return track.sightings.front().pts <= pts && pts <= track.sightings.back().pts;
}

Label merged_label(const std::string& doing, const Track& a, const Track& b) {
    if (a.label == b.label) return a.label;
    if (a.label == Label::not_a_face || b.label == Label::not_a_face) {
        throw Error(doing, "one of both was marked as not a face; give both the same label first", ErrorKind::usage);
    }
    return Label::unlabelled;
}

// Sightings of both in order of time, those of the same frame made one.
std::vector<Sighting> woven(const std::string& doing, const Track& a, const Track& b) {
    std::vector<Sighting> all;
    const auto take = [&](const Track& one, const Track& other) {
        for (const Sighting& s : one.sightings) {
            if (!spans(other, s.pts)) {
                all.push_back(s);
                continue;
            }
            const Sighting there = sighting_at(other, s.pts);
            if (iou(s.box, there.box) < same_place) {
                throw Error(doing, "at " + format_time(s.pts) + " they are in different places, so they are two faces",
                            ErrorKind::usage);
            }
            all.push_back(both(s, there));
        }
    };
    take(a, b);
    take(b, a);
    std::stable_sort(all.begin(), all.end(), [](const Sighting& x, const Sighting& y) { return x.pts < y.pts; });
    const auto is_same_frame = [](const Sighting& x, const Sighting& y) { return x.pts == y.pts; };
    all.erase(std::unique(all.begin(), all.end(), is_same_frame), all.end());
    return all;
}

void fill_hole(std::vector<Sighting>& sightings, Time after, Time before, Time step) {
    const auto next =
        std::find_if(sightings.begin(), sightings.end(), [&](const Sighting& s) { return s.pts > after; });
    if (next == sightings.end() || next == sightings.begin() || next->pts > before) return;
    const Sighting a = *(next - 1);
    const Sighting b = *next;
    std::vector<Sighting> filling;
    for (Time pts = a.pts + step; pts < b.pts; pts += step) filling.push_back(between(a, b, pts));
    sightings.insert(next, filling.begin(), filling.end());
}

Sighting held(Sighting s, Time pts, Box also) {
    s.pts = pts;
    s.origin = Origin::manual;
    if (area(also) > 0) s.box = enclosing(s.box, also);
    return s;
}

Track held_over(Track track, Range range, Box also) {
    require_sightings("lengthen " + name_of(track), track);
    const Time step = frame_step(track);
    const Sighting first = track.sightings.front();
    const Sighting last = track.sightings.back();
    if (range.in < first.pts) {
        std::vector<Sighting> before;
        for (Time pts = range.in; pts < first.pts; pts += step) before.push_back(held(first, pts, also));
        track.sightings.insert(track.sightings.begin(), before.begin(), before.end());
    }
    // The last one stands at the range's very end, so that no frame of it comes after the track's last sighting.
    for (Time pts = last.pts + step; pts < range.out; pts += step) track.sightings.push_back(held(last, pts, also));
    const Time end = range.out - Time{1};
    if (track.sightings.back().pts < end) track.sightings.push_back(held(last, end, also));
    return track;
}

// Inside the track every sighting in the range holds all that is known of its place there: the boxes at both ends of
// the range too, and `also`. Frames without a sighting get one.
void widen(Track& track, Range range, Box also) {
    auto& sightings = track.sightings;
    const auto at_or_after = [&](Time t) {
        return std::lower_bound(sightings.begin(), sightings.end(), t,
                                [](const Sighting& s, Time at) { return s.pts < at; });
    };
    const auto behind = at_or_after(range.out);
    const auto from = at_or_after(range.in);
    if (behind == sightings.begin() || from == sightings.end()) return;  // all of the range lies outside the track
    const Sighting before = from != sightings.begin() ? *(from - 1) : *from;
    const Sighting after = behind != sightings.end() ? *behind : *(behind - 1);
    Box all = enclosing(before.box, after.box);
    if (area(also) > 0) all = enclosing(all, also);
    const Time step = frame_step(track);
    std::vector<Sighting> filled;
    for (auto s = from; s != behind; ++s) filled.push_back(*s);
    std::vector<Sighting> wide;
    Sighting last = before;
    const auto fill_up_to = [&](const Sighting& next) {
        for (Time pts = last.pts + step; pts + step / 2 < next.pts; pts += step)
            if (pts >= range.in && pts < range.out) wide.push_back(between(last, next, pts));
    };
    for (const Sighting& s : filled) {
        fill_up_to(s);
        wide.push_back(s);
        last = s;
    }
    if (after.pts > last.pts) fill_up_to(after);
    for (Sighting& s : wide) s = held(s, s.pts, all);
    const auto at = sightings.erase(from, behind);
    sightings.insert(at, wide.begin(), wide.end());
}

bool hides_the_same(const Track& a, const Track& b) {
    return std::equal(a.sightings.begin(), a.sightings.end(), b.sightings.begin(), b.sightings.end(),
                      [](const Sighting& x, const Sighting& y) { return x.pts == y.pts && x.box == y.box; });
}

}  // namespace

Track merge(const Track& a, const Track& b) {
    const std::string doing = "merge " + name_of(a) + " and " + name_of(b);
    require_sightings(doing, a);
    require_sightings(doing, b);
    if (a.id != 0 && a.id == b.id) throw Error(doing, "a track cannot be merged with itself", ErrorKind::usage);
    Track one;
    one.id = a.id;
    one.label = merged_label(doing, a, b);
    one.sightings = woven(doing, a, b);
    const Track& first = a.sightings.front().pts <= b.sightings.front().pts ? a : b;
    const Track& second = &first == &a ? b : a;
    fill_hole(one.sightings, first.sightings.back().pts, second.sightings.front().pts,
              std::min(frame_step(a), frame_step(b)));
    return one;
}

std::pair<Track, Track> split(const Track& track, Time at) {
    const std::string doing = "split " + name_of(track) + " at " + format_time(at);
    require_sightings(doing, track);
    const auto cut = std::lower_bound(track.sightings.begin(), track.sightings.end(), at,
                                      [](const Sighting& s, Time t) { return s.pts < t; });
    if (cut == track.sightings.begin() || cut == track.sightings.end()) {
        throw Error(doing,
                    "the time must lie after its first sighting " + format_time(track.sightings.front().pts) +
                        " and not after its last " + format_time(track.sightings.back().pts),
                    ErrorKind::usage);
    }
    return {Track{track.id, track.label, {track.sightings.begin(), cut}},
            Track{0, track.label, {cut, track.sightings.end()}}};
}

Track extend(Track track, Time from, Time to) {
    if (to <= from) {
        throw Error("lengthen " + name_of(track), "its end " + format_time(to) + " must be after " + format_time(from),
                    ErrorKind::usage);
    }
    return held_over(std::move(track), {from, to}, {});
}

Track extended_by_gap(const Track& track, const Gap& gap) {
    const std::string doing = "resolve gap " + std::to_string(gap.id) + " by lengthening " + name_of(track);
    if (gap.track == 0) {
        throw Error(doing, "the gap is about no track; mark a region or say that there is no face", ErrorKind::usage);
    }
    if (gap.track != track.id) {
        throw Error(doing, "the gap is about track " + std::to_string(gap.track), ErrorKind::usage);
    }
    if (is_empty(gap.range)) throw Error(doing, "the gap has no frames", ErrorKind::usage);
    require_sightings(doing, track);
    Track longer = track;
    widen(longer, gap.range, gap.where);
    longer = held_over(std::move(longer), gap.range, gap.where);
    if (hides_the_same(longer, track)) {
        throw Error(doing,
                    "the track hides all that is known of the face there already; look at the frames, then mark a "
                    "region or say that there is no face",
                    ErrorKind::usage);
    }
    return longer;
}

}  // namespace counterclip::faces
