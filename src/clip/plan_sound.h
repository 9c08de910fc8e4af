// What is heard of each part of a clip, resolved from the archive.
#pragma once

#include <nlohmann/json.hpp>

#include "clip/plan.h"

namespace counterclip::clip {

// Track, side, stretches in which others are heard, and the dubbing track. Throws Error(usage) naming the recording and
// what sound tracks it has when there is no such one, and when a clip is to be dubbed and there is nothing to play.
void plan_sound(PlannedPart& planned, const archive::ClipPart& part, const archive::Clip& clip,
                const archive::Archive& archive);

// Whether what is done to the voice is the same whatever language the captions are in.
bool in_any_language(voice::Disguise disguise);

// All of it that decides how the clip sounds, for the hash of its settings.
nlohmann::json sound_settings(const Plan& plan, const archive::Archive& archive);

// What was done to the sound of recordings on the way that somebody may not expect, a sentence each.
std::vector<std::string> sound_remarks(const Plan& plan);

// As plan_sound(), for a part that is about to be put into a clip.
void require_sound(const archive::Archive& archive, const archive::ClipPart& part);

// "1 (aac, 48000 Hz, stereo), 2 (aac, 48000 Hz, mono, in ar)".
std::string sound_tracks_in_words(const std::vector<media::AudioTrack>& tracks);

}  // namespace counterclip::clip
