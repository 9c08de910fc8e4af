// What the parts of the archive that change faces share: finding a track or a gap, writing a track, telling the log.
#pragma once

#include <nlohmann/json.hpp>

#include "archive/state.h"
#include "faces/track.h"

namespace counterclip::archive {

// "recording 1 of interview BTIB-0042": what events about faces speak of.
std::string object_of(const Recording& recording);
// Where on the recording a change of faces took place: editors_of() reads it back.
nlohmann::json place(std::int64_t recording, Range range);

// Each throws Error when there is none.
faces::Track find_track(SQLite::Database& db, std::int64_t recording, std::int64_t track);
// Without its reason.
faces::Gap find_gap(SQLite::Database& db, std::int64_t recording, std::int64_t gap);

// From the first sighting to the last, that one included.
Range range_of(const faces::Track& track);

void insert_track(SQLite::Database& db, std::int64_t recording, const faces::Track& track);
void update_track(SQLite::Database& db, std::int64_t recording, const faces::Track& track);
// The highest id a track of the recording ever had, merged ones included: ids never come to mean another face.
std::int64_t highest_track(SQLite::Database& db, std::int64_t recording);
// These ranges were looked at by these detectors now, whatever looked before.
void add_analysed(SQLite::Database& db, std::int64_t recording, const std::vector<Range>& ranges,
                  const std::vector<std::string>& detectors);
// How a gap was resolved, and what a person says to it.
std::string with_note(const std::string& resolution, const std::string& note);
void mark_resolved(SQLite::Database& db, std::int64_t recording, std::int64_t gap, const std::string& resolution,
                   const std::string& by);
// Gaps that were resolved so, whatever the note, are open again; returns how many.
int open_again(SQLite::Database& db, std::int64_t recording, const std::string& resolution);

}  // namespace counterclip::archive
