#include "faces/meeting.h"

namespace counterclip::faces {

namespace {

constexpr float met_iou = 0.1F;
constexpr float clearly = 0.8F;  // of what they would differ had they changed places

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

std::vector<std::int64_t> Meetings::doubtful(const std::vector<Trail>& live) {
    std::vector<std::int64_t> doubtful;
    std::erase_if(meetings_, [&](const Meeting& m) {
        const Trail* a = find(live, m.a);
        const Trail* b = find(live, m.b);
        if (a == nullptr || b == nullptr) return true;
        if (!have_parted(*a, *b)) return false;
        const float kept = unlikeness(m.a_before, a->latest_look) + unlikeness(m.b_before, b->latest_look);
        const float changed = unlikeness(m.a_before, b->latest_look) + unlikeness(m.b_before, a->latest_look);
        if (kept >= clearly * changed) {
            doubtful.push_back(m.a);
            doubtful.push_back(m.b);
        }
        return true;
    });
    for (std::size_t i = 0; i < live.size(); ++i) {
        for (std::size_t j = i + 1; j < live.size(); ++j) {
            const Trail& a = live[i];
            const Trail& b = live[j];
            const bool known = std::any_of(meetings_.begin(), meetings_.end(),
                                           [&](const Meeting& m) { return m.a == a.number && m.b == b.number; });
            if (known || !is_together(a, b) || !is_sure(evidence(a)) || !is_sure(evidence(b))) continue;
            meetings_.push_back({a.number, b.number, a.look, b.look});
        }
    }
    return doubtful;
}

}  // namespace counterclip::faces
