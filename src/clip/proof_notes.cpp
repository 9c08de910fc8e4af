#include "clip/proof_notes.h"

#include <algorithm>

#include <fmt/format.h>

#include "clip/proof_sheet.h"
#include "faces/visibility.h"

namespace counterclip::clip {

using namespace std::chrono_literals;

namespace {

// Where a face is hidden, whatever a detector calls a face at its low threshold is a find. Elsewhere no face was known:
// a find at the strength that analysis itself calls a face.
constexpr float find_elsewhere = 0.6F;
// In a small square, hands and plants come up to 0.67 where one detector alone sees a face: both must, or one more.
constexpr float find_zoomed = 0.7F;
// Half under a mask, or around one: the lower half of a veiled head above a collar, or a whole veiled head on its
// shoulders, come up to 0.7.
constexpr float find_half_masked = 0.75F;
constexpr float half_masked = 0.5F;
constexpr float find_by_other = 0.45F;
// Below what the detectors themselves call a face, on a mask of which every measure is good: detectors look for
// anything there at a lower threshold, and a soft oval on shoulders comes up to 0.4.
constexpr float find_on_good_mask = 0.5F;
constexpr float fully_covered = 0.999F;

// Grey levels by which what is shown may stand out from the veil that the source's surroundings give.
constexpr float same_veil = 3;

constexpr std::size_t most_worst = 12;
constexpr std::size_t most_elsewhere = 100;
constexpr std::size_t most_pictures = 12;  // of each kind, and on the sheet
constexpr std::size_t kept_for_deleted = 4;
constexpr std::size_t least_good = 3;
constexpr Time apart = 500ms;  // between two pictures of one track
constexpr Time unbroken = 1s;  // whole looks come every second

float best_iou(faces::Box box, const std::vector<PlacedFace>& faces) {
    float best = 0;
    for (const auto& face : faces) best = std::max(best, iou(face.box, box));
    return best;
}

float severity_of(const HiddenFace& f) {
    const float share = std::max(f.visible / visible_too_much, (1 - f.covered) / (1 - covered_enough));
    return share + (f.score > 0 ? 1 + f.score : 0) + (f.is_bad ? 100 : 0) + 0.01F * f.relief;
}

// The part of a deleted track that the clip shows, on its clock; where the analysis saw it best.
std::vector<DeletedFace> deleted_in(const Plan& plan) {
    std::vector<DeletedFace> all;
    for (const auto& part : plan.parts)
        for (const auto& track : part.faces_deleted) {
            DeletedFace face{part.interview, part.recording, track.id, {}, 0, {}, {}};
            bool is_in = false;
            for (const auto& s : track.sightings) {
                if (s.pts < part.range.in || s.pts >= part.range.out) continue;
                const Time at = part.at + (s.pts - part.range.in);
                face.range = {is_in ? face.range.in : at, at + Time(1)};
                face.score = std::max(face.score, s.score);
                is_in = true;
            }
            if (!is_in) continue;
            const auto told = part.deletions.find(track.id);
            if (told != part.deletions.end()) face.by = told->second.by, face.reason = told->second.reason;
            all.push_back(std::move(face));
        }
    return all;
}

bool is_face_elsewhere(const Find& seen, const ProofFrame& frame) {
    if (seen.score < find_elsewhere) return false;
    const auto& mask = frame.expected.mask;
    const bool is_about_mask = faces::covered_share(seen.box, mask) >= half_masked ||
                               faces::covered_share(scaled_about_centre(seen.box, 0.1F), mask) >= half_masked;
    if (is_about_mask) return seen.score >= find_half_masked;
    if (!seen.zoomed || seen.score >= find_zoomed) return true;
    return std::any_of(frame.seen.begin(), frame.seen.end(), [&](const Find& other) {
        return other.by != seen.by && other.score >= find_by_other && iou(other.box, seen.box) > 0.3F;
    });
}

bool is_weak_on_good_mask(const Find& find, const FaceMeasure* where) {
    return where && find.score < find_on_good_mask && where->covered >= fully_covered && where->visible <= 0 &&
           !where->follows && where->strange <= same_veil;
}

// A box of the output where it lies in the recording's picture.
faces::Box in_source(faces::Box box, const ExpectedFrame& e) {
    return clip::in_source(box, e.source_width, e.source_height, e.placement);
}

// Looks come every second: it was there before the first that saw it and after the last. A head is larger than its
// face; a region draws the ellipse in its box.
std::string command_that_hides(const FaceElsewhere& face, const Plan& plan) {
    if (area(face.in_source) <= 0 || face.part >= plan.parts.size()) return {};
    const auto& part = plan.parts[face.part];
    const Time in = std::max(part.range.in, face.source_from - unbroken);
    const Time out = std::min(part.range.out, face.source_to + unbroken);
    const auto head = scaled_about_centre(face.in_source, 1.5F);
    return fmt::format(
        "counterclip faces region add {} face --recording {} --key {},{:.0f},{:.0f},{:.0f},{:.0f} --out {}",
        part.interview, part.position, format_time(in), head.x, head.y, head.w, head.h,
        format_time(std::max(out, in + 1ms)));
}

}  // namespace

ProofNotes::ProofNotes(const Plan& plan, Verification& verification) : plan_(plan), v_(verification) {
    if (plan.sample_aspect.num > 0 && plan.sample_aspect.den > 0)
        pixel_aspect_ = static_cast<float>(plan.sample_aspect.num) / static_cast<float>(plan.sample_aspect.den);
    for (auto& face : deleted_in(plan)) deleted_.push_back({std::move(face)});
}

// A soft bright oval on shoulders is a face to a detector that looks hard. It is none when it lies under the mask,
// nothing in it follows the original, and it is smooth, or is the veil that the source's surroundings give: made here
// once more, from the original, whatever the renderer did.
bool ProofNotes::is_the_veil(faces::Box found, const ProofFrame& frame, media::Frame& veil) const {
    const auto& expected = frame.expected;
    if (faces::covered_share(middle(found), expected.mask) < covered_enough) return false;
    if (faces::visible_share(expected.source, frame.shown, found) > visible_too_much) return false;
    if (faces::relief(frame.shown, found) <= smooth_relief) return true;
    if (!veil) veil = veiled(plan_, expected);
    return faces::relief(frame.shown, veil, found) <= same_veil;
}

std::vector<ProofNotes::Found> ProofNotes::finds(const ProofFrame& frame) {
    std::vector<Found> found;
    if (frame.shown.width() != frame.expected.source.width() || frame.shown.height() != frame.expected.source.height())
        return found;
    media::Frame veil = frame.measures.veil;
    bool took_veil = false;
    for (const auto& seen : frame.seen) {
        Found f{&seen, nullptr};
        float nearest = 0;
        for (const auto& face : frame.measures.faces) {
            if (!is_at(seen.box, face.box)) continue;
            const float overlap = iou(seen.box, face.box);
            if (!f.where || overlap > nearest) f.where = &face, nearest = overlap;
        }
        const float shown = best_iou(seen.box, frame.expected.to_show);
        if (shown > 0.3F && shown > nearest) continue;
        if (!f.where && !is_face_elsewhere(seen, frame)) continue;
        if (!f.where && !seen.in_source) {
            ++v_.veils_taken_for_faces;
            continue;
        }
        if (std::any_of(found.begin(), found.end(), [&](const Found& g) {
                return (f.where && g.where == f.where) || iou(g.seen->box, seen.box) > 0.4F;
            }))
            continue;
        if (is_weak_on_good_mask(seen, f.where) || is_the_veil(seen.box, frame, veil))
            took_veil = true;
        else
            found.push_back(f);
    }
    v_.veils_taken_for_faces += took_veil;
    return found;
}

void ProofNotes::judge(const ProofFrame& frame) {
    const auto& m = frame.measures;
    const Time at = frame.expected.pts;
    if (m.fault) {
        v_.facts.frames_as_planned = false;
        add_problem(v_, *m.fault);
        HiddenFace none;
        none.at = at;
        none.is_bad = true;
        add_worst(frame, none, severity_of(none));
    }
    v_.faces_to_hide += static_cast<std::int64_t>(frame.expected.to_hide.size());
    if (m.uncovered()) {
        ++*v_.facts.frames_uncovered;
        add_problem(v_, fmt::format("a face or region that must be hidden can be made out at {}", format_time(at)));
    }
    const auto found = finds(frame);
    for (const auto& face : m.faces) {
        const auto here = std::find_if(found.begin(), found.end(), [&](const Found& f) { return f.where == &face; });
        note_hidden(frame, face, here == found.end() ? nullptr : here->seen);
    }
    *v_.facts.faces_found += static_cast<std::int64_t>(found.size());
    for (const auto& f : found)
        if (!f.where) note_elsewhere(frame, *f.seen);
    note_deleted(frame);
    if (opening_.empty())
        opening_.push_back({pictured(frame, {}, false), {format_time(frame.expected.pts), "no face is hidden"}, false});
    note_run(frame, static_cast<std::int64_t>(found.size()));
}

void ProofNotes::note_hidden(const ProofFrame& frame, const FaceMeasure& face, const Find* seen) {
    const Time at = frame.expected.pts;
    HiddenFace noted;
    noted.at = at;
    noted.track = face.track;
    noted.region = face.region;
    if (face.region)
        for (const auto& region : plan_.parts[frame.expected.part].regions)
            if (region.id == face.region) noted.what = region.what;
    noted.box = face.box;
    noted.visible = face.visible;
    noted.covered = face.covered;
    noted.follows = face.follows;
    noted.relief = face.relief;
    noted.is_bad = face.is_bad();
    if (face.track != 0 && face.visible > v_.worst_visible) {
        v_.worst_visible = face.visible;
        v_.worst_at = at;
    }
    if (seen) {
        noted.score = seen->score;
        noted.by = seen->by;
        noted.is_bad = true;
        add_problem(v_, fmt::format("{} sees a face ({:.2f}) where one must be hidden at {}", seen->by, seen->score,
                                    format_time(at)));
    }
    add_worst(frame, noted, severity_of(noted));
    note_uneventful(frame, noted);
}

// One of each twelfth of the clip, another face each time where there are several.
void ProofNotes::note_uneventful(const ProofFrame& frame, const HiddenFace& face) {
    const auto slot =
        static_cast<std::int64_t>(most_pictures) * face.at.count() / std::max<std::int64_t>(1, duration(plan_).count());
    if (face.is_bad || (!uneventful_.empty() && slot == uneventful_slot_)) return;
    const bool is_same = !uneventful_.empty() && uneventful_.back().note.track == face.track &&
                         uneventful_.back().note.region == face.region;
    if (is_same && frame.measures.faces.size() > 1) return;
    uneventful_slot_ = slot;
    uneventful_.push_back({face, 0, pictured(frame, face.box, false)});
}

void ProofNotes::add_worst(const ProofFrame& frame, HiddenFace face, float severity) {
    const auto near = std::find_if(worst_.begin(), worst_.end(), [&](const auto& w) {
        return w.note.track == face.track && w.note.region == face.region && face.at - w.note.at < apart &&
               (face.track != 0 || (area(face.box) > 0) == (area(w.note.box) > 0));
    });
    if (near != worst_.end() && near->severity >= severity) return;
    const auto put = near != worst_.end() ? near
                     : worst_.size() < most_worst
                         ? worst_.insert(worst_.end(), Pictured<HiddenFace>{})
                         : std::min_element(worst_.begin(), worst_.end(),
                                            [](const auto& a, const auto& b) { return a.severity < b.severity; });
    if (put->picture.width > 0 && put->severity >= severity) return;
    *put = {face, severity, pictured(frame, face.box, face.is_bad)};
}

void ProofNotes::note_elsewhere(const ProofFrame& frame, const Find& seen) {
    const Time at = frame.expected.pts;
    const auto known = std::find_if(elsewhere_.rbegin(), elsewhere_.rend(), [&](const auto& e) {
        return e.note.part == frame.expected.part && at - e.note.to <= unbroken && iou(e.note.box, seen.box) > 0.3F;
    });
    if (known == elsewhere_.rend()) {
        std::int64_t deleted = 0;
        for (const auto& face : frame.expected.deleted)
            if (is_at(seen.box, face.box)) deleted = face.track;
        add_problem(v_, deleted ? fmt::format("{} sees a face ({:.2f}) in track {}, which somebody deleted, at {}",
                                              seen.by, seen.score, deleted, format_time(at))
                                : fmt::format("{} sees a face ({:.2f}) that no track knows at {}", seen.by, seen.score,
                                              format_time(at)));
        if (elsewhere_.size() == most_elsewhere) return;
        elsewhere_.push_back({{at,
                               at,
                               seen.box,
                               seen.score,
                               seen.by,
                               1,
                               deleted,
                               frame.expected.part,
                               frame.expected.source_pts,
                               frame.expected.source_pts,
                               in_source(seen.box, frame.expected),
                               {}},
                              seen.score});
        if (elsewhere_.size() <= most_pictures) elsewhere_.back().picture = pictured(frame, seen.box, true);
        return;
    }
    known->note.to = at;
    known->note.source_to = frame.expected.source_pts;
    known->note.in_source = enclosing(known->note.in_source, in_source(seen.box, frame.expected));
    ++known->note.looks;
    if (seen.score <= known->note.score) return;
    known->note.box = seen.box;
    known->note.score = known->severity = seen.score;
    known->note.by = seen.by;
    if (known->picture.width > 0) known->picture = pictured(frame, seen.box, true);
}

// The picture of a deleted track is of the frame in which it is largest.
void ProofNotes::note_deleted(const ProofFrame& frame) {
    for (const auto& face : frame.expected.deleted)
        for (auto& d : deleted_) {
            const bool is_this = d.note.track == face.track && contains(d.note.range, frame.expected.pts) &&
                                 d.note.recording == plan_.parts[frame.expected.part].recording;
            if (!is_this || area(face.box) <= 1.1F * d.severity) continue;
            d.severity = area(face.box);
            d.picture = pictured(frame, face.box, false);
        }
}

void ProofNotes::note_run(const ProofFrame& frame, std::int64_t found) {
    const FrameRun now{frame.expected.pts,
                       1,
                       static_cast<std::int64_t>(frame.expected.to_hide.size()),
                       frame.expected.whole,
                       frame.measures.uncovered(),
                       found};
    if (!v_.runs.empty()) {
        auto& last = v_.runs.back();
        if (last.to_hide == now.to_hide && last.whole == now.whole && last.uncovered == now.uncovered &&
            last.found == now.found) {
            ++last.frames;
            return;
        }
    }
    v_.runs.push_back(now);
}

media::Image ProofNotes::pictured(const ProofFrame& frame, faces::Box about, bool bad) const {
    if (area(about) <= 0) return faces::tile_picture(frame.shown, pixel_aspect_, {}, {});
    return faces::tile_picture(frame.shown, pixel_aspect_, about, {{about, bad}});
}

void ProofNotes::finish() {
    std::stable_sort(worst_.begin(), worst_.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
    for (const auto& w : worst_) v_.worst.push_back(w.note);
    for (auto& e : elsewhere_) {
        e.note.command = command_that_hides(e.note, plan_);
        v_.elsewhere.push_back(e.note);
    }
    for (const auto& d : deleted_) v_.deleted.push_back(d.note);

    // Bad frames first; some room is kept for what somebody deleted; then the least good of the others.
    std::vector<faces::Tile> tiles, faults, removed, rest;
    for (const auto& e : elsewhere_)
        if (e.picture.width > 0) faults.push_back(tile(e.picture, caption(e.note), true));
    for (const auto& w : worst_)
        (w.note.is_bad ? faults : rest).push_back(tile(w.picture, caption(w.note), w.note.is_bad));
    for (const auto& d : deleted_)
        if (d.picture.width > 0) removed.push_back(tile(d.picture, caption(d.note), false));
    const auto take = [&](std::vector<faces::Tile>& from, std::size_t up_to) {
        for (auto& tile : from)
            if (tiles.size() < up_to) tiles.push_back(std::move(tile));
    };
    take(faults, most_pictures - std::min(removed.size(), kept_for_deleted));
    take(removed, most_pictures);
    // The least good of the others, and what is seen in the rest of the clip.
    take(rest, std::min(most_pictures, tiles.size() + least_good));
    std::vector<faces::Tile> others;
    for (const auto& u : uneventful_) others.push_back(tile(u.picture, caption(u.note), false));
    take(others, most_pictures);
    // A clip in which nobody is hidden is looked at as well.
    if (tiles.empty()) tiles = std::move(opening_);
    if (tiles.empty()) return;
    v_.sheet = faces::contact_sheet(
        fmt::format("{}  {} frames, {}  |  {}  {}  worst first", verdict(v_), v_.frames,
                    v_.detectors.substr(0, v_.detectors.find(':')), plan_.clip, v_.facts.sha256.substr(0, 16)),
        tiles);
}

}  // namespace counterclip::clip
