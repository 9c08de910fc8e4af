// What a person does to the machine's tracks: join, cut and lengthen them. Pure; the ids of what was given stay, ids of
// what is new are 0. Every refusal is an Error(usage) that says why.
#pragma once

#include <utility>

#include "faces/track.h"

namespace counterclip::faces {

// One track from two of the same face; it keeps the id of `a`. The hole between them is filled with interpolated boxes
// a frame apart. In frames both have, the box holds both boxes; where these lie apart the two are two faces: refused.
// Labels that agree stay. Where they differ the merged track is unlabelled, and so hidden, until someone labels it;
// a face is not merged with what was said to be none.
Track merge(const Track& a, const Track& b);

// The sightings before `at` (with the id of `track`) and those from `at` on (id 0); both keep the label. Refused when
// one of both would be empty.
std::pair<Track, Track> split(const Track& track, Time at);

// The track lengthened to [from, to): its first and last box held there, a frame apart, as a person's word
// (Origin::manual). A part of the range that the track has already is left as it is.
Track extend(Track track, Time from, Time to);

// The track held over the gap, so that the gap's frames are hidden by it and not whole. Beyond its ends its first or
// last box is held, with gap.where; inside it every sighting becomes the box that holds itself, gap.where and the boxes
// at both ends of the gap, and holes are filled. Refused when the gap is about another track, or is about none and so
// has nothing to lengthen, and when nothing would change.
Track extended_by_gap(const Track& track, const Gap& gap);

}  // namespace counterclip::faces
