// What the verbs that make or change a clip answer.
#pragma once

#include <string>

#include "archive/archive.h"
#include "cli/context.h"

namespace counterclip::cli {

// To --json the clip as it is now, but with "version" the one before the change, which `clip revert --to` takes back to
// (0 = there was none), and "new_version" the one it has now. To people a line, the remarks and what is next.
void answer_changed(const archive::Clip& clip, std::int64_t before, const std::string& done, const Context& context);

// "amina on 2026-11-28: made twice; `clip restore` ..." of a discarded clip.
std::string discarded_in_words(const archive::Clip& clip);

}  // namespace counterclip::cli
