// What the verbs about faces share: which recording is meant, places in its picture, and which detectors look.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "archive/archive.h"
#include "cli/context.h"
#include "cli/output.h"
#include "faces/detector.h"
#include "faces/region.h"

namespace counterclip::cli {

struct FacesWhere {
    std::string interview;
    std::optional<int> recording;
};

void declare_where(CLI::App& app, FacesWhere& where);
archive::Recording recording_of(const archive::Archive& archive, const FacesWhere& where);
// "track 3 of 'BTIB-0042', recording 1"
std::string named(const std::string& what, std::int64_t id, const archive::Recording& recording);

// Throws Error when there is no such track.
faces::Label label_of(const archive::Archive& archive, const archive::Recording& recording, std::int64_t track);
// What a verb answers that gave a track another label: "from" is the one to go back to.
Json labelled_as_json(std::int64_t track, faces::Label before, faces::Label now);

// A label as people type it: "not-a-face" is "not_a_face".
faces::Label label_from_typed(std::string text);

// "TIME,X,Y,W,H" or "TIME,X,Y,W,H,ANGLE": px of the picture, left and top first; degrees clockwise. Throws Error(usage)
// showing the form.
faces::RegionKey key_from(const std::string& text);

// Says which detectors look. Cascades alone leave most faces unseen and raise no doubt: that is said even with --quiet.
void tell_detectors(const std::vector<faces::DetectorModel>& models, const Context& context);

}  // namespace counterclip::cli
