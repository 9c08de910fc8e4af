// What is written on the pictures of a clip and beside them.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "clip/plan.h"
#include "media/text.h"

namespace counterclip::clip {

// Fills `plan.texts` from the clip's cards and lower-third and, where captions are burned, from `plan.captions`. The
// plan's parts, lengths, look and captions are known by then.
void plan_texts(Plan& plan, const archive::Clip& clip);

// The captions as a text track holds them: in order, to the millisecond, none over another. Where two are said at once
// both stand in one text.
std::vector<media::TimedText> text_track(const Plan& plan);

// Whether the file has a text track of its own.
bool has_text_track(const Plan& plan);

// All of it that decides how the file looks and what goes along: for the plan's hash.
nlohmann::json texts_as_json(const Plan& plan);

}  // namespace counterclip::clip
