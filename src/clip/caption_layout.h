// Captions laid out for reading, last on their way out: what is measured is what is read, and nothing is joined that a
// redaction, a cut or the edge of a part keeps apart.
#pragma once

#include <optional>
#include <vector>

#include "archive/records.h"
#include "captions/ass.h"
#include "clip/wording.h"

namespace counterclip::clip {

// `line_length`: the letters that a line of the picture holds, where there are fewer than a line may have.
std::vector<Worded> laid_out(const std::vector<Worded>& said, std::optional<int> line_length = std::nullopt);

// What is said as captions of this kind show it: burned ones keep to the lines of the picture. Where none are shown, as
// a voice speaks it.
std::vector<Worded> as_read(const std::vector<Worded>& said, archive::CaptionMode mode, const captions::Canvas& canvas,
                            const captions::Look& look);

}  // namespace counterclip::clip
