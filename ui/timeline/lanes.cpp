#include "ui/timeline/lanes.h"

#include <algorithm>

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

bool earlier(const LaneItem& a, const LaneItem& b) {
    return a.range.in < b.range.in;
}

std::vector<Time> reach_of(const std::vector<LaneItem>& items) {
    std::vector<Time> reach;
    reach.reserve(items.size());
    Time latest = Time::min();
    for (const auto& item : items) reach.push_back(latest = std::max(latest, item.range.out));
    return reach;
}

Time distance(Time a, Time b) {
    return a > b ? a - b : b - a;
}

}  // namespace

Lanes::Lanes(std::vector<Lane> lanes) : lanes_(std::move(lanes)) {
    for (auto& lane : lanes_) {
        if (!std::ranges::is_sorted(lane.items, earlier)) std::ranges::stable_sort(lane.items, earlier);
        reach_.push_back(reach_of(lane.items));
    }
}

std::optional<std::size_t> Lanes::find(const QString& lane) const {
    const auto found = std::ranges::find(lanes_, lane, &Lane::id);
    if (found == lanes_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - lanes_.begin());
}

const LaneItem* Lanes::find(const QString& lane, qint64 id) const {
    const auto n = find(lane);
    if (!n) return nullptr;
    const auto& items = lanes_[*n].items;
    const auto found = std::ranges::find(items, id, &LaneItem::id);
    return found == items.end() ? nullptr : &*found;
}

// The latest ends rise, and so do the beginnings: both borders are found by halving.
std::span<const LaneItem> Lanes::near(std::size_t lane, Range range) const {
    const auto& items = lanes_.at(lane).items;
    const auto& reach = reach_[lane];
    const auto first = std::ranges::upper_bound(reach, range.in) - reach.begin();
    const auto last =
        std::ranges::lower_bound(items, range.out, {}, [](const LaneItem& item) { return item.range.in; }) -
        items.begin();
    if (first >= last) return {};
    return std::span(items).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

const LaneItem* Lanes::at(std::size_t lane, Range range) const {
    const auto items = near(lane, range);
    for (auto item = items.rbegin(); item != items.rend(); ++item)
        if (overlaps(item->range, range)) return &*item;
    return nullptr;
}

const std::vector<Time>& Lanes::edges() const {
    if (edges_known_) return edges_;
    for (const auto& lane : lanes_)
        for (const auto& item : lane.items) {
            edges_.push_back(item.range.in);
            edges_.push_back(item.range.out);
        }
    std::ranges::sort(edges_);
    edges_.erase(std::ranges::unique(edges_).begin(), edges_.end());
    edges_known_ = true;
    return edges_;
}

std::optional<Time> Lanes::edge_before(Time t) const {
    const auto found = std::ranges::lower_bound(edges(), t);
    if (found == edges().begin()) return std::nullopt;
    return *std::prev(found);
}

std::optional<Time> Lanes::edge_after(Time t) const {
    const auto found = std::ranges::upper_bound(edges(), t);
    if (found == edges().end()) return std::nullopt;
    return *found;
}

std::optional<Time> Lanes::nearest_edge(Time t, Time reach, const LaneItem& but, std::span<const Time> also) const {
    std::optional<Time> best;
    const auto take = [&](Time edge) {
        if (distance(edge, t) <= reach && (!best || distance(edge, t) < distance(*best, t))) best = edge;
    };
    const auto is_own = [&](Time edge) { return edge == but.range.in || edge == but.range.out; };
    for (auto edge = std::ranges::lower_bound(edges(), t - reach); edge != edges().end() && *edge <= t + reach; ++edge)
        if (!is_own(*edge)) take(*edge);
    for (const auto edge : also) take(edge);
    return best;
}

Range moved(Range start, Grip grip, Time by, Range whole, Time shortest) {
    switch (grip) {
        case Grip::in:
            return {std::clamp(start.in + by, whole.in, std::max(whole.in, start.out - shortest)), start.out};
        case Grip::out:
            return {start.in, std::clamp(start.out + by, std::min(whole.out, start.in + shortest), whole.out)};
        case Grip::slip:
            break;
    }
    const auto length = duration(start);
    const auto in = std::clamp(start.in + by, whole.in, std::max(whole.in, whole.out - length));
    return {in, in + length};
}

}  // namespace counterclip::ui
