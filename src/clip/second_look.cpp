#include "clip/second_look.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <utility>

#include "core/error.h"
#include "faces/shots.h"

namespace counterclip::clip {

using namespace std::chrono_literals;

namespace {

constexpr int square_side = 64;              // px: a face is about 36 px
constexpr float square_surroundings = 1.8F;  // times the face: the place is known to the frame
constexpr int closer_side = 192;             // 74 px
constexpr int blazeface_side = 256;
constexpr float surroundings = 2.6F;  // times the face's longer side, as in faces/look.h

constexpr int whole_side = 448;      // px: faces from 10 px of it
constexpr float part_share = 0.54F;  // of width and height: four tiles that overlap
constexpr int changed_side = 320;

constexpr Time slot = 250ms;                  // half the hold of P3, as in the analysis
constexpr std::int64_t whole_slots = 4;       // the whole picture in every fourth, a tile between
constexpr std::int64_t blazeface_slots = 12;  // one of its squares
constexpr std::int64_t tiles = 4;
constexpr Time full_effort_again = 500ms;  // after a change of the picture
constexpr Time closer_every = 1s;
constexpr Time second_every = 3s;               // BlazeFace at places, 12 ms each
constexpr std::int64_t slow_squares_every = 4;  // frames, for detectors that take longer than YuNet

// A cell that differs this much, in grey levels, from when it was last looked at may hold something new. The means of
// an unchanged cell move by less than 2 from frame to frame.
constexpr float cell_changed = 4;
constexpr float most_changed = 0.25F;  // of all cells: look at the whole

constexpr float suspicious_relief = 3;  // grey levels; veils stay below 2
constexpr float suspicious_visible = 0.05F;
constexpr float hint = 0.45F;  // a weak find elsewhere is looked at closer from here on
constexpr float same_face = 0.4F;

faces::Box square_about(faces::Box face, float pixel_aspect, float factor = surroundings) {
    const float high = factor * std::max(face.w * pixel_aspect, face.h);
    const float wide = high / pixel_aspect;
    return {face.x + (face.w - wide) / 2, face.y + (face.h - high) / 2, wide, high};
}

faces::Box whole_of(const media::Frame& frame) {
    return {0, 0, static_cast<float>(frame.width()), static_cast<float>(frame.height())};
}

bool is_new(faces::Box found, const std::vector<FaceMeasure>& places) {
    return std::none_of(places.begin(), places.end(), [&](const FaceMeasure& p) { return is_at(found, p.box); });
}

cv::Mat thumb(const Cells& cells) {
    cv::Mat small(Cells::rows, Cells::columns, CV_8UC1);
    std::transform(cells.means.begin(), cells.means.end(), small.begin<std::uint8_t>(),
                   [](float level) { return static_cast<std::uint8_t>(std::clamp(level, 0.F, 255.F)); });
    return small;
}

// The cells that differ from when they were last looked at, as one box in px, and their share.
struct Change {
    faces::Box where;
    float share = 0;
};
// Cells under a mask are left out: what lies there is measured on every frame.
Change change(const Cells& now, const Cells& then, const ProofFrame& proved) {
    const auto& frame = proved.shown;
    const auto w = static_cast<float>(frame.width()) / Cells::columns;
    const auto h = static_cast<float>(frame.height()) / Cells::rows;
    const auto is_masked = [&](int column, int row) {
        const faces::Box cell{static_cast<float>(column) * w, static_cast<float>(row) * h, w, h};
        return faces::covered_share(cell, proved.expected.mask) > 0.99F;
    };
    int left = Cells::columns, right = -1, top = Cells::rows, bottom = -1, n = 0;
    for (int row = 0; row < Cells::rows; ++row)
        for (int column = 0; column < Cells::columns; ++column) {
            if (std::abs(now.at(column, row) - then.at(column, row)) <= cell_changed || is_masked(column, row))
                continue;
            left = std::min(left, column), right = std::max(right, column);
            top = std::min(top, row), bottom = std::max(bottom, row);
            ++n;
        }
    if (n == 0) return {};
    return {{static_cast<float>(left) * w, static_cast<float>(top) * h, static_cast<float>(right - left + 1) * w,
             static_cast<float>(bottom - top + 1) * h},
            static_cast<float>(n) / (Cells::columns * Cells::rows)};
}

// A part of the picture as large as a tile, with `about` in its middle as far as the edges let it.
faces::Box part_about(faces::Box about, const media::Frame& frame) {
    const auto all = whole_of(frame);
    faces::Box part{0, 0, part_share * all.w, part_share * all.h};
    part.x = std::clamp(about.x + (about.w - part.w) / 2, 0.F, all.w - part.w);
    part.y = std::clamp(about.y + (about.h - part.h) / 2, 0.F, all.h - part.h);
    return part;
}

faces::Box tile(std::int64_t number, const media::Frame& frame) {
    const auto all = whole_of(frame);
    return {number % 2 ? (1 - part_share) * all.w : 0, number / 2 % 2 ? (1 - part_share) * all.h : 0,
            part_share * all.w, part_share * all.h};
}

bool contains(faces::Box outer, faces::Box inner) {
    return area(intersection(outer, inner)) >= 0.999F * area(inner);
}

bool is_dull(faces::Box part, const Cells& cells, const media::Frame& frame) {
    const auto column = [&](float x) {
        return std::clamp(static_cast<int>(x * Cells::columns / static_cast<float>(frame.width())), 0,
                          Cells::columns - 1);
    };
    const auto row = [&](float y) {
        return std::clamp(static_cast<int>(y * Cells::rows / static_cast<float>(frame.height())), 0, Cells::rows - 1);
    };
    const cv::Rect cut(cv::Point(column(part.x), row(part.y)),
                       cv::Point(column(part.x + part.w) + 1, row(part.y + part.h) + 1));
    return faces::is_dull(thumb(cells)(cut).clone());
}

}  // namespace

struct SecondLook::Task {
    std::size_t frame = 0;  // in the batch
    faces::Glance glance;
    enum class Kind { square, closer, whole } kind = Kind::whole;
    faces::Box about{};     // closer: what is looked at
    bool is_place = false;  // where a face is hidden or was deleted
    std::vector<faces::Detection> found{};
};

SecondLook::SecondLook(const Plan& plan, const std::vector<faces::DetectorModel>& models, int threads)
    : plan_(plan), crew_(models, threads) {
    if (models.empty()) throw Error("verify " + plan.clip, "no face detector is at hand; run scripts/fetch-models");
    first_ = models.front().name;
    if (models.size() > 1) second_ = models[1].name;
    if (plan.sample_aspect.num > 0 && plan.sample_aspect.den > 0)
        pixel_aspect_ = static_cast<float>(plan.sample_aspect.num) / static_cast<float>(plan.sample_aspect.den);
}

void SecondLook::look(std::vector<ProofFrame>& batch) {
    crew_.each(batch.size(), [&](faces::Looker&, std::size_t i) {
        batch[i].measures = measure(plan_, batch[i].expected, batch[i].shown);
    });
    std::vector<Task> tasks, closer;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        // A frame hidden whole is one grey, or not as planned; that is measured.
        if (!batch[i].expected.whole) {
            plan_wholes(batch[i], i, tasks);
            plan_places(batch[i], i, tasks);
        }
        before_ = batch[i].measures.cells;
        ++frames_;
    }
    run(batch, tasks);
    plan_closer(batch, tasks, closer);
    run(batch, closer);
    reject(batch, closer);
    look_at_source(batch);
    for (auto& frame : batch)
        std::stable_sort(frame.seen.begin(), frame.seen.end(),
                         [](const Find& a, const Find& b) { return a.score > b.score; });
}

// What tasks saw goes to their frames, except for a small square's finds away from its place: they are seen closer.
void SecondLook::run(std::vector<ProofFrame>& batch, std::vector<Task>& tasks) {
    std::vector<faces::Picture> pictures(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
        pictures[i].frame = batch[i].shown;
        pictures[i].pixel_aspect = pixel_aspect_;
    }
    crew_.each(tasks.size(), [&](faces::Looker& looker, std::size_t i) {
        tasks[i].found = looker.glance(pictures[tasks[i].frame], tasks[i].glance);
    });
    for (const auto& task : tasks) {
        ++(task.kind == Task::Kind::square   ? looks_.squares
           : task.kind == Task::Kind::closer ? looks_.closer
                                             : looks_.wholes);
        auto& frame = batch[task.frame];
        for (const auto& d : task.found) {
            if (task.kind == Task::Kind::square && is_new(d.box, frame.measures.faces)) continue;
            const bool is_second = task.glance.by_blazeface && first_ != "blazeface";
            frame.seen.push_back({d.box, d.score, is_second ? second_ : first_, task.kind != Task::Kind::whole, true,
                                  task.glance.light});
        }
    }
}

void SecondLook::plan_places(const ProofFrame& frame, std::size_t index, std::vector<Task>& tasks) {
    // A stretch of time is begun by the first frame that has something to look at.
    if (frame.measures.faces.empty() && frame.expected.deleted.empty()) return;
    const auto pts = frame.expected.pts;
    const bool closer = std::exchange(closer_slot_, pts / closer_every) != pts / closer_every;
    const bool second = std::exchange(second_slot_, pts / second_every) != pts / second_every;
    const bool fast = first_ == "yunet";
    for (const auto& place : frame.measures.faces) {
        const bool suspicious = place.strange > suspicious_relief || place.visible > suspicious_visible;
        if (closer || second || suspicious) {
            add_closer(index, place.box, second || suspicious, true, tasks);
        } else if (fast) {
            tasks.push_back(
                {index,
                 {false, square_about(place.box, pixel_aspect_, square_surroundings), {square_side, square_side}},
                 Task::Kind::square});
        } else if (frames_ % slow_squares_every == 0) {
            add_closer(index, place.box, false, true, tasks);
        }
    }
    if (closer)
        for (const auto& face : frame.expected.deleted) add_closer(index, face.box, second, true, tasks);
}

void SecondLook::add_closer(std::size_t index, faces::Box place, bool with_second, bool is_place,
                            std::vector<Task>& tasks) {
    const auto square = square_about(place, pixel_aspect_);
    const auto add = [&](bool by_blazeface, int side) {
        tasks.push_back({index, {by_blazeface, square, {side, side}}, Task::Kind::closer, place, is_place});
    };
    const bool blazeface_first = first_ == "blazeface";
    add(blazeface_first, blazeface_first ? blazeface_side : closer_side);
    if (with_second && second_ == "blazeface") add(true, blazeface_side);
}

void SecondLook::add_whole(const ProofFrame& frame, std::size_t index, faces::Box part, int side,
                           std::vector<Task>& tasks) {
    faces::Picture picture;
    picture.frame = frame.shown;
    picture.pixel_aspect = pixel_aspect_;
    const auto size = faces::whole_size(picture, side);
    const bool blazeface = first_ == "blazeface";
    tasks.push_back({index, {blazeface, part, size}});
    if (is_dull(part, frame.measures.cells, frame.shown))
        tasks.push_back({index, {blazeface, part, size, faces::Light::stretched}});
}

void SecondLook::add_blazeface(const ProofFrame& frame, std::size_t index, std::int64_t square,
                               std::vector<Task>& tasks) {
    if (second_ != "blazeface") return;
    faces::Picture picture;
    picture.frame = frame.shown;
    picture.pixel_aspect = pixel_aspect_;
    faces::WholeEffort effort;
    effort.squares = square < 0 ? faces::all_squares : 1U << (square % faces::square_count);
    effort.lifted = is_dull(whole_of(frame.shown), frame.measures.cells, frame.shown);
    for (const auto& glance : crew_.any().glances(picture, effort))
        if (glance.by_blazeface) tasks.push_back({index, glance});
}

void SecondLook::plan_wholes(const ProofFrame& frame, std::size_t index, std::vector<Task>& tasks) {
    const auto& shown = frame.shown;
    const auto& cells = frame.measures.cells;
    const auto all = whole_of(shown);
    const bool small = std::max(shown.width(), shown.height()) <= whole_side;
    const auto pts = frame.expected.pts;
    const auto whole = [&](bool full) {
        add_whole(frame, index, all, whole_side, tasks);
        for (std::int64_t t = 0; full && !small && t < tiles; ++t)
            add_whole(frame, index, tile(t, shown), whole_side, tasks);
        if (full) add_blazeface(frame, index, -1, tasks);
        looked_at_ = cells;
    };
    const bool new_slot = std::exchange(slot_, pts / slot) != pts / slot;
    const bool first = before_.means.empty();
    if (first || faces::changed(thumb(before_), thumb(cells))) {
        const bool full = !last_full_ || pts - *last_full_ >= full_effort_again || first;
        if (full) last_full_ = pts;
        return whole(full);
    }
    if (!new_slot) return;
    if (slot_ % whole_slots == 0) whole(false);
    if (slot_ % whole_slots == whole_slots / 2 && !small)
        add_whole(frame, index, tile(slot_ / whole_slots, shown), whole_side, tasks);
    if (slot_ % blazeface_slots == 1) add_blazeface(frame, index, slot_ / blazeface_slots, tasks);
    const auto changes = change(cells, looked_at_, frame);
    if (changes.share == 0) return;
    const auto part = part_about(changes.where, shown);
    if (small || changes.share > most_changed) return whole(false);
    add_whole(frame, index, contains(part, changes.where) ? part : all, changed_side, tasks);
    looked_at_ = cells;
}

// Finds that a mask has a part in, away from every place where a face is hidden.
void SecondLook::look_at_source(std::vector<ProofFrame>& batch) {
    constexpr float touched = 0.1F, same_place = 0.3F;
    std::vector<std::pair<std::size_t, Find*>> doubtful;
    for (std::size_t i = 0; i < batch.size(); ++i)
        for (auto& seen : batch[i].seen)
            if (is_new(seen.box, batch[i].measures.faces) &&
                faces::covered_share(seen.box, batch[i].expected.mask) > touched)
                doubtful.emplace_back(i, &seen);
    crew_.each(doubtful.size(), [&](faces::Looker& looker, std::size_t i) {
        auto& [frame, seen] = doubtful[i];
        faces::Picture original;
        original.frame = batch[frame].expected.source;
        original.pixel_aspect = pixel_aspect_;
        const auto square = square_about(seen->box, pixel_aspect_);
        // In the light in which it was found, too: the dark shows nothing to a detector as it is.
        const auto finds_in = [&](bool by_blazeface, int side, faces::Light light) {
            const auto found = looker.glance(original, {by_blazeface, square, {side, side}, light});
            return std::any_of(found.begin(), found.end(),
                               [&](const faces::Detection& d) { return iou(d.box, seen->box) > same_place; });
        };
        const auto finds = [&](bool by_blazeface, int side) {
            return finds_in(by_blazeface, side, faces::Light::as_it_is) ||
                   (seen->light != faces::Light::as_it_is && finds_in(by_blazeface, side, seen->light));
        };
        seen->in_source = finds(first_ == "blazeface", first_ == "blazeface" ? blazeface_side : closer_side) ||
                          (second_ == "blazeface" && finds(true, blazeface_side));
    });
}

// Weak finds elsewhere, and whatever a small square saw at its place, are looked at closer.
void SecondLook::plan_closer(const std::vector<ProofFrame>& batch, std::vector<Task>& done, std::vector<Task>& tasks) {
    std::vector<std::pair<std::size_t, faces::Box>> looked_at;
    const auto once = [&](std::size_t frame, faces::Box box) {
        for (const auto& [f, b] : looked_at)
            if (f == frame && iou(b, box) > same_face) return false;
        looked_at.emplace_back(frame, box);
        return true;
    };
    for (const auto& task : done) {
        if (task.kind == Task::Kind::closer) continue;
        const auto& frame = batch[task.frame];
        for (const auto& d : task.found) {
            const auto& places = frame.measures.faces;
            const auto place =
                std::find_if(places.begin(), places.end(), [&](const FaceMeasure& p) { return is_at(d.box, p.box); });
            if (place != places.end()) {
                if (task.kind == Task::Kind::square && once(task.frame, place->box))
                    add_closer(task.frame, place->box, true, true, tasks);
                continue;
            }
            const bool weak = d.score >= hint && (d.score < sure || task.kind == Task::Kind::square);
            const bool is_shown = std::any_of(frame.expected.to_show.begin(), frame.expected.to_show.end(),
                                              [&](const PlacedFace& f) { return iou(f.box, d.box) > same_face; });
            if (!weak || is_shown || rejected_.stop(d.box, d.score, frame.expected.pts) || !once(task.frame, d.box))
                continue;
            add_closer(task.frame, d.box, true, false, tasks);
        }
    }
}

void SecondLook::reject(const std::vector<ProofFrame>& batch, const std::vector<Task>& tasks) {
    for (const auto& task : tasks) {
        if (task.is_place) continue;
        const auto pts = batch[task.frame].expected.pts;
        const bool confirmed = std::any_of(task.found.begin(), task.found.end(), [&](const faces::Detection& d) {
            return d.score >= hint && is_at(d.box, task.about);
        });
        if (!confirmed) rejected_.note(task.about, pts);
    }
    if (!batch.empty()) rejected_.forget_before(batch.back().expected.pts);
}

}  // namespace counterclip::clip
