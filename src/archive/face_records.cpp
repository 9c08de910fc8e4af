#include "archive/face_records.h"

#include "faces/track_codec.h"

namespace counterclip::archive {

std::string object_of(const Recording& recording) {
    return fmt::format("recording {} of interview {}", recording.position, recording.interview);
}

nlohmann::json place(std::int64_t recording, Range range) {
    return {{"recording", recording}, {"in", range.in.count()}, {"out", range.out.count()}};
}

faces::Track find_track(SQLite::Database& db, std::int64_t recording, std::int64_t track) {
    auto row =
        statement(db, "SELECT id, label, sightings FROM tracks WHERE recording = ? AND id = ?", recording, track);
    if (!row.executeStep()) throw unknown("track", fmt::format("{}", track), "`counterclip faces tracks` lists them");
    Columns c(row);
    faces::Track found;
    found.id = c.integer();
    found.label = faces::label_from(c.text());
    found.sightings = faces::decode(c.text());
    return found;
}

faces::Gap find_gap(SQLite::Database& db, std::int64_t recording, std::int64_t gap) {
    auto row = statement(db, "SELECT id, in_ns, out_ns, track, x, y, w, h FROM gaps WHERE recording = ? AND id = ?",
                         recording, gap);
    if (!row.executeStep()) throw unknown("gap", fmt::format("{}", gap), "`counterclip faces gaps` lists them");
    Columns c(row);
    faces::Gap found;
    found.id = c.integer();
    found.range = c.range();
    found.track = c.integer();
    found.where.x = c.real();
    found.where.y = c.real();
    found.where.w = c.real();
    found.where.h = c.real();
    return found;
}

Range range_of(const faces::Track& track) {
    if (track.sightings.empty()) return {};
    return {track.sightings.front().pts, track.sightings.back().pts + Time{1}};
}

void insert_track(SQLite::Database& db, std::int64_t recording, const faces::Track& track) {
    const auto seen = range_of(track);
    run(db, "INSERT INTO tracks (recording, id, label, sightings, in_ns, out_ns) VALUES (?, ?, ?, ?, ?, ?)", recording,
        track.id, to_string(track.label), Blob{faces::encode(track.sightings)}, seen.in, seen.out);
}

void update_track(SQLite::Database& db, std::int64_t recording, const faces::Track& track) {
    const auto seen = range_of(track);
    run(db, "UPDATE tracks SET label = ?, sightings = ?, in_ns = ?, out_ns = ? WHERE recording = ? AND id = ?",
        to_string(track.label), Blob{faces::encode(track.sightings)}, seen.in, seen.out, recording, track.id);
}

std::int64_t highest_track(SQLite::Database& db, std::int64_t recording) {
    return number(db, 0,
                  "SELECT coalesce(max(track), 0) FROM (SELECT id AS track FROM tracks WHERE recording = ?1 "
                  "UNION ALL SELECT track FROM track_edits WHERE recording = ?1)",
                  recording);
}

std::string with_note(const std::string& resolution, const std::string& note) {
    return note.empty() ? resolution : resolution + "; " + note;
}

void mark_resolved(SQLite::Database& db, std::int64_t recording, std::int64_t gap, const std::string& resolution,
                   const std::string& by) {
    run(db, "UPDATE gaps SET resolved_by = ?, resolution = ? WHERE recording = ? AND id = ?", by, resolution, recording,
        gap);
}

int open_again(SQLite::Database& db, std::int64_t recording, const std::string& resolution) {
    return run(db,
               "UPDATE gaps SET resolved_by = '', resolution = '' WHERE recording = ?1 "
               "AND (resolution = ?2 OR substr(resolution, 1, length(?2) + 2) = ?2 || '; ')",
               recording, resolution);
}

}  // namespace counterclip::archive
