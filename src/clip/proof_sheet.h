// What the contact sheet says: its verdict, its tiles and their captions.
#pragma once

#include <string>
#include <vector>

#include "clip/verify.h"
#include "faces/contact_sheet.h"

namespace counterclip::clip {

// "GOOD", "NOT GOOD" or how many problems.
std::string verdict(const Verification& verification);

// The picture with its caption. Dark pictures show nobody anything: they are lightened, and the caption says so.
faces::Tile tile(const media::Image& picture, std::vector<std::string> caption, bool is_bad);

// Up to three short lines each.
std::vector<std::string> caption(const HiddenFace& face);
std::vector<std::string> caption(const FaceElsewhere& face);
std::vector<std::string> caption(const DeletedFace& face);

}  // namespace counterclip::clip
