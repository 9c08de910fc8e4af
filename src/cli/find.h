// From what people write to the archive's records.
#pragma once

#include <optional>
#include <string>

#include "archive/archive.h"

namespace counterclip::cli {

// The recording at `position` (1, 2, ...) of an interview; without one, the only one there is. Throws Error saying how
// many there are.
archive::Recording recording_at(const archive::Archive& archive, const std::string& interview,
                                std::optional<int> position);

// Throws Error for one that was removed.
archive::ClipPart part_of_segment(const archive::Archive& archive, std::int64_t id);
// "INTERVIEW:RECORDING:IN-OUT", for example "BTIB-0042:1:0:12:30.000-0:13:05.500"; "3", a segment; "3@IN-OUT", some of
// it. Throws Error(usage) showing the forms.
archive::ClipPart part_from(const archive::Archive& archive, const std::string& text);

// Throws Error naming what lies outside.
void require_within(const archive::Recording& recording, Range range);

}  // namespace counterclip::cli
