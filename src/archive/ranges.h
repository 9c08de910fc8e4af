// Sets of ranges: rising, apart.
#pragma once

#include <vector>

#include "core/time.h"

namespace counterclip::archive {

// Sorted by their beginning; those that overlap or touch become one.
std::vector<Range> joined(std::vector<Range> ranges);
// What of the ranges lies outside `holes` (rising, apart).
std::vector<Range> outside(Range range, const std::vector<Range>& holes);
std::vector<Range> outside(const std::vector<Range>& ranges, const std::vector<Range>& holes);
Time length(const std::vector<Range>& ranges);
bool any_overlaps(const std::vector<Range>& ranges, Range range);

}  // namespace counterclip::archive
