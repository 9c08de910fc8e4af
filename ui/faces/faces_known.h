// Everything known of the faces of one recording, as the room shows it: read away from the window's thread, plain
// values after that.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <vector>

#include <QString>

#include "archive/archive.h"
#include "faces/analysis.h"

namespace counterclip::ui {

struct FacesKnown {
    archive::Recording recording;
    QString trouble;  // why nothing could be read
    bool is_analysed = false;
    std::vector<Range> analysed;  // rising, apart
    std::vector<faces::Track> tracks;
    std::vector<faces::Gap> gaps;  // worst first: open ones, the longest first, then those that are resolved
    std::vector<faces::Region> regions;
    std::map<std::int64_t, archive::Deletion> deletions;
    std::set<std::int64_t> shown;                                // tracks that consent lets be seen
    std::map<std::int64_t, std::filesystem::path> gap_pictures;  // of originals: only for those who may see them
    int open_gaps = 0;
    double share_masked = 0;  // of the recording: something is hidden, not all
    double share_whole = 0;   // nothing is shown
};

FacesKnown read_faces(const std::filesystem::path& archive, std::int64_t recording);  // never throws

const faces::Track* track_of(const FacesKnown& known, std::int64_t id);  // null = none
const faces::Gap* gap_of(const FacesKnown& known, std::int64_t id);
const faces::Region* region_of(const FacesKnown& known, std::int64_t id);
Range range_of_track(const faces::Track& track);  // the last sighting included
// Where it was seen best: what a person would know it by.
const faces::Sighting& best_look(const faces::Track& track);

QString in_words(faces::Label label);
QString in_words(faces::GapReason reason);

}  // namespace counterclip::ui
