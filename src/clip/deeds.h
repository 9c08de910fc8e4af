// What a clip really does to the people in it, told from its plan: for records and for the manifest of a release.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "clip/plan.h"

namespace counterclip::clip {

// Whose faces it shows, or could show at its edges, by their consent: "INTERVIEW/person", each once.
std::vector<std::string> people_shown(const Plan& plan);

// In the words of a manifest, without codes:
//   face     "hidden (veil)"; "shown by consent: subject"; "shown by consent: subject; others hidden (veil)";
//            "none seen"; "no picture"
//   details  "left out of the sound", only where something was
//   regions  "hidden", only where somebody marked some
std::map<std::string, std::string> deeds_in_words(const Plan& plan);

}  // namespace counterclip::clip
