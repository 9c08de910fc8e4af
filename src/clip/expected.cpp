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

// What of a box of the output is seen: all of it, or, where only a part of the recording's picture is shown, what lies
// in that part. Empty where less than a sliver does.
std::optional<faces::Box> shown_of(faces::Box box, const Placement& p) {
    constexpr float sliver = 4;  // px
    if (p.part.width == 0) return box;
    const auto seen = intersection(box, {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.width),
                                         static_cast<float>(p.height)});
    if (seen.w < std::min(sliver, box.w) || seen.h < std::min(sliver, box.h)) return std::nullopt;
    return seen;
}

std::vector<PlacedFace> faces_at(const std::vector<faces::Track>& tracks, Time pts, int width, int height,
                                 const Placement& placement) {
    std::vector<PlacedFace> boxes;
    for (const auto& track : tracks)
        if (const auto box = box_at(track, pts))
            if (const auto seen = shown_of(fitted(*box, width, height, placement), placement))
                boxes.push_back({track.id, *seen});
    return boxes;
}

faces::FrameMask placed(const faces::FrameMask& mask, int width, int height, const Placement& p) {
    faces::FrameMask moved = mask;
    const auto m = mapping(width, height, p);
    for (auto& e : moved.ellipses)
        e = {m.x + e.cx * m.scale_x, m.y + e.cy * m.scale_y, e.rx * m.scale_x, e.ry * m.scale_y, e.angle};
    std::erase_if(moved.ellipses, [&](const auto& e) { return !shown_of(faces::bounding_box(e), p); });
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
        for (const auto& square : squares_inside(inside))
            if (const auto seen = shown_of(fitted(square, width, height, placement), placement)) boxes.push_back(*seen);
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
    if (const auto steady = steady_piece(plan_, piece))
        steady_.emplace(*steady, plan_.frame_rate);
    else if (piece <= plan_.parts.size())
        source_ = std::make_unique<SourceFrames>(plan_.parts[piece - 1]);
}

std::optional<ExpectedFrame> ExpectedFrames::next() {
    for (; piece_ < pieces(plan_); open(piece_ + 1))
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
    e.placement = place(plan_, part, source_->track(), source->source_pts);
    e.source_width = w;
    e.source_height = h;
    e.pts = source->frame.pts();
    e.whole = mask.whole;
    e.mask = placed(mask, w, h, e.placement);
    for (const auto& region : part.regions)
        if (const auto ellipse = faces::hiding(region, source->source_pts))
            for (const auto& hidden : placed({false, {*ellipse}}, w, h, e.placement).ellipses)
                e.regions.push_back({region.id, hidden});
    e.to_hide = faces_at(part.faces_to_hide, source->source_pts, w, h, e.placement);
    e.to_show = faces_at(part.faces_shown, source->source_pts, w, h, e.placement);
    e.deleted = faces_at(part.faces_deleted, source->source_pts, w, h, e.placement);
    e.gone = inside_regions(part.regions, source->source_pts, w, h, e.placement);
    // Masks are held before and after the sightings of their track, where no box says what lies under them.
    for (const auto& ellipse : e.mask.ellipses) {
        const auto squares = squares_inside(ellipse);
        for (const auto& square : squares)
            if (const auto seen = shown_of(square, e.placement)) e.gone.push_back(*seen);
    }
    e.source = fitted(source->frame, e.placement, plan_.width, plan_.height, plan_.format, plan_.colour);
    if (mask.whole) {
        hider_.apply(source->frame, mask);
        e.drawn =
            texts_.drawn_on(fitted(source->frame, e.placement, plan_.width, plan_.height, plan_.format, plan_.colour));
    } else {
        e.drawn = texts_.drawn_on(e.source);
    }
    return e;
}

}  // namespace counterclip::clip
