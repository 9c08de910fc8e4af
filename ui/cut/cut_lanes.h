// What the timeline of the Cut room shows: the lanes and their order. Plain functions of what was read.
#pragma once

#include <vector>

#include "ui/cut/material.h"
#include "ui/cut/palette.h"
#include "ui/derived/face_spans.h"
#include "ui/timeline/lanes.h"

namespace counterclip::ui {

class Thumbnails;
class Waveform;

// The two that are painted must outlive the lanes.
std::vector<Lane> cut_lanes(const Material& material, const FacesSeen& faces, const TagPalette& palette,
                            Thumbnails& thumbnails, const Waveform& waveform);

// "deceived, passports": how a segment is called.
QString title_of(const archive::Segment& segment);

}  // namespace counterclip::ui
