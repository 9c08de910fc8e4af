#include "clip/proof.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/error.h"
#include "faces/visibility.h"

namespace counterclip::clip {

namespace {

// Grey levels by which the encoder may move the mean of a cell, and the share of cells that may move more (letters at a
// low bitrate, a cut the encoder smears).
constexpr float same_cell_tolerance = 10;
constexpr float other_cells_allowed = 0.03F;
// Cells of the grid on which pictures are compared.
constexpr int grid_columns = 32;
constexpr int grid_rows = 18;

// The scorer's bounds (see docs/faces.md): a face is hidden when 90 % of the middle 80 % of its box is covered and at
// most 10 % of its textured blocks can be made out.
constexpr float covered_enough = 0.9F;
constexpr float visible_too_much = 0.1F;
// A region is looked at in squares, small ones of few blocks: one of them may look alike by chance.
constexpr float square_visible_too_much = 0.25F;
constexpr float most_squares = 32;  // each side of a region's middle

// On the output, detection looks harder than in analysis; where a face is to be hidden this much is a find.
constexpr float find_where_hidden = 0.4F;
// Elsewhere no face was known: a find at the strength that analysis itself calls a face.
constexpr float find_elsewhere = 0.6F;

constexpr int detector_long_side = 640;

float luma8(media::ConstPlane plane, media::PixelFormat format, int x, int y) {
    const auto* line = plane.data + y * plane.stride;
    if (format == media::PixelFormat::yuv420p8) return line[x];
    return static_cast<float>(reinterpret_cast<const std::uint16_t*>(line)[x]) / 4;
}

// Mean luma of a cell, sampled on every fourth px.
float cell_mean(const media::Frame& frame, int column, int row) {
    const auto plane = frame.plane(0);
    const int x0 = plane.width * column / grid_columns, x1 = plane.width * (column + 1) / grid_columns;
    const int y0 = plane.height * row / grid_rows, y1 = plane.height * (row + 1) / grid_rows;
    float sum = 0;
    int n = 0;
    for (int y = y0; y < y1; y += 4)
        for (int x = x0; x < x1; x += 4, ++n) sum += luma8(plane, frame.format(), x, y);
    return n ? sum / static_cast<float>(n) : 0;
}

bool near_mask(const faces::FrameMask& mask, int column, int row, int width, int height) {
    const faces::Box cell{static_cast<float>(width * column) / grid_columns,
                          static_cast<float>(height * row) / grid_rows, static_cast<float>(width) / grid_columns,
                          static_cast<float>(height) / grid_rows};
    return std::any_of(mask.ellipses.begin(), mask.ellipses.end(), [&](const faces::Ellipse& e) {
        // The feather reaches over the ellipse.
        return area(intersection(scaled_about_centre(faces::bounding_box(e), 1.5F), cell)) > 0;
    });
}

std::vector<faces::Box> boxes_at(const std::vector<faces::Track>& tracks, Time pts, int width, int height,
                                 const Placement& placement) {
    std::vector<faces::Box> boxes;
    for (const auto& track : tracks) {
        const auto found = std::lower_bound(track.sightings.begin(), track.sightings.end(), pts,
                                            [](const faces::Sighting& s, Time t) { return s.pts < t; });
        if (found != track.sightings.end() && found->pts == pts)
            boxes.push_back(fitted(found->box, width, height, placement));
    }
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

faces::Box middle(faces::Box box) {
    return scaled_about_centre(box, 0.8F);
}

bool touches_any(faces::Box box, const std::vector<faces::Box>& boxes, float at_least) {
    return std::any_of(boxes.begin(), boxes.end(), [&](faces::Box b) {
        return area(intersection(box, b)) > at_least * std::min(area(box), area(b));
    });
}

// A soft bright oval on shoulders is a face to a detector that looks hard. It is none when it lies under the mask and,
// as measured on the output, nothing in it follows the original.
bool is_the_veil(faces::Box found, const ExpectedFrame& expected, const media::Frame& shown) {
    return faces::covered_share(middle(found), expected.mask) >= covered_enough &&
           faces::visible_share(expected.source, shown, found) <= visible_too_much;
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
    e.pts = source->frame.pts();
    e.whole = mask.whole;
    e.mask = placed(mask, w, h, placement_);
    e.to_hide = boxes_at(part.faces_to_hide, source->source_pts, w, h, placement_);
    e.regions = inside_regions(part.regions, source->source_pts, w, h, placement_);
    e.to_show = boxes_at(part.faces_shown, source->source_pts, w, h, placement_);
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

FrameProof::FrameProof(const Plan& plan, const std::vector<faces::DetectorModel>& detectors) {
    if (detectors.empty()) throw Error("verify " + plan.clip, "no face detector is at hand; run scripts/fetch-models");
    detector_ = faces::load(detectors.front());
    detector_scale_ = std::min(1.0, static_cast<double>(detector_long_side) / std::max(plan.width, plan.height));
    scaler_.emplace(std::max(1, static_cast<int>(std::lround(plan.width * detector_scale_))),
                    std::max(1, static_cast<int>(std::lround(plan.height * detector_scale_))));
}

std::optional<std::string> FrameProof::compare(const ExpectedFrame& expected, const media::Frame& shown) const {
    const int width = shown.width(), height = shown.height();
    if (width != expected.drawn.width() || height != expected.drawn.height())
        return fmt::format("the picture at {} has {}x{} px", format_time(expected.pts), width, height);
    int cells = 0, others = 0;
    for (int row = 0; row < grid_rows; ++row)
        for (int column = 0; column < grid_columns; ++column) {
            if (near_mask(expected.mask, column, row, width, height)) continue;
            ++cells;
            const float difference = cell_mean(shown, column, row) - cell_mean(expected.drawn, column, row);
            others += std::abs(difference) > same_cell_tolerance;
        }
    if (static_cast<float>(others) <= other_cells_allowed * static_cast<float>(cells)) return std::nullopt;
    return fmt::format("the frame at {} is not the planned one ({} of {} places differ){}", format_time(expected.pts),
                       others, cells, expected.whole ? "; it must be hidden whole" : "");
}

std::vector<faces::Detection> FrameProof::detect(const media::Frame& shown) {
    auto found = detector_->detect(scaler_->to_bgr(shown), find_where_hidden);
    const auto up = static_cast<float>(1 / detector_scale_);
    for (auto& d : found) d.box = {d.box.x * up, d.box.y * up, d.box.w * up, d.box.h * up};
    return found;
}

void FrameProof::look_at_regions(const ExpectedFrame& expected, const media::Frame& shown, Verification& v) {
    if (expected.whole) return;
    const bool seen = std::any_of(expected.regions.begin(), expected.regions.end(), [&](faces::Box square) {
        return faces::has_texture(expected.source, square) &&
               faces::visible_share(expected.source, shown, square) > square_visible_too_much;
    });
    if (!seen) return;
    ++*v.facts.frames_uncovered;
    add_problem(v, fmt::format("a region that must be hidden can be made out at {}", format_time(expected.pts)));
}

void FrameProof::look_for_faces(const ExpectedFrame& expected, const media::Frame& shown, Verification& v) {
    look_at_regions(expected, shown, v);
    bool uncovered = false;
    for (const auto& face : expected.to_hide) {
        ++v.faces_to_hide;
        if (expected.whole) continue;
        const float visible = faces::visible_share(expected.source, shown, face);
        if (visible > v.worst_visible) {
            v.worst_visible = visible;
            v.worst_at = expected.pts;
        }
        uncovered = uncovered || visible > visible_too_much ||
                    faces::covered_share(middle(face), expected.mask) < covered_enough;
    }
    if (uncovered) {
        ++*v.facts.frames_uncovered;
        add_problem(v, fmt::format("a face that must be hidden can be made out at {}", format_time(expected.pts)));
    }
    for (const auto& d : detect(shown)) {
        if (touches_any(d.box, expected.to_show, 0.5F)) continue;
        const bool where_hidden = touches_any(d.box, expected.to_hide, 0.3F);
        if (!where_hidden && d.score < find_elsewhere) continue;
        if (is_the_veil(d.box, expected, shown)) {
            ++v.veils_taken_for_faces;
            continue;
        }
        ++*v.facts.faces_found;
        add_problem(v, fmt::format("{} sees a face ({:.2f}) {} at {}", detector_->name(), d.score,
                                   where_hidden ? "where one must be hidden" : "that no track knows",
                                   format_time(expected.pts)));
    }
}

}  // namespace counterclip::clip
