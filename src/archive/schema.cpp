#include "archive/schema.h"

#include <array>
#include <map>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::archive {

namespace {

// Conventions: times and ranges in whole nanoseconds (_ns), lists and maps as JSON, flags 0 or 1, `at` in UTC.
// Tables that may only grow have triggers that refuse everything else, INSERT OR REPLACE included.
constexpr const char* first_schema = R"sql(
CREATE TABLE operators (
    code       TEXT PRIMARY KEY,
    roles      TEXT NOT NULL,
    public_key TEXT NOT NULL,
    added_at   TEXT NOT NULL
) STRICT;

CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL REFERENCES operators,
    verb     TEXT NOT NULL,
    object   TEXT NOT NULL,
    details  TEXT NOT NULL,
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash     TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM events)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM events ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END;
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

CREATE TABLE interviews (
    code        TEXT PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('video', 'audio', 'none')),
    date        TEXT NOT NULL,
    place       TEXT NOT NULL,
    setting     TEXT NOT NULL,
    languages   TEXT NOT NULL,
    present     TEXT NOT NULL,
    custody     INTEGER NOT NULL,
    minor       INTEGER NOT NULL,
    pseudonym   TEXT NOT NULL,
    gender      TEXT NOT NULL,
    age_band    TEXT NOT NULL,
    nationality TEXT NOT NULL,
    ethnicity   TEXT NOT NULL,
    role        TEXT NOT NULL,
    added_at    TEXT NOT NULL
) STRICT;

CREATE TABLE recordings (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    interview   TEXT NOT NULL REFERENCES interviews,
    position    INTEGER NOT NULL CHECK (position > 0),
    file        TEXT NOT NULL UNIQUE,
    sha256      TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    bytes       INTEGER NOT NULL,
    duration_ns INTEGER NOT NULL CHECK (duration_ns > 0),
    has_picture INTEGER NOT NULL,
    has_sound   INTEGER NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    summary     TEXT NOT NULL,
    UNIQUE (interview, position)
) STRICT;

CREATE TABLE consent (
    interview          TEXT NOT NULL REFERENCES interviews,
    person             TEXT NOT NULL,
    revision           INTEGER NOT NULL CHECK (revision > 0),
    use                TEXT NOT NULL,
    face               TEXT NOT NULL,
    name               TEXT NOT NULL,
    voice              TEXT NOT NULL,
    details            TEXT NOT NULL,
    audiences          TEXT NOT NULL,
    territories        TEXT NOT NULL,
    risk_note          TEXT NOT NULL,
    method             TEXT NOT NULL,
    evidence_recording INTEGER REFERENCES recordings,
    evidence_in_ns     INTEGER,
    evidence_out_ns    INTEGER,
    witnesses          TEXT NOT NULL,
    document_sha256    TEXT NOT NULL,
    withdrawn          INTEGER NOT NULL,
    author             TEXT NOT NULL REFERENCES operators,
    reason             TEXT NOT NULL,
    at                 TEXT NOT NULL,
    PRIMARY KEY (interview, person, revision)
) STRICT;
CREATE TRIGGER consent_follows BEFORE INSERT ON consent
WHEN NEW.revision IS NOT (SELECT coalesce(max(revision), 0) + 1 FROM consent
                          WHERE interview = NEW.interview AND person = NEW.person)
BEGIN SELECT RAISE(ABORT, 'a consent revision must follow the last one'); END;
CREATE TRIGGER consent_stays BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'consent only grows'); END;
CREATE TRIGGER consent_remains BEFORE DELETE ON consent
BEGIN SELECT RAISE(ABORT, 'consent only grows'); END;

CREATE TABLE segments (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    recording     INTEGER NOT NULL REFERENCES recordings,
    in_ns         INTEGER NOT NULL,
    out_ns        INTEGER NOT NULL CHECK (out_ns > in_ns),
    tags          TEXT NOT NULL,
    note          TEXT NOT NULL,
    incriminating INTEGER NOT NULL,
    identifying   INTEGER NOT NULL,
    third_party   INTEGER NOT NULL,
    distress      INTEGER NOT NULL,
    by            TEXT NOT NULL REFERENCES operators
) STRICT;
CREATE INDEX segments_of_recording ON segments (recording, in_ns);

CREATE TABLE analyses (
    recording     INTEGER PRIMARY KEY REFERENCES recordings,
    ranges        TEXT NOT NULL,
    frames        INTEGER NOT NULL,
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    shot_changes  TEXT NOT NULL,
    detectors     TEXT NOT NULL,
    detector_runs INTEGER NOT NULL
) STRICT;
CREATE TABLE tracks (
    recording INTEGER NOT NULL REFERENCES analyses ON DELETE CASCADE,
    id        INTEGER NOT NULL,
    label     TEXT NOT NULL,
    sightings BLOB NOT NULL,
    PRIMARY KEY (recording, id)
) STRICT;
CREATE TABLE gaps (
    recording   INTEGER NOT NULL REFERENCES analyses ON DELETE CASCADE,
    id          INTEGER NOT NULL,
    in_ns       INTEGER NOT NULL,
    out_ns      INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    track       INTEGER NOT NULL,
    x           REAL NOT NULL,
    y           REAL NOT NULL,
    w           REAL NOT NULL,
    h           REAL NOT NULL,
    resolved_by TEXT NOT NULL,
    resolution  TEXT NOT NULL,
    PRIMARY KEY (recording, id)
) STRICT;

CREATE TABLE clip_versions (
    clip        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    card        TEXT NOT NULL,
    lower_third TEXT NOT NULL,
    preset      TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    hide_faces  INTEGER NOT NULL,
    style       TEXT NOT NULL,
    tone        TEXT NOT NULL,
    disguise    TEXT NOT NULL,
    cover       TEXT NOT NULL,
    by          TEXT NOT NULL REFERENCES operators,
    at          TEXT NOT NULL,
    PRIMARY KEY (clip, version)
) STRICT;
CREATE TRIGGER clips_follow BEFORE INSERT ON clip_versions
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM clip_versions WHERE clip = NEW.clip)
BEGIN SELECT RAISE(ABORT, 'a clip version must follow the last one'); END;
CREATE TRIGGER clips_stay BEFORE UPDATE ON clip_versions
BEGIN SELECT RAISE(ABORT, 'the history of clips only grows'); END;
CREATE TRIGGER clips_remain BEFORE DELETE ON clip_versions
BEGIN SELECT RAISE(ABORT, 'the history of clips only grows'); END;
CREATE TABLE clip_parts (
    clip      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    recording INTEGER NOT NULL REFERENCES recordings,
    in_ns     INTEGER NOT NULL,
    out_ns    INTEGER NOT NULL CHECK (out_ns > in_ns),
    segment   INTEGER REFERENCES segments,
    PRIMARY KEY (clip, version, position),
    FOREIGN KEY (clip, version) REFERENCES clip_versions
) STRICT;
CREATE TRIGGER clip_parts_follow BEFORE INSERT ON clip_parts
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM clip_parts
                          WHERE clip = NEW.clip AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a part must follow the last one'); END;
CREATE TRIGGER clip_parts_stay BEFORE UPDATE ON clip_parts
BEGIN SELECT RAISE(ABORT, 'the history of clips only grows'); END;
CREATE TRIGGER clip_parts_remain BEFORE DELETE ON clip_parts
BEGIN SELECT RAISE(ABORT, 'the history of clips only grows'); END;

CREATE TABLE renders (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    clip              TEXT NOT NULL,
    clip_version      INTEGER NOT NULL,
    file              TEXT NOT NULL UNIQUE,
    sha256            TEXT NOT NULL CHECK (length(sha256) = 64),
    frames            INTEGER NOT NULL,
    duration_ns       INTEGER NOT NULL,
    consent_revisions TEXT NOT NULL,
    settings_sha256   TEXT NOT NULL,
    verification      TEXT NOT NULL,
    by                TEXT NOT NULL REFERENCES operators,
    at                TEXT NOT NULL,
    FOREIGN KEY (clip, clip_version) REFERENCES clip_versions
) STRICT;

CREATE TABLE approvals (
    id                INTEGER PRIMARY KEY,
    render            INTEGER NOT NULL REFERENCES renders,
    approved          INTEGER NOT NULL,
    reason            TEXT NOT NULL,
    sha256            TEXT NOT NULL,
    consent_revisions TEXT NOT NULL,
    gate_sha256       TEXT NOT NULL,
    by                TEXT NOT NULL REFERENCES operators,
    at                TEXT NOT NULL,
    signature         TEXT NOT NULL
) STRICT;
CREATE TRIGGER approvals_follow BEFORE INSERT ON approvals
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM approvals)
BEGIN SELECT RAISE(ABORT, 'an approval must follow the last one'); END;
CREATE TRIGGER approvals_stay BEFORE UPDATE ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals only grow'); END;
CREATE TRIGGER approvals_remain BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals only grow'); END;

CREATE TABLE releases (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    render        INTEGER NOT NULL REFERENCES renders,
    folder        TEXT NOT NULL,
    destination   TEXT NOT NULL,
    sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
    by            TEXT NOT NULL REFERENCES operators,
    at            TEXT NOT NULL,
    takedown_due  TEXT NOT NULL DEFAULT '',
    takedown_done TEXT NOT NULL DEFAULT ''
) STRICT;
)sql";

// Hands on: regions that people mark, and what tracks were before people changed them. Regions belong to the recording,
// not to its analysis: analysing again must not lose them.
constexpr const char* hands_on = R"sql(
CREATE TABLE regions (
    recording      INTEGER NOT NULL REFERENCES recordings,
    id             INTEGER NOT NULL,
    what           TEXT NOT NULL,
    shape          TEXT NOT NULL,
    keys           TEXT NOT NULL,
    out_ns         INTEGER NOT NULL,
    note           TEXT NOT NULL,
    by             TEXT NOT NULL REFERENCES operators,
    at             TEXT NOT NULL,
    removed_by     TEXT NOT NULL,
    removed_at     TEXT NOT NULL,
    removed_reason TEXT NOT NULL,
    PRIMARY KEY (recording, id)
) STRICT;
CREATE TRIGGER regions_remain BEFORE DELETE ON regions
BEGIN SELECT RAISE(ABORT, 'a region is marked as removed, never deleted'); END;

CREATE TABLE track_edits (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    recording INTEGER NOT NULL REFERENCES recordings,
    track     INTEGER NOT NULL,
    verb      TEXT NOT NULL,
    reason    TEXT NOT NULL,
    label     TEXT NOT NULL,
    sightings BLOB NOT NULL,
    by        TEXT NOT NULL REFERENCES operators,
    at        TEXT NOT NULL
) STRICT;
CREATE TRIGGER track_edits_stay BEFORE UPDATE ON track_edits
BEGIN SELECT RAISE(ABORT, 'the history of tracks only grows'); END;
CREATE TRIGGER track_edits_remain BEFORE DELETE ON track_edits
BEGIN SELECT RAISE(ABORT, 'the history of tracks only grows'); END;
)sql";

// Long recordings: which stretches were looked at by which detectors (work goes on with what is missing), when each
// track is seen (a clip reads only the tracks near it; null = not known, from before), and how far the edits of tracks
// were when faces were stored last (older ones cannot be undone: the track may be another since).
constexpr const char* long_recordings = R"sql(
CREATE TABLE analysed (
    recording INTEGER NOT NULL REFERENCES recordings,
    in_ns     INTEGER NOT NULL,
    out_ns    INTEGER NOT NULL CHECK (out_ns > in_ns),
    detectors TEXT NOT NULL,
    PRIMARY KEY (recording, in_ns)
) STRICT;
INSERT INTO analysed
SELECT recording, json_extract(r.value, '$[0]'), json_extract(r.value, '$[1]'),
       (SELECT json_group_array(json_extract(d.value, '$.name') || ':' || json_extract(d.value, '$.sha256'))
        FROM json_each(detectors) d)
FROM analyses, json_each(ranges) r;

ALTER TABLE tracks ADD COLUMN in_ns INTEGER;
ALTER TABLE tracks ADD COLUMN out_ns INTEGER;
ALTER TABLE analyses ADD COLUMN edits_seen INTEGER NOT NULL DEFAULT 0;
UPDATE analyses SET edits_seen = (SELECT coalesce(max(id), 0) FROM track_edits);
ALTER TABLE track_edits ADD COLUMN other INTEGER NOT NULL DEFAULT 0;
ALTER TABLE track_edits ADD COLUMN undoes INTEGER NOT NULL DEFAULT 0;
)sql";

const std::array steps{
    Migration{1, first_schema},     Migration{2, hands_on},     Migration{3, long_recordings},
    Migration{4, oversight_schema}, Migration{5, words_schema},
};

int version_of(SQLite::Database& db) {
    return db.execAndGet("PRAGMA user_version").getInt();
}

void take_steps(SQLite::Database& db, std::span<const Migration> to, int after) {
    for (const auto& step : to) {
        if (step.to <= after) continue;
        db.exec(step.sql);
        db.exec(fmt::format("PRAGMA user_version = {}", step.to));
    }
}

// "trigger clips_stay" -> its SQL.
std::map<std::string, std::string> schema_of(SQLite::Database& db) {
    std::map<std::string, std::string> schema;
    SQLite::Statement row(
        db, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'");
    while (row.executeStep()) schema.emplace(row.getColumn(0).getString(), row.getColumn(1).getString());
    return schema;
}

void require_schema_of(std::span<const Migration> to, SQLite::Database& db, const std::filesystem::path& folder) {
    SQLite::Database ours(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    take_steps(ours, to, 0);
    auto expected = schema_of(ours);
    const auto refuse = [&](const std::string& why) {
        throw Error(fmt::format("open archive {}", folder.string()),
                    fmt::format("its catalog {}; nothing in it can be trusted: restore it from a backup", why),
                    ErrorKind::refused);
    };
    for (const auto& [name, sql] : schema_of(db)) {
        const auto known = expected.extract(name);
        if (known.empty()) refuse(fmt::format("holds the {}, which counterclip did not make", name));
        if (known.mapped() != sql) refuse(fmt::format("holds the {}, which is not as counterclip made it", name));
    }
    if (!expected.empty()) refuse(fmt::format("lacks the {}", expected.begin()->first));
}

}  // namespace

std::span<const Migration> migrations() {
    return steps;
}

void prepare_connection(SQLite::Database& db) {
    db.setBusyTimeout(5000);
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA secure_delete = ON");
    db.exec("PRAGMA temp_store = MEMORY");
    db.exec("PRAGMA trusted_schema = OFF");
}

void migrate(SQLite::Database& db, std::span<const Migration> to, const std::filesystem::path& folder) {
    const int newest = to.empty() ? 0 : to.back().to;
    if (version_of(db) == newest) return require_schema_of(to, db, folder);
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = version_of(db);  // again: another process may have been faster
    if (version > newest)
        throw Error(fmt::format("open archive {}", folder.string()),
                    fmt::format("its catalog is version {}, made by a newer counterclip; this one knows up to {}: use "
                                "the newer program",
                                version, newest));
    take_steps(db, to, version);
    require_schema_of(to, db, folder);
    transaction.commit();
}

}  // namespace counterclip::archive
