#include "archive/ranges.h"

#include <algorithm>

namespace counterclip::archive {

std::vector<Range> joined(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.in < b.in; });
    std::vector<Range> apart;
    for (const auto& range : ranges) {
        if (is_empty(range)) continue;
        if (!apart.empty() && range.in <= apart.back().out)
            apart.back().out = std::max(apart.back().out, range.out);
        else
            apart.push_back(range);
    }
    return apart;
}

std::vector<Range> outside(Range range, const std::vector<Range>& holes) {
    std::vector<Range> left;
    for (const auto& hole : holes) {
        if (hole.out <= range.in || range.out <= hole.in) continue;
        if (range.in < hole.in) left.push_back({range.in, hole.in});
        range.in = std::max(range.in, hole.out);
    }
    if (!is_empty(range)) left.push_back(range);
    return left;
}

std::vector<Range> outside(const std::vector<Range>& ranges, const std::vector<Range>& holes) {
    std::vector<Range> left;
    for (const auto& range : ranges)
        for (const auto& piece : outside(range, holes)) left.push_back(piece);
    return left;
}

Time length(const std::vector<Range>& ranges) {
    Time sum{};
    for (const auto& r : ranges) sum += duration(r);
    return sum;
}

bool any_overlaps(const std::vector<Range>& ranges, Range range) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return overlaps(r, range); });
}

}  // namespace counterclip::archive
