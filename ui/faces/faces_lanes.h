// The faces of a recording as lanes of the timeline: people, the score of the chosen one, gaps, regions.
#pragma once

#include "ui/faces/faces_known.h"
#include "ui/timeline/timeline.h"

namespace counterclip::ui {

// Lanes "people 1", "people 2" ... hold tracks by id, "gaps" gaps, "regions" regions.
std::vector<Lane> face_lanes(const std::shared_ptr<const FacesKnown>& known, qint64 chosen_track);
bool is_people_lane(const QString& lane);
QString lane_of_track(const FacesKnown& known, qint64 track);

}  // namespace counterclip::ui
