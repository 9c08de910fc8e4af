// The scenes that have names: the demo's interview and the suite that faces are measured on.
#pragma once

#include <string_view>
#include <vector>

#include "puppet/scene.h"

namespace counterclip::puppet {

// Suite scenes are 320x240 with 2 to 4 s unless what they show needs more; "interview" is 1280x720 with 44 s.
const std::vector<Scene>& scenes();
// Throws Error(usage) listing the names.
const Scene& scene(std::string_view name);

// The same scene in another size: lengths grow with the height, the middle stays in the middle.
Scene resized(const Scene& scene, int width, int height);

// Looks to build scenes from.
Look light_skin();
Look dark_skin();
Look olive_skin();

}  // namespace counterclip::puppet
