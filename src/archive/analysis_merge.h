// What is known of a recording's faces after some of it was analysed anew. Pure; store_faces.cpp stores the result.
//
// Inside the new ranges everything is the new analysis's: tracks and gaps of before are cut there. Outside nothing
// changes. A new track keeps the label of the track it retraces, and fails closed where that is not clear: a face is
// shown only where a person said so of that very face.
#pragma once

#include "faces/analysis.h"

namespace counterclip::archive {

// Tracks and gaps of `now` get ids above all ids of `before`, so that an id never comes to mean another face.
faces::Analysis merged(const faces::Analysis& before, faces::Analysis now);

// Sorted by their beginning; those that overlap or touch become one.
std::vector<Range> joined(std::vector<Range> ranges);

}  // namespace counterclip::archive
