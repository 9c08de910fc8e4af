// Whether a face was seen all the time where two analyses meet, or only joined over a loss. Pure.
//
// The same rules as inside one analysis (faces/finish): up to 0.6 s a face may go unseen; longer than that only where
// it has stayed, else all of the way between is hidden and, where it was sure before and after, it is a gap.
#pragma once

#include <vector>

#include "faces/track.h"

namespace counterclip::archive {

// Whether what was really seen of the track (found by a detector, or put there by a person) tells where the face was
// in all of the range. What was only filled in between tells nothing.
bool is_vouched_for(const faces::Track& track, Range range);

// Widens the boxes of losses that cross one of the seams and in which the face has moved; returns gaps (id 0) for those
// that were sure before and after.
std::vector<faces::Gap> losses_over_seams(faces::Track& track, const std::vector<Range>& core);

}  // namespace counterclip::archive
