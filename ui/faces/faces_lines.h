// Gaps and people of a recording as lines, the worst first.
#pragma once

#include "ui/faces/faces_known.h"
#include "ui/lines/line_list.h"

namespace counterclip::ui {

// Ids are the gaps'. `may_see_originals`: their pictures are of originals.
std::vector<Line> gap_lines(const FacesKnown& known, bool may_see_originals);
// Ids are the tracks': unlabelled ones first, the longest first.
std::vector<Line> people_lines(const FacesKnown& known);
// Ids are the regions'.
std::vector<Line> region_lines(const FacesKnown& known);
// What becomes of a face, in words: "hidden until labelled".
QString fate(const FacesKnown& known, const faces::Track& track);
// Open gaps in the order of the list.
std::vector<std::int64_t> open_gaps(const FacesKnown& known);

}  // namespace counterclip::ui
