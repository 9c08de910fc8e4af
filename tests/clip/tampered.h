// A finished file that somebody changed afterwards, frame by frame.
#pragma once

#include <filesystem>
#include <functional>

#include "clip/plan.h"
#include "media/frame.h"

namespace counterclip::test {

// Decodes `from`, lets `change` at every frame (number from 0) and writes it anew as the plan's own writer would,
// without sound.
void tamper(const clip::Plan& plan, const std::filesystem::path& from, const std::filesystem::path& to,
            const std::function<void(std::int64_t number, media::Frame& frame)>& change);

// Copies the part of `from` that lies in the box, luma and colour.
void paste(const media::Frame& from, faces::Box box, media::Frame& onto);

}  // namespace counterclip::test
