// How far a clip has come, as people read it: a sign, words and a mood.
#pragma once

#include <string>

#include "archive/overview.h"
#include "ui/promise/promises.h"

namespace counterclip::ui {

// `stage` of archive::clip_stages(): "✓ approved, can go out", "… waits for an auditor".
QString stage_in_words(const std::string& stage);
// With what is out in the world, whatever the clip has become since.
QString standing_in_words(const archive::ClipLine& line);
// To an auditor, of a clip that waits for one: "waits for a second auditor (1 of 2)"; the list has signs of its own.
QString waiting_in_words(const archive::ClipLine& line);
Mood mood_of_stage(const std::string& stage);

// A subject's consent as a list shows it: "→ public", "✕ taken back". `state` of archive::consent_states(); `revision`
// 0: nothing is recorded.
QString consent_in_words(const std::string& state, std::int64_t revision);
Mood mood_of_consent(const std::string& state);

}  // namespace counterclip::ui
