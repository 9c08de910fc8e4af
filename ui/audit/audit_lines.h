// Decisions on a render, and its captions as they leave, as lines. Ids are 1, 2 ... in the order given.
#pragma once

#include "ui/audit/clip_audit.h"
#include "ui/lines/line_list.h"

namespace counterclip::ui {

std::vector<Line> decision_lines(const std::vector<PastDecisionLine>& decisions);
std::vector<Line> caption_lines(const std::vector<captions::Cue>& cues);

}  // namespace counterclip::ui
