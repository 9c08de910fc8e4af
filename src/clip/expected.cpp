#include "clip/expected.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace counterclip::clip {

namespace {

constexpr float most_squares = 32;  // each side of a region's middle

// Where a track's face is at `pts`. Times between two sightings happen where frames are not evenly spaced or a track
// was extended by hand: the face is at one of both or between, as in faces::Masks.
std::optional<faces::Box> box_at(const faces::Track& track, Time pts) {
    const auto& all = track.sightings;
    const auto after =
        std::lower_bound(all.begin(), all.end(), pts, [](const faces::Sighting& s, Time t) { return s.pts < t; });
    if (after == all.end()) return std::nullopt;
    if (after->pts == pts) return after->box;
    if (after == all.begin()) return std::nullopt;
    return enclosing(std::prev(after)->box, after->box);
}

std::vector<PlacedFace> faces_at(const std::vector<faces::Track>& tracks, Time pts, int width, int height,
                                 const Placement& placement) {
    std::vector<PlacedFace> boxes;
    for (const auto& track : tracks)
        if (const auto box = box_at(track, pts)) boxes.push_back({track.id, fitted(*box, width, height, placement)});
    return boxes;
}

faces::FrameMask placed(const faces::FrameMask& mask, int width, int height, const Placement& p) {
    faces::FrameMask moved = mask;
    const float sx = static_cast<float>(p.width) / static_cast<float>(width);
    const float sy = static_cast<float>(p.height) / static_cast<float>(height);
    for (auto& e : moved.ellipses)
        e = {static_cast<float>(p.x) + e.cx * sx, static_cast<float>(p.y) + e.cy * sy, e.rx * sx, e.ry * sy, e.angle};
    return moved;
}

// Squares that lie in the region's ellipse however it is turned, a row of them along its longer axis: where its pixels
// must be gone. A region may be long and turned; the box around it would hold more of the room than of the region.
std::vector<faces::Box> squares_inside(const faces::Ellipse& e) {
    const bool lies = e.rx >= e.ry;
    const float a = std::max(e.rx, e.ry), b = std::min(e.rx, e.ry);
    const float c = lies ? std::cos(e.angle) : -std::sin(e.angle);
    const float s = lies ? std::sin(e.angle) : std::cos(e.angle);
    const float focus2 = a * a - b * b;
    std::vector<faces::Box> squares;
    // The circle about a point of the axis that touches the rim from inside has radius b * sqrt(1 - d^2 / focus^2).
    const int steps = static_cast<int>(std::min(most_squares, 0.8F * focus2 / a / b));
    for (int i = -steps; i <= steps; ++i) {
        const float d = static_cast<float>(i) * b;
        const float radius = focus2 > 0 ? b * std::sqrt(std::max(0.F, 1 - d * d / focus2)) : b;
        const float half = radius / std::numbers::sqrt2_v<float>;
        squares.push_back({e.cx + d * c - half, e.cy + d * s - half, 2 * half, 2 * half});
    }
    return squares;
}

std::vector<faces::Box> inside_regions(const std::vector<faces::Region>& regions, Time pts, int width, int height,
                                       const Placement& placement) {
    std::vector<faces::Box> boxes;
    for (const auto& region : regions) {
        auto place = faces::at(region, pts);
        if (!place) continue;
        const faces::Ellipse inside{place->x + place->w / 2, place->y + place->h / 2, place->w / 2, place->h / 2,
                                    place->angle};
        for (const auto& square : squares_inside(inside)) boxes.push_back(fitted(square, width, height, placement));
    }
    return boxes;
}

}  // namespace

ExpectedFrames::ExpectedFrames(const Plan& plan) : plan_(plan), texts_(plan), hider_(plan.obscure) {
    open(0);
}

void ExpectedFrames::open(std::size_t piece) {
    piece_ = piece;
    steady_.reset();
    source_.reset();
    if (piece == 0) {
        steady_.emplace(Range{Time::zero(), plan_.card_length}, plan_.frame_rate);
        return;
    }
    if (piece > plan_.parts.size()) return;
    const auto& part = plan_.parts[piece - 1];
    if (!part.has_picture) {
        steady_.emplace(Range{part.at, part.at + duration(part.range)}, plan_.frame_rate);
        return;
    }
    source_ = std::make_unique<SourceFrames>(part);
    const auto& track = source_->track();
    placement_ = place(track.width, track.height, track.sample_aspect, plan_.width, plan_.height, plan_.sample_aspect);
}

std::optional<ExpectedFrame> ExpectedFrames::next() {
    for (; piece_ <= plan_.parts.size(); open(piece_ + 1))
        if (auto frame = next_of_piece()) {
            ++given_;
            return frame;
        }
    return std::nullopt;
}

std::optional<ExpectedFrame> ExpectedFrames::next_of_piece() {
    ExpectedFrame e;
    if (steady_) {
        const auto t = steady_->next();
        if (!t) return std::nullopt;
        e.pts = *t;
        e.source = background(plan_);
        e.source.set_pts(e.pts);
        e.drawn = texts_.drawn_on(e.source);
        return e;
    }
    auto source = source_->next();
    if (!source) return std::nullopt;
    const auto& part = plan_.parts[piece_ - 1];
    const int w = source->frame.width(), h = source->frame.height();
    const auto mask = mask_at(part, source->source_pts);
    e.source_pts = source->source_pts;
    e.part = piece_ - 1;
    e.placement = placement_;
    e.source_width = w;
    e.source_height = h;
    e.pts = source->frame.pts();
    e.whole = mask.whole;
    e.mask = placed(mask, w, h, placement_);
    for (const auto& region : part.regions)
        if (const auto ellipse = faces::hiding(region, source->source_pts))
            e.regions.push_back({region.id, placed({false, {*ellipse}}, w, h, placement_).ellipses.front()});
    e.to_hide = faces_at(part.faces_to_hide, source->source_pts, w, h, placement_);
    e.to_show = faces_at(part.faces_shown, source->source_pts, w, h, placement_);
    e.deleted = faces_at(part.faces_deleted, source->source_pts, w, h, placement_);
    e.gone = inside_regions(part.regions, source->source_pts, w, h, placement_);
    // Masks are held before and after the sightings of their track, where no box says what lies under them.
    for (const auto& ellipse : e.mask.ellipses) {
        const auto squares = squares_inside(ellipse);
        e.gone.insert(e.gone.end(), squares.begin(), squares.end());
    }
    e.source = fitted(source->frame, placement_, plan_.width, plan_.height, plan_.format, plan_.colour);
    if (mask.whole) {
        hider_.apply(source->frame, mask);
        e.drawn =
            texts_.drawn_on(fitted(source->frame, placement_, plan_.width, plan_.height, plan_.format, plan_.colour));
    } else {
        e.drawn = texts_.drawn_on(e.source);
    }
    return e;
}

}  // namespace counterclip::clip
