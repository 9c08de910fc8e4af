#include "faces/region.h"

#include <cmath>
#include <numbers>

#include "core/error.h"

namespace counterclip::faces {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

// From `a` towards `b`, whichever way is shorter.
float turned_between(float a, float b, float t) {
    return a + std::remainder(b - a, 2 * pi) * t;
}

float share_of(Time from, Time to, Time pts) {
    return static_cast<float>(seconds(pts - from) / seconds(to - from));
}

bool is_finite(const RegionKey& key) {
    return std::isfinite(key.x) && std::isfinite(key.y) && std::isfinite(key.w) && std::isfinite(key.h) &&
           std::isfinite(key.angle);
}

}  // namespace

std::string to_string(Shape shape) {
    return shape == Shape::rectangle ? "rectangle" : "ellipse";
}

Shape shape_from(std::string_view text) {
    if (text == "ellipse") return Shape::ellipse;
    if (text == "rectangle") return Shape::rectangle;
    throw Error("read shape '" + std::string(text) + "'", "must be one of ellipse, rectangle", ErrorKind::usage);
}

void require_sound(const Region& region) {
    const std::string doing = "mark the region '" + region.what + "'";
    const auto refuse = [&](const std::string& wrong) { throw Error(doing, wrong, ErrorKind::usage); };
    if (region.what.empty()) throw Error("mark a region", "say what it is: tattoo, document, face", ErrorKind::usage);
    if (region.keys.empty()) refuse("it needs at least one key: time, x, y, width, height");
    for (std::size_t i = 0; i < region.keys.size(); ++i) {
        const RegionKey& key = region.keys[i];
        if (!is_finite(key) || key.w <= 0 || key.h <= 0) {
            refuse("the key at " + format_time(key.pts) + " has no size; width and height must be above 0");
        }
        if (i > 0 && key.pts <= region.keys[i - 1].pts) {
            refuse("the keys must rise in time; " + format_time(key.pts) + " does not");
        }
    }
    if (region.out <= region.keys.back().pts) {
        refuse("its end " + format_time(region.out) + " must be after its last key " +
               format_time(region.keys.back().pts));
    }
}

Range range_of(const Region& region) noexcept {
    return region.keys.empty() ? Range{} : Range{region.keys.front().pts, region.out};
}

std::optional<RegionKey> at(const Region& region, Time pts) {
    if (!contains(range_of(region), pts)) return std::nullopt;
    const auto is_later = [](Time t, const RegionKey& key) { return t < key.pts; };
    const auto after = std::upper_bound(region.keys.begin(), region.keys.end(), pts, is_later);
    const RegionKey& a = *(after - 1);
    if (after == region.keys.end()) {
        RegionKey held = a;
        held.pts = pts;
        return held;
    }
    const float t = share_of(a.pts, after->pts, pts);
    const Box box = between({a.x, a.y, a.w, a.h}, {after->x, after->y, after->w, after->h}, t);
    return RegionKey{pts, box.x, box.y, box.w, box.h, turned_between(a.angle, after->angle, t)};
}

std::optional<Ellipse> hiding(const Region& region, Time pts) {
    const auto place = at(region, pts);
    if (!place) return std::nullopt;
    const float reach = region.shape == Shape::rectangle ? std::numbers::sqrt2_v<float> : 1;
    return Ellipse{place->x + place->w / 2, place->y + place->h / 2, reach * place->w / 2, reach * place->h / 2,
                   place->angle};
}

void add_regions(FrameMask& mask, const std::vector<Region>& regions, Time pts) {
    for (const Region& region : regions) {
        if (const auto ellipse = hiding(region, pts)) mask.ellipses.push_back(*ellipse);
    }
}

}  // namespace counterclip::faces
