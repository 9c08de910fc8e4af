#include "archive/ledger_rows.h"

#include "archive/sql.h"
#include "archive/state.h"

namespace counterclip::archive {

const char* const release_columns =
    "SELECT l.id, l.render, r.clip, l.folder, l.destination, l.sha256, l.by, l.at, l.takedown_due, l.takedown_done, "
    "l.state, l.manifest_sha256, l.staging, l.takedown_note, "
    "(SELECT count(*) FROM places WHERE release = l.id AND takedown_done = '') "
    "FROM releases l JOIN renders r ON r.id = l.render ";

const char* const place_columns =
    "SELECT p.id, p.release, r.clip, l.destination, p.address, p.since, p.reach, p.by, p.at, p.takedown_due, "
    "p.takedown_done, p.note FROM places p JOIN releases l ON l.id = p.release JOIN renders r ON r.id = l.render ";

const char* const render_draws_from =
    "(EXISTS (SELECT 1 FROM json_each(r.consent_revisions) WHERE key = ?1) "
    "OR EXISTS (SELECT 1 FROM clip_parts c JOIN recordings o ON o.id = c.recording "
    "WHERE c.clip = r.clip AND c.version = r.clip_version AND o.interview = ?1)) ";

Release read_release(SQLite::Statement& row) {
    Columns c(row);
    Release r;
    r.id = c.integer();
    r.render = c.integer();
    r.clip = c.text();
    r.folder = c.text();
    r.destination = c.text();
    r.sha256 = c.text();
    r.by = c.text();
    r.at = c.text();
    r.takedown_due = c.text();
    r.takedown_done = c.text();
    r.state = c.text();
    r.manifest_sha256 = c.text();
    r.staging = c.text();
    r.takedown_note = c.text();
    r.places_open = c.integer();
    return r;
}

Place read_place(SQLite::Statement& row) {
    Columns c(row);
    Place p;
    p.id = c.integer();
    p.release = c.integer();
    p.clip = c.text();
    p.destination = c.text();
    p.address = c.text();
    p.since = c.text();
    p.reach = c.maybe_integer();
    p.by = c.text();
    p.at = c.text();
    p.takedown_due = c.text();
    p.takedown_done = c.text();
    p.note = c.text();
    return p;
}

std::vector<Release> read_releases(SQLite::Statement row) {
    std::vector<Release> all;
    while (row.executeStep()) all.push_back(read_release(row));
    return all;
}

std::vector<Place> read_places(SQLite::Statement row) {
    std::vector<Place> all;
    while (row.executeStep()) all.push_back(read_place(row));
    return all;
}

Release find_release(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(release_columns) + "WHERE l.id = ?", id);
    if (!row.executeStep()) throw unknown("release", fmt::format("{}", id), "`counterclip ledger list` shows them");
    return read_release(row);
}

}  // namespace counterclip::archive
