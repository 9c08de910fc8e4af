#include "clip/proof.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "faces/visibility.h"
#include "media/samples.h"

namespace counterclip::clip {

namespace {

// Grey levels by which the encoder may move the mean of a cell, and the share of cells that may move more (letters at a
// low bitrate, a cut the encoder smears).
constexpr float same_cell_tolerance = 10;
constexpr float other_cells_allowed = 0.03F;
// Pictures are compared on a grid of half the cells each way.
constexpr int grid_columns = Cells::columns / 2;
constexpr int grid_rows = Cells::rows / 2;
constexpr int samples_a_cell = 5;  // each way
constexpr int widest_step = 4;     // px

// Squares inside masks and regions are small ones of few blocks: one of them may look alike by chance.
constexpr float square_visible_too_much = 0.25F;
// A frame hidden whole is looked at in tiles this many each way.
constexpr int tiles_across = 8;
constexpr int tiles_down = 5;

// A mask is 1.5 times its face (faces/mask.h), and a little more to hold the box's corners and its motion.
constexpr float face_of_mask = 0.6F;

float grid_mean(const Cells& cells, int column, int row) {
    return (cells.at(2 * column, 2 * row) + cells.at(2 * column + 1, 2 * row) + cells.at(2 * column, 2 * row + 1) +
            cells.at(2 * column + 1, 2 * row + 1)) /
           4;
}

bool near_mask(const std::vector<faces::Box>& masked, int column, int row, int width, int height) {
    const faces::Box cell{static_cast<float>(width * column) / grid_columns,
                          static_cast<float>(height * row) / grid_rows, static_cast<float>(width) / grid_columns,
                          static_cast<float>(height) / grid_rows};
    return std::any_of(masked.begin(), masked.end(), [&](faces::Box box) { return area(intersection(box, cell)) > 0; });
}

// Empty when the picture outside masks is the expected one, texts included; else a sentence.
std::optional<std::string> compared(const ExpectedFrame& expected, const media::Frame& shown, const Cells& cells) {
    const int width = shown.width(), height = shown.height();
    if (width != expected.drawn.width() || height != expected.drawn.height())
        return fmt::format("the picture at {} has {}x{} px", format_time(expected.pts), width, height);
    // The feather reaches over the ellipse. In a frame hidden whole nothing is left out.
    std::vector<faces::Box> masked;
    if (!expected.whole)
        for (const auto& e : expected.mask.ellipses)
            masked.push_back(scaled_about_centre(faces::bounding_box(e), 1.5F));
    const Cells wanted = cells_of(expected.drawn);
    int all = 0, others = 0;
    for (int row = 0; row < grid_rows; ++row)
        for (int column = 0; column < grid_columns; ++column) {
            if (near_mask(masked, column, row, width, height)) continue;
            ++all;
            others += std::abs(grid_mean(cells, column, row) - grid_mean(wanted, column, row)) > same_cell_tolerance;
        }
    if (static_cast<float>(others) <= other_cells_allowed * static_cast<float>(all)) return std::nullopt;
    return fmt::format("the frame at {} is not the planned one ({} of {} places differ){}", format_time(expected.pts),
                       others, all, expected.whole ? "; it must be hidden whole" : "");
}

// A face without texture, in deep shadow or glaring light, is judged by the little there is: a veil in the same shadow
// has the same grey.
constexpr float faint_texture = 1;  // grey level

FaceMeasure measured(const Plan& plan, std::int64_t track, faces::Box box, const ExpectedFrame& expected,
                     const media::Frame& shown) {
    auto blocks = faces::visible_blocks(expected.source, shown, box);
    if (blocks.textured == 0) blocks = faces::visible_blocks(expected.source, shown, box, faint_texture);
    FaceMeasure m;
    m.track = track;
    m.box = box;
    m.covered = faces::covered_share(middle(box), expected.mask);
    m.visible = blocks.textured ? static_cast<float>(blocks.seen) / static_cast<float>(blocks.textured) : 0;
    m.blocks = blocks.seen;
    // Pixels and blur are for faces that may be seen: there is a likeness, and it is wanted.
    const bool leaves_nothing = plan.obscure.style == faces::Style::veil || plan.obscure.style == faces::Style::solid;
    m.follows = leaves_nothing && faces::follows_coarsely(expected.source, shown, box);
    m.relief = m.strange = faces::relief(shown, box);
    return m;
}

// The box in the middle of an ellipse, of its bounding box's proportions, that lies wholly under it: a long ellipse
// that is turned leaves the corners of the box around it to the room.
faces::Box box_under(const faces::Ellipse& e) {
    const auto around = faces::bounding_box(e);
    const float c = std::cos(e.angle), s = std::sin(e.angle);
    const auto far = [&](float x, float y) {  // 1 on the rim
        return std::hypot((x * c + y * s) / std::max(e.rx, 1.F), (y * c - x * s) / std::max(e.ry, 1.F));
    };
    const float farthest = std::max(far(around.w / 2, around.h / 2), far(around.w / 2, -around.h / 2));
    return scaled_about_centre(around, std::min(face_of_mask, 1 / std::max(farthest, 1.F)));
}

std::int64_t region_of(const faces::Ellipse& mask, const ExpectedFrame& expected) {
    for (const auto& region : expected.regions)
        if (region.hidden == mask) return region.id;
    return 0;
}

// Where masks lie without a sighting: held before and after their track, and regions.
struct Held {
    faces::Box box;
    std::int64_t region = 0;
};
std::vector<Held> held(const ExpectedFrame& expected) {
    std::vector<Held> boxes;
    for (const auto& e : expected.mask.ellipses) {
        auto box = box_under(e);
        // Where only a part of the recording's picture is shown, a mask may reach out of it.
        if (expected.placement.part.width > 0)
            box = intersection(
                box, {0, 0, static_cast<float>(expected.source.width()), static_cast<float>(expected.source.height())});
        if (area(box) <= 0) continue;
        if (std::none_of(expected.to_hide.begin(), expected.to_hide.end(),
                         [&](const PlacedFace& face) { return area(intersection(face.box, box)) > 0.3F * area(box); }))
            boxes.push_back({box, region_of(e, expected)});
    }
    return boxes;
}

bool still_shows(const ExpectedFrame& expected, const media::Frame& shown, faces::Box square) {
    auto blocks = faces::visible_blocks(expected.source, shown, square);
    // In deep shadow nothing counts as texture, and yet all can be read once somebody lightens it. So little may look
    // alike by chance: one block is none.
    const bool is_faint = blocks.textured == 0;
    if (is_faint) blocks = faces::visible_blocks(expected.source, shown, square, faint_texture);
    return static_cast<float>(blocks.seen) > square_visible_too_much * static_cast<float>(blocks.textured) &&
           blocks.seen > (is_faint ? 1 : 0);
}

bool tiles_still_show(const ExpectedFrame& expected, const media::Frame& shown) {
    const auto w = static_cast<float>(shown.width()) / tiles_across;
    const auto h = static_cast<float>(shown.height()) / tiles_down;
    for (int row = 0; row < tiles_down; ++row)
        for (int column = 0; column < tiles_across; ++column) {
            // The middle 80 % is looked at: tiles overlap so that it is all of the picture.
            const faces::Box tile{static_cast<float>(column) * w, static_cast<float>(row) * h, w, h};
            if (still_shows(expected, shown, scaled_about_centre(tile, 1.25F))) return true;
        }
    return false;
}

}  // namespace

bool is_at(faces::Box found, faces::Box place) {
    return iou(found, place) > 0.4F || area(intersection(found, place)) > 0.7F * area(found);
}

faces::Box middle(faces::Box box) {
    return scaled_about_centre(box, 0.8F);
}

Cells cells_of(const media::Frame& frame) {
    Cells cells;
    cells.means.reserve(static_cast<std::size_t>(Cells::columns) * Cells::rows);
    media::with_plane(frame, 0, [&]<class Sample>(media::PlaneOf<Sample> luma) {
        const int width = luma.plane.width, height = luma.plane.height;
        const int step_x = std::clamp(width / Cells::columns / samples_a_cell, 1, widest_step);
        const int step_y = std::clamp(height / Cells::rows / samples_a_cell, 1, widest_step);
        for (int row = 0; row < Cells::rows; ++row)
            for (int column = 0; column < Cells::columns; ++column) {
                const int x0 = width * column / Cells::columns, x1 = width * (column + 1) / Cells::columns;
                const int y0 = height * row / Cells::rows, y1 = height * (row + 1) / Cells::rows;
                int sum = 0, n = 0;
                for (int y = y0; y < y1; y += step_y) {
                    const Sample* line = luma.row(y);
                    for (int x = x0; x < x1; x += step_x, ++n) sum += line[x];
                }
                cells.means.push_back(n ? static_cast<float>(sum) / static_cast<float>(n * luma.per_level) : 0);
            }
    });
    return cells;
}

bool FrameMeasures::uncovered() const noexcept {
    return leaves_something || std::any_of(faces.begin(), faces.end(), [](const FaceMeasure& f) { return f.is_bad(); });
}

media::Frame veiled(const Plan& plan, const ExpectedFrame& expected) {
    media::Frame hidden = expected.source;
    faces::Obscurer(plan.obscure).apply(hidden, expected.mask);
    return hidden;
}

FrameMeasures measure(const Plan& plan, const ExpectedFrame& expected, const media::Frame& shown) {
    FrameMeasures m;
    m.cells = cells_of(shown);
    m.fault = compared(expected, shown, m.cells);
    const bool comparable = shown.width() == expected.source.width() && shown.height() == expected.source.height();
    if (!comparable) {
        m.leaves_something = !expected.to_hide.empty() || !expected.gone.empty() || expected.whole;
        return m;
    }
    for (const auto& face : expected.to_hide) m.faces.push_back(measured(plan, face.track, face.box, expected, shown));
    if (expected.whole) {
        m.leaves_something = tiles_still_show(expected, shown);
        return m;
    }
    for (const auto& [box, region] : held(expected)) {
        m.faces.push_back(measured(plan, 0, box, expected, shown));
        m.faces.back().region = region;
    }
    for (auto& face : m.faces) {
        if (face.relief <= smooth_relief) continue;
        if (!m.veil) m.veil = veiled(plan, expected);
        face.strange = std::min(face.relief, faces::relief(shown, m.veil, face.box));
    }
    m.leaves_something = std::any_of(expected.gone.begin(), expected.gone.end(),
                                     [&](faces::Box square) { return still_shows(expected, shown, square); });
    return m;
}

}  // namespace counterclip::clip
