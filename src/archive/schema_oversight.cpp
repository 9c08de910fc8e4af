#include "archive/schema.h"

namespace counterclip::archive {

// Oversight: the whole of consent, where clips go and went, what was destroyed, and signatures under the log.
const char* const oversight_schema = R"sql(
-- Who left: may do nothing any more; what they signed stands.
ALTER TABLE operators ADD COLUMN retired_at TEXT NOT NULL DEFAULT '';

-- Scope beyond use: '' and [] = no limit. `purposes` holds terms that differ for one use: {"training": {...}}.
ALTER TABLE consent ADD COLUMN languages   TEXT NOT NULL DEFAULT '[]';
ALTER TABLE consent ADD COLUMN until       TEXT NOT NULL DEFAULT '';
ALTER TABLE consent ADD COLUMN risk        TEXT NOT NULL DEFAULT 'acquaintances';
ALTER TABLE consent ADD COLUMN preferences TEXT NOT NULL DEFAULT '[]';
ALTER TABLE consent ADD COLUMN purposes    TEXT NOT NULL DEFAULT '{}';

-- The log's last event when the decision was signed.
ALTER TABLE approvals ADD COLUMN log_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE approvals ADD COLUMN log_hash TEXT NOT NULL DEFAULT '';

-- Counts every change of what a clip may be made from (segments, tracks, gaps, regions); a render says which counts it
-- was made with, so that lists can tell a stale one without making its plan again.
ALTER TABLE recordings ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE renders ADD COLUMN made_from TEXT NOT NULL DEFAULT '{}';

-- Destroyed on request: the row stays, the file is gone.
ALTER TABLE recordings ADD COLUMN purged_at TEXT NOT NULL DEFAULT '';
ALTER TABLE renders ADD COLUMN purged_at TEXT NOT NULL DEFAULT '';
CREATE TABLE purges (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    interview           TEXT NOT NULL REFERENCES interviews,
    reason              TEXT NOT NULL,
    asked_by            TEXT NOT NULL REFERENCES operators,
    asked_at            TEXT NOT NULL,
    confirmed_by        TEXT NOT NULL DEFAULT '' CHECK (confirmed_by <> asked_by),
    confirmed_at        TEXT NOT NULL DEFAULT '',
    done_at             TEXT NOT NULL DEFAULT '',
    asked_signature     TEXT NOT NULL,
    confirmed_signature TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER purges_remain BEFORE DELETE ON purges
BEGIN SELECT RAISE(ABORT, 'what was destroyed stays on record'); END;
-- What only grows may go where its recording was destroyed, and there only: tracks and regions whole, clips' words.
DROP TRIGGER track_edits_remain;
CREATE TRIGGER track_edits_remain BEFORE DELETE ON track_edits
WHEN NOT EXISTS (SELECT 1 FROM recordings WHERE id = OLD.recording AND purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'the history of tracks only grows'); END;
DROP TRIGGER regions_remain;
CREATE TRIGGER regions_remain BEFORE DELETE ON regions
WHEN NOT EXISTS (SELECT 1 FROM recordings WHERE id = OLD.recording AND purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'a region is marked as removed, never deleted'); END;
DROP TRIGGER clips_stay;
CREATE TRIGGER clips_stay BEFORE UPDATE ON clip_versions
WHEN NEW.title <> '' OR NEW.card <> '' OR NEW.lower_third <> ''
  OR (NEW.clip, NEW.version, NEW.preset, NEW.purpose, NEW.hide_faces, NEW.style, NEW.tone, NEW.disguise, NEW.cover,
      NEW.by, NEW.at)
     IS NOT (OLD.clip, OLD.version, OLD.preset, OLD.purpose, OLD.hide_faces, OLD.style, OLD.tone, OLD.disguise,
             OLD.cover, OLD.by, OLD.at)
  OR NOT EXISTS (SELECT 1 FROM clip_parts p JOIN recordings r ON r.id = p.recording
                 WHERE p.clip = OLD.clip AND p.version = OLD.version AND r.purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'the history of clips only grows'); END;

-- Who may receive what: a list that is empty names nobody in particular, so consent that names somebody refuses it.
CREATE TABLE destinations (
    code          TEXT PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('partner', 'web')),
    audiences     TEXT NOT NULL,
    territories   TEXT NOT NULL,
    languages     TEXT NOT NULL,
    takedown_days INTEGER NOT NULL CHECK (takedown_days > 0),
    by            TEXT NOT NULL REFERENCES operators,
    at            TEXT NOT NULL,
    closed_at     TEXT NOT NULL DEFAULT ''
) STRICT;

-- 'writing' before the package is, 'written' once it lies there, 'failed' when it never came to be.
ALTER TABLE releases ADD COLUMN state TEXT NOT NULL DEFAULT 'written' CHECK (state IN ('writing', 'written', 'failed'));
ALTER TABLE releases ADD COLUMN manifest_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE releases ADD COLUMN staging TEXT NOT NULL DEFAULT '';
ALTER TABLE releases ADD COLUMN takedown_note TEXT NOT NULL DEFAULT '';
CREATE INDEX releases_under_way ON releases (id) WHERE state = 'writing';
CREATE TRIGGER releases_remain BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'what was released stays on record'); END;
-- Whose faces a render shows by their consent: ["INTERVIEW/person"]; null = not known, so everyone's.
ALTER TABLE renders ADD COLUMN shown TEXT NOT NULL DEFAULT 'null';
ALTER TABLE renders ADD COLUMN withdrawn_at TEXT NOT NULL DEFAULT '';

-- Where the public finds a release.
CREATE TABLE places (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    release       INTEGER NOT NULL REFERENCES releases,
    address       TEXT NOT NULL,
    since         TEXT NOT NULL,
    reach         INTEGER,
    by            TEXT NOT NULL REFERENCES operators,
    at            TEXT NOT NULL,
    takedown_due  TEXT NOT NULL DEFAULT '',
    takedown_done TEXT NOT NULL DEFAULT '',
    note          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX places_of_release ON places (release);
CREATE TRIGGER places_remain BEFORE DELETE ON places
BEGIN SELECT RAISE(ABORT, 'where something was published stays on record'); END;

CREATE TABLE checkpoints (
    sequence  INTEGER NOT NULL REFERENCES events,
    hash      TEXT NOT NULL CHECK (length(hash) = 64),
    by        TEXT NOT NULL REFERENCES operators,
    at        TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (sequence, by)
) STRICT;
CREATE TRIGGER checkpoints_stay BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'checkpoints only grow'); END;
CREATE TRIGGER checkpoints_remain BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'checkpoints only grow'); END;

-- What a signature under the log says it is about: another archive's log is no answer to it.
CREATE TABLE identity (id TEXT PRIMARY KEY CHECK (length(id) = 32)) STRICT;
INSERT INTO identity VALUES (lower(hex(randomblob(16))));

CREATE TRIGGER segments_added AFTER INSERT ON segments
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER segments_changed AFTER UPDATE ON segments
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id IN (OLD.recording, NEW.recording); END;
CREATE TRIGGER segments_removed AFTER DELETE ON segments
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = OLD.recording; END;
CREATE TRIGGER analyses_added AFTER INSERT ON analyses
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER analyses_changed AFTER UPDATE ON analyses
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id IN (OLD.recording, NEW.recording); END;
CREATE TRIGGER analyses_removed AFTER DELETE ON analyses
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = OLD.recording; END;
CREATE TRIGGER tracks_added AFTER INSERT ON tracks
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER tracks_changed AFTER UPDATE ON tracks
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id IN (OLD.recording, NEW.recording); END;
CREATE TRIGGER tracks_removed AFTER DELETE ON tracks
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = OLD.recording; END;
CREATE TRIGGER gaps_added AFTER INSERT ON gaps
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER gaps_changed AFTER UPDATE ON gaps
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id IN (OLD.recording, NEW.recording); END;
CREATE TRIGGER gaps_removed AFTER DELETE ON gaps
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = OLD.recording; END;
CREATE TRIGGER regions_added AFTER INSERT ON regions
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER regions_changed AFTER UPDATE ON regions
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id IN (OLD.recording, NEW.recording); END;

-- What lists and `status` show, worked out again for what a change touched (standing.cpp; it can be made again at any
-- time). Nothing is decided by it: the gate looks at the records.
CREATE TABLE interview_standing (
    interview  TEXT PRIMARY KEY,
    revision   INTEGER NOT NULL,  -- of the subject's consent; 0 = none
    use        TEXT NOT NULL,
    withdrawn  INTEGER NOT NULL,
    until      TEXT NOT NULL,
    recordings INTEGER NOT NULL,
    clips      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE clip_standing (
    clip        TEXT PRIMARY KEY,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    parts       INTEGER NOT NULL,
    length_ns   INTEGER NOT NULL,
    since       TEXT NOT NULL,     -- when it came to where it is
    render      INTEGER NOT NULL,  -- the latest; 0 = none
    verified    INTEGER NOT NULL,
    problems    INTEGER NOT NULL,  -- of the verification
    visible     INTEGER NOT NULL,  -- the most of a hidden face that can be made out, in 1/1000; -1 = not known
    decision    TEXT NOT NULL,     -- on that render: '', 'refused' (anybody's last word is no), 'approved'
    approvers   INTEGER NOT NULL,  -- auditors whose latest word on that render is yes
    stale       INTEGER NOT NULL,  -- 1 = it is; 2 = something changed in its recordings, the gate knows whether it matters
    withdrawn   INTEGER NOT NULL,
    until       TEXT NOT NULL,     -- the first day a consent ends; '' = none does
    custody     INTEGER NOT NULL,
    minor       INTEGER NOT NULL,
    watched     INTEGER NOT NULL,  -- a guard or minder was present
    twice       INTEGER NOT NULL,  -- for any reason two auditors may be due
    gaps        INTEGER NOT NULL,  -- open, in its parts
    deleted     INTEGER NOT NULL,  -- tracks in its parts that somebody said are no face
    releases    INTEGER NOT NULL,  -- of the latest render
    published   INTEGER NOT NULL,  -- of any render, not taken down
    due         TEXT NOT NULL      -- the first takedown to come; '' = none
) STRICT, WITHOUT ROWID;

-- Who had a hand in each clip, as far as lists need it: the gate asks the records.
CREATE TABLE clip_hands (
    operator TEXT NOT NULL,
    clip     TEXT NOT NULL,
    PRIMARY KEY (operator, clip)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_hands_of ON clip_hands (clip);

-- What each interview and clip is found by: the tags of its segments, and of those that reach into the clip; whom the
-- clip shows now.
CREATE TABLE interview_tags (
    tag       TEXT NOT NULL,
    interview TEXT NOT NULL,
    PRIMARY KEY (tag, interview)
) STRICT, WITHOUT ROWID;
CREATE INDEX interview_tags_of ON interview_tags (interview);
CREATE TABLE clip_tags (
    tag  TEXT NOT NULL,
    clip TEXT NOT NULL,
    PRIMARY KEY (tag, clip)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_tags_of ON clip_tags (clip);
CREATE TABLE clip_interviews (
    interview TEXT NOT NULL,
    clip      TEXT NOT NULL,
    PRIMARY KEY (interview, clip)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_interviews_of ON clip_interviews (clip);

CREATE INDEX gaps_open ON gaps (recording) WHERE resolved_by = '';
CREATE INDEX track_edits_other ON track_edits (recording, other);
CREATE INDEX tracks_seen ON tracks (recording, label, in_ns, out_ns);
CREATE INDEX events_of_object ON events (object, sequence);
-- Whether there ever was a vault, and which; the condition stands in store_log.cpp too.
CREATE INDEX vault_events ON events (sequence) WHERE verb GLOB 'vault *';
CREATE INDEX renders_of_clip ON renders (clip, id);
CREATE INDEX renders_by ON renders (by, clip);
CREATE INDEX clip_versions_by ON clip_versions (by, clip);
CREATE INDEX approvals_of_render ON approvals (render, id);
CREATE INDEX releases_of_render ON releases (render);
CREATE INDEX clip_parts_of_recording ON clip_parts (recording);
)sql";

}  // namespace counterclip::archive
