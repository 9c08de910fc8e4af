// One face over time, and the spans in which the machine is not sure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/time.h"
#include "faces/box.h"

namespace counterclip::faces {

enum class Origin : std::uint8_t { detected, interpolated, held, manual };

struct Sighting {
    Time pts{};       // of the frame, on the recording's clock (media::Frame::pts)
    Box box;          // the face with, where it is turned, the back of its head (faces/head.h); not yet enlarged
    float roll = 0;   // rad
    float score = 0;  // of the detection; of the weaker neighbour where interpolated or held
    Origin origin = Origin::detected;
};

enum class Label : std::uint8_t { unlabelled, subject, interviewer, translator, guard, bystander, not_a_face };
std::string to_string(Label label);
Label label_from(std::string_view text);  // Error(usage) listing the words

struct Track {
    std::int64_t id = 0;              // within its recording; 0 = not yet stored
    Label label = Label::unlabelled;  // unlabelled is hidden
    std::vector<Sighting> sightings;  // rising pts, one for every frame from the first to the last
};

// Why frames are in doubt. Where a face must be hidden and a gap is not resolved, its frames are hidden whole (P1).
enum class GapReason : std::uint8_t {
    lost,             // a track was lost in mid-frame and not found again, or found again elsewhere much later
    starts_midframe,  // a track starts away from the frame's edge, a shot change and the range's start
    low_score,        // for a long time nothing but weak sightings says where a face is, and it has moved
    damaged,          // frames could not be decoded
    fallback,         // only the cascades served: everything they looked at
};
std::string to_string(GapReason reason);

struct Gap {
    std::int64_t id = 0;  // within its recording; 0 = not yet stored
    Range range;
    GapReason reason = GapReason::lost;
    std::int64_t track = 0;   // the track in question, 0 = none
    Box where;                // last known place, empty = unknown
    std::string resolved_by;  // operator; empty = open
    std::string resolution;   // "no face", "extended", ...
};

}  // namespace counterclip::faces
