#include "clip/framing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace counterclip::clip {

using namespace std::chrono_literals;

namespace {

constexpr Time step = 40ms;             // at which the person's place is looked at
constexpr std::size_t steps_a_key = 5;  // a key every 200 ms
constexpr int soft_steps = 20;    // what the crop's path is averaged over, three times: starts and stops take a second
constexpr double calm = 0.08;     // of the crop's sides: a person who moves less moves nothing
constexpr double face_at = 0.40;  // of the crop's height: eyes stand above the middle

struct Point {
    double x = 0;
    double y = 0;
};

double ratio(Rational r) {
    return r.num > 0 && r.den > 0 ? static_cast<double>(r.num) / static_cast<double>(r.den) : 1.0;
}

int even_below(double v) {
    return std::max(2, static_cast<int>(v / 2 + 1e-6) * 2);
}

std::vector<const faces::Track*> people(const std::vector<faces::Track>& tracks) {
    std::vector<const faces::Track*> subjects, all;
    for (const auto& track : tracks) {
        if (track.label == faces::Label::not_a_face || track.sightings.empty()) continue;
        all.push_back(&track);
        if (track.label == faces::Label::subject) subjects.push_back(&track);
    }
    return subjects.empty() ? all : subjects;
}

// Who is seen longest and largest in the shot comes first.
std::vector<const faces::Track*> by_weight(std::vector<const faces::Track*> tracks, Range shot) {
    std::map<const faces::Track*, double> weight;
    for (const auto* track : tracks)
        for (const auto& s : track->sightings)
            if (contains(shot, s.pts)) weight[track] += area(s.box);
    std::erase_if(tracks, [&](const auto* track) { return !weight.contains(track); });
    std::stable_sort(tracks.begin(), tracks.end(),
                     [&](const auto* a, const auto* b) { return weight.at(a) > weight.at(b); });
    return tracks;
}

// The last sighting at or before `t` of a track that is under way then.
const faces::Sighting* seen_at(const faces::Track& track, Time t) {
    const auto& all = track.sightings;
    const auto after =
        std::upper_bound(all.begin(), all.end(), t, [](Time a, const faces::Sighting& s) { return a < s.pts; });
    if (after == all.begin() || (after == all.end() && all.back().pts + step < t)) return nullptr;
    return &*std::prev(after);
}

// Where the person is at every step of the shot; where nobody is seen, where they were last, or will be first.
std::vector<Point> places(const std::vector<const faces::Track*>& tracks, Range shot, Point nobody) {
    std::vector<std::optional<Point>> seen;
    for (Time t = shot.in; t < shot.out || seen.empty(); t += step) {
        seen.emplace_back();
        for (const auto* track : tracks)
            if (const auto* s = seen_at(*track, t)) {
                seen.back() = Point{s->box.x + s->box.w / 2, s->box.y + s->box.h / 2};
                break;
            }
    }
    const auto first = std::find_if(seen.begin(), seen.end(), [](const auto& p) { return p.has_value(); });
    Point last = first == seen.end() ? nobody : **first;
    std::vector<Point> all;
    for (const auto& p : seen) all.push_back(last = p.value_or(last));
    return all;
}

// The crop stays where it is until the person is `slack` away from its middle, then keeps at that distance.
std::vector<double> calmed(const std::vector<double>& wanted, double slack) {
    std::vector<double> path;
    double at = wanted.front();
    for (const double w : wanted) path.push_back(at = std::clamp(at, w - slack, w + slack));
    return path;
}

// A mean over `soft_steps` to either side; the ends stand still beyond themselves.
std::vector<double> averaged(const std::vector<double>& path) {
    const auto n = static_cast<int>(path.size());
    const auto value = [&](int i) { return path[static_cast<std::size_t>(std::clamp(i, 0, n - 1))]; };
    std::vector<double> soft;
    double sum = 0;
    for (int i = -soft_steps; i <= soft_steps; ++i) sum += value(i);
    for (int i = 0; i < n; ++i) {
        soft.push_back(sum / (2 * soft_steps + 1));
        sum += value(i + soft_steps + 1) - value(i - soft_steps);
    }
    return soft;
}

std::vector<double> smooth(const std::vector<double>& wanted, double slack) {
    auto path = calmed(wanted, slack);
    for (int pass = 0; pass < 3; ++pass) path = averaged(path);
    return path;
}

std::vector<Range> shots_in(Range range, const std::vector<Time>& changes) {
    std::vector<Range> shots{range};
    for (const auto change : changes) {
        if (change <= shots.back().in || change >= range.out) continue;
        shots.back().out = change;
        shots.push_back({change, range.out});
    }
    return shots;
}

double inside(double centre, int size, int of) {
    return std::clamp(centre, size / 2.0, std::max(size / 2.0, of - size / 2.0));
}

int even_position(double centre, int size, int of) {
    const int most = std::max(0, of - size) & ~1;
    return std::clamp(static_cast<int>(std::lround((centre - size / 2.0) / 2)) * 2, 0, most);
}

}  // namespace

Crop follow(const std::vector<faces::Track>& tracks, Range range, const std::vector<Time>& shot_changes, int width,
            int height, Rational sample_aspect, int into_width, int into_height, Rational into_aspect) {
    // The output's shape in px of the source.
    const double shape = into_width * ratio(into_aspect) / into_height / ratio(sample_aspect);
    Crop crop;
    crop.width = even_below(std::min<double>(width, height * shape));
    crop.height = even_below(std::min<double>(height, width / shape));
    auto changes = shot_changes;
    std::sort(changes.begin(), changes.end());
    for (const auto& shot : shots_in(range, changes)) {
        const auto seen = places(by_weight(people(tracks), shot), shot, {width / 2.0, height / 2.0});
        std::vector<double> x, y;
        for (const auto& p : seen) {
            x.push_back(inside(p.x, crop.width, width));
            y.push_back(inside(p.y + (0.5 - face_at) * crop.height, crop.height, height));
        }
        x = smooth(x, calm * crop.width);
        y = smooth(y, calm * crop.height);
        for (std::size_t i = 0; i < x.size(); i += steps_a_key)
            crop.keys.push_back({shot.in + static_cast<std::int64_t>(i) * step, x[i], y[i], i == 0});
    }
    return crop;
}

Cut at(const Crop& crop, Time pts, int width, int height) noexcept {
    const auto after = std::upper_bound(crop.keys.begin(), crop.keys.end(), pts,
                                        [](Time t, const CropKey& key) { return t < key.pts; });
    const auto& from = after == crop.keys.begin() ? crop.keys.front() : *std::prev(after);
    double x = from.x, y = from.y;
    if (after != crop.keys.begin() && after != crop.keys.end() && !after->jumps) {
        const double t =
            static_cast<double>((pts - from.pts).count()) / static_cast<double>((after->pts - from.pts).count());
        x += (after->x - from.x) * t;
        y += (after->y - from.y) * t;
    }
    return {even_position(x, crop.width, width), even_position(y, crop.height, height), crop.width, crop.height};
}

}  // namespace counterclip::clip
