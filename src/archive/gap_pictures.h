// A picture of each doubt, for the person who decides about it: the frame in its middle, with the last known place of
// the face drawn. Made again whenever one is missing; gone when the gap goes.
//
//   derived/gaps/<recording>-<gap>-<ms of the frame>.png    mode 0600, at most 480 px
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"

namespace counterclip::archive {

// Below the archive's folder, whether it is there or not.
std::string gap_picture(std::int64_t recording, const faces::Gap& gap);

struct GapPictures {
    int made = 0;
    std::vector<std::string> failures;  // a sentence each; pictures are a help, never a condition
};
// Makes the missing ones of open gaps, removes those of gaps that are gone. Never throws but Error(cancelled).
GapPictures refresh_gap_pictures(const Archive& archive, const Recording& recording, Progress& progress);

}  // namespace counterclip::archive
