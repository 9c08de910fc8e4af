#include "faces/meeting.h"

namespace counterclip::faces {

namespace {

constexpr float met_iou = 0.1F;
constexpr float clearly = 0.8F;  // a look is the one of two that it differs from so much less

const Trail* find(const std::vector<Trail>& live, std::int64_t number) {
    const auto it = std::find_if(live.begin(), live.end(), [&](const Trail& t) { return t.number == number; });
    return it == live.end() ? nullptr : &*it;
}

bool is_together(const Trail& a, const Trail& b) {
    return iou(a.newest().box, b.newest().box) > met_iou;
}

// Both can be seen again, apart.
bool have_parted(const Trail& a, const Trail& b) {
    return !a.is_lost && !b.is_lost && area(intersection(a.newest().box, b.newest().box)) <= 0;
}

}  // namespace

// Notes when it is sure of itself; true when it looks like the other instead.
bool Meetings::note(Side& side, const Appearance& other, const Trail& trail, std::int64_t key) {
    if (trail.looked_at != key) return false;
    const float own = unlikeness(side.before, trail.latest_look);
    const float others = unlikeness(other, trail.latest_look);
    if (own < clearly * others) side.was_sure = key;
    return others < clearly * own;
}

std::vector<Meetings::Doubt> Meetings::doubts(const std::vector<Trail>& live, std::int64_t key) {
    std::vector<Doubt> doubts;
    const auto doubt = [&](const Side& side, const Trail* trail) {
        if (trail != nullptr && side.was_sure < key) doubts.push_back({side.number, side.was_sure + 1});
    };
    std::erase_if(meetings_, [&](Meeting& m) {
        const Trail* a = find(live, m.a.number);
        const Trail* b = find(live, m.b.number);
        const bool a_changed = a != nullptr && note(m.a, m.b.before, *a, key);
        const bool b_changed = b != nullptr && note(m.b, m.a.before, *b, key);
        const bool is_over = a == nullptr || b == nullptr || have_parted(*a, *b);
        if (!is_over && !a_changed && !b_changed) return false;
        doubt(m.a, a);
        doubt(m.b, b);
        return true;
    });
    for (std::size_t i = 0; i < live.size(); ++i) {
        for (std::size_t j = i + 1; j < live.size(); ++j) {
            const Trail& a = live[i];
            const Trail& b = live[j];
            const bool known = std::any_of(meetings_.begin(), meetings_.end(), [&](const Meeting& m) {
                return m.a.number == a.number && m.b.number == b.number;
            });
            if (known || !is_together(a, b)) continue;
            if (!is_sure(evidence(a, recent_marks)) || !is_sure(evidence(b, recent_marks))) continue;
            meetings_.push_back({{a.number, a.look, key}, {b.number, b.look, key}});
        }
    }
    return doubts;
}

bool Meetings::has_met(std::int64_t number) const {
    return std::any_of(meetings_.begin(), meetings_.end(),
                       [&](const Meeting& m) { return m.a.number == number || m.b.number == number; });
}

}  // namespace counterclip::faces
