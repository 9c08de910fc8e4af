#include "faces/mask.h"

#include <cmath>

namespace counterclip::faces {

namespace {

constexpr float least_enlarge = 1.4F;                        // P3
constexpr Time least_hold = std::chrono::milliseconds(500);  // P3
constexpr float raise = 0.06F;  // of the box's height, upwards: hair is above the face, the chin is inside the box
// Of the box's width to its height: frontal faces have three quarters, profiles a little more than half, and behind a
// profile there is a whole head whose side is not known.
constexpr float frontal_aspect = 0.75F;
constexpr float profile_aspect = 0.55F;
constexpr float profile_head = 1.0F;                        // width of the box a profile counts as, of its height
constexpr float least_aspect = 0.72F;                       // of the height to the width: a bowed head's box is flat
constexpr Time calm_over = std::chrono::milliseconds(100);  // each side; motion within it is covered, jitter gone
constexpr float hold_growth = 0.25F;                        // of the size at the hold's end: a face not seen may move
constexpr float kept_share = 0.9F;                          // of the box, must lie inside however the ellipse is turned

// The ellipse about an upright box of the face, turned by `roll`.
Ellipse head_of(Box face, float roll, float enlarge) {
    // Of a head that lies on its side the box's width is the height of the face.
    const bool lies = std::abs(std::sin(roll)) > std::abs(std::cos(roll));
    const float across_face = lies ? face.h : face.w;
    const float along_face = lies ? face.w : face.h;
    const float aspect = along_face > 0 ? across_face / along_face : frontal_aspect;
    const float turned = std::clamp((frontal_aspect - aspect) / (frontal_aspect - profile_aspect), 0.F, 1.F);
    const float w = std::max(across_face, (frontal_aspect + turned * (profile_head - frontal_aspect)) * along_face);
    const float h = std::max(along_face, least_aspect * across_face);
    // Up is where the crown is.
    Ellipse e{face.x + face.w / 2 + raise * along_face * std::sin(roll),
              face.y + face.h / 2 - raise * along_face * std::cos(roll), enlarge * w / 2, enlarge * h / 2, roll};
    // Turned, the corners of the box may come out: grow until they lie inside.
    float farthest = 0;
    for (const float sx : {-1.F, 1.F}) {
        for (const float sy : {-1.F, 1.F}) {
            const float x = face.x + face.w / 2 + sx * kept_share * face.w / 2 - e.cx;
            const float y = face.y + face.h / 2 + sy * kept_share * face.h / 2 - e.cy;
            const float along = (x * std::cos(roll) + y * std::sin(roll)) / e.rx;
            const float across = (-x * std::sin(roll) + y * std::cos(roll)) / e.ry;
            farthest = std::max(farthest, std::hypot(along, across));
        }
    }
    if (farthest > 1) {
        e.rx *= farthest;
        e.ry *= farthest;
    }
    return e;
}

struct Edges {
    float left, top, right, bottom;
};

// For each sighting the box that holds every box within calm_over, then averaged over the same time: smooth, and never
// smaller than the sighting, because each of the boxes averaged holds it.
std::vector<Box> calmed(const std::vector<Sighting>& sightings) {
    const std::size_t n = sightings.size();
    const auto window = [&](std::size_t i) {
        std::size_t from = i;
        std::size_t to = i;
        // At least one neighbour each side, whatever the frame rate: the motion between frames (P3).
        while (from > 0 && (from == i || sightings[i].pts - sightings[from - 1].pts <= calm_over)) --from;
        while (to + 1 < n && (to == i || sightings[to + 1].pts - sightings[i].pts <= calm_over)) ++to;
        return std::pair(from, to);
    };
    std::vector<Edges> wide(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto [from, to] = window(i);
        Box all = sightings[i].box;
        for (std::size_t k = from; k <= to; ++k) all = enclosing(all, sightings[k].box);
        wide[i] = {all.x, all.y, all.x + all.w, all.y + all.h};
    }
    std::vector<Box> calm(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto [from, to] = window(i);
        Edges sum{0, 0, 0, 0};
        for (std::size_t k = from; k <= to; ++k) {
            sum.left += wide[k].left;
            sum.top += wide[k].top;
            sum.right += wide[k].right;
            sum.bottom += wide[k].bottom;
        }
        const auto count = static_cast<float>(to - from + 1);
        calm[i] = {sum.left / count, sum.top / count, (sum.right - sum.left) / count, (sum.bottom - sum.top) / count};
    }
    return calm;
}

std::vector<float> calmed_roll(const std::vector<Sighting>& sightings) {
    constexpr std::size_t reach = 3;
    std::vector<float> calm(sightings.size());
    for (std::size_t i = 0; i < sightings.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(sightings.size() - 1, i + reach);
        float sum = 0;
        for (std::size_t k = from; k <= to; ++k) sum += sightings[k].roll;
        calm[i] = sum / static_cast<float>(to - from + 1);
    }
    return calm;
}

Ellipse grown(Ellipse e, float factor) {
    e.rx *= factor;
    e.ry *= factor;
    return e;
}

// The shot that holds `t`, as far as shot changes say.
Range shot_around(Time t, const std::vector<Time>& shot_changes) {
    Range shot{Time::min(), Time::max()};
    for (const Time change : shot_changes) {
        if (change <= t) shot.in = std::max(shot.in, change);
        if (change > t) shot.out = std::min(shot.out, change);
    }
    return shot;
}

bool is_hidden(Label label, const std::vector<Label>& shown) {
    return label != Label::not_a_face && std::find(shown.begin(), shown.end(), label) == shown.end();
}

bool is_open(const Gap& gap) {
    return gap.resolved_by.empty();
}

}  // namespace

Masks::Masks(const std::vector<Track>& tracks, const std::vector<Gap>& gaps, const std::vector<Time>& shot_changes,
             const std::vector<Range>& analysed, const MaskOptions& options, const std::vector<Label>& shown)
    : analysed_(analysed) {
    const float enlarge = std::max(options.enlarge, least_enlarge);
    hold_ = std::max(options.hold, least_hold);
    for (const Track& track : tracks) {
        if (track.sightings.empty() || !is_hidden(track.label, shown)) continue;
        const std::vector<Box> boxes = calmed(track.sightings);
        const std::vector<float> rolls = calmed_roll(track.sightings);
        Span span;
        span.track = track.id;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            span.pts.push_back(track.sightings[i].pts);
            span.ellipses.push_back(head_of(boxes[i], rolls[i], enlarge));
        }
        const Range first_shot = shot_around(span.pts.front(), shot_changes);
        const Range last_shot = shot_around(span.pts.back(), shot_changes);
        span.visible = {std::max(span.pts.front() - hold_, first_shot.in),
                        std::min(span.pts.back() + hold_ + Time{1}, last_shot.out)};
        spans_.push_back(std::move(span));
    }
    for (const Gap& gap : gaps) {
        if (!is_open(gap) || is_empty(gap.range)) continue;
        // Also where the track may be shown, or somebody called it no face: the doubt is what else is there.
        const auto span = std::find_if(spans_.begin(), spans_.end(),
                                       [&](const Span& s) { return gap.track != 0 && s.track == gap.track; });
        if (options.on_doubt == MaskOptions::OnDoubt::extend && span != spans_.end()) {
            span->visible = {std::min(span->visible.in, gap.range.in), std::max(span->visible.out, gap.range.out)};
        } else {
            whole_.push_back(gap.range);
        }
    }
}

FrameMask Masks::at(Time pts) const {
    const auto holds = [&](const Range& r) { return contains(r, pts); };
    FrameMask mask;
    mask.whole =
        std::none_of(analysed_.begin(), analysed_.end(), holds) || std::any_of(whole_.begin(), whole_.end(), holds);
    for (const Span& span : spans_) {
        if (contains(span.visible, pts)) add(span, pts, mask);
    }
    return mask;
}

void Masks::add(const Span& span, Time pts, FrameMask& mask) const {
    const auto after = std::lower_bound(span.pts.begin(), span.pts.end(), pts);
    const auto held = [&](Time away) { return 1 + hold_growth * static_cast<float>(seconds(away) / seconds(hold_)); };
    if (after == span.pts.begin()) {
        mask.ellipses.push_back(grown(span.ellipses.front(), held(span.pts.front() - pts)));
        return;
    }
    if (after == span.pts.end()) {
        mask.ellipses.push_back(grown(span.ellipses.back(), held(pts - span.pts.back())));
        return;
    }
    const auto index = static_cast<std::size_t>(after - span.pts.begin());
    mask.ellipses.push_back(span.ellipses[index]);
    // A time between two sightings: the face is at one of both or between.
    if (*after != pts) mask.ellipses.push_back(span.ellipses[index - 1]);
}

Box bounding_box(const Ellipse& e) noexcept {
    const float c = std::cos(e.angle);
    const float s = std::sin(e.angle);
    const float half_w = std::hypot(e.rx * c, e.ry * s);
    const float half_h = std::hypot(e.rx * s, e.ry * c);
    return {e.cx - half_w, e.cy - half_h, 2 * half_w, 2 * half_h};
}

float covered_share(Box box, const FrameMask& mask) {
    if (mask.whole) return 1;
    if (area(box) <= 0) return 0;
    constexpr int grid = 40;
    const auto inside = [](const Ellipse& e, float x, float y) {
        const float c = std::cos(e.angle);
        const float s = std::sin(e.angle);
        const float along = ((x - e.cx) * c + (y - e.cy) * s) / e.rx;
        const float across = (-(x - e.cx) * s + (y - e.cy) * c) / e.ry;
        return along * along + across * across <= 1;
    };
    int hits = 0;
    for (int row = 0; row < grid; ++row) {
        for (int column = 0; column < grid; ++column) {
            const float x = box.x + box.w * (static_cast<float>(column) + 0.5F) / grid;
            const float y = box.y + box.h * (static_cast<float>(row) + 0.5F) / grid;
            hits += std::any_of(mask.ellipses.begin(), mask.ellipses.end(),
                                [&](const Ellipse& e) { return inside(e, x, y); })
                        ? 1
                        : 0;
        }
    }
    return static_cast<float>(hits) / (grid * grid);
}

}  // namespace counterclip::faces
