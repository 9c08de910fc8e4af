#include "archive/schema.h"

namespace counterclip::archive {

// Words: what was said as timed text, what of it must not go out, and how clips say it instead.
const char* const words_schema = R"sql(
-- One text of one recording in one language; correcting or retranslating it is a new revision, the old ones stay.
CREATE TABLE transcripts (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    recording INTEGER NOT NULL REFERENCES recordings,
    language  TEXT NOT NULL,  -- BCP 47
    revision  INTEGER NOT NULL CHECK (revision > 0),
    kind      TEXT NOT NULL CHECK (kind IN ('recogniser', 'on-site', 'professional', 'corrected')),
    note      TEXT NOT NULL,
    by        TEXT NOT NULL REFERENCES operators,
    at        TEXT NOT NULL,
    UNIQUE (recording, language, revision)
) STRICT;
CREATE TRIGGER transcripts_follow BEFORE INSERT ON transcripts
WHEN NEW.revision IS NOT (SELECT coalesce(max(revision), 0) + 1 FROM transcripts
                          WHERE recording = NEW.recording AND language = NEW.language)
BEGIN SELECT RAISE(ABORT, 'a revision must follow the last one'); END;
CREATE TRIGGER transcripts_remain BEFORE DELETE ON transcripts
WHEN NOT EXISTS (SELECT 1 FROM recordings WHERE id = OLD.recording AND purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'transcripts only grow'); END;
CREATE TABLE cues (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    transcript INTEGER NOT NULL REFERENCES transcripts,
    number     INTEGER NOT NULL,  -- 1, 2 ... in the order of time
    in_ns      INTEGER NOT NULL,  -- on the recording's clock
    out_ns     INTEGER NOT NULL CHECK (out_ns > in_ns),
    speaker    TEXT NOT NULL,     -- a role as faces' labels have them ("subject"), or a word of the file's; '' = not known
    text       TEXT NOT NULL,
    words      TEXT NOT NULL,     -- [[in_ns, out_ns, first byte, bytes], ...]; [] = not known
    UNIQUE (transcript, number)
) STRICT;
CREATE INDEX cues_in_time ON cues (transcript, in_ns);
CREATE TRIGGER transcripts_stay BEFORE UPDATE ON transcripts
BEGIN SELECT RAISE(ABORT, 'transcripts only grow'); END;
CREATE TRIGGER cues_stay BEFORE UPDATE ON cues
BEGIN SELECT RAISE(ABORT, 'transcripts only grow'); END;
CREATE TRIGGER cues_remain BEFORE DELETE ON cues
WHEN NOT EXISTS (SELECT 1 FROM transcripts t JOIN recordings r ON r.id = t.recording
                 WHERE t.id = OLD.transcript AND r.purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'transcripts only grow'); END;

-- What cues say, folded for searching: worked out from them, so the log does not vouch for it (cue_index.h).
CREATE VIRTUAL TABLE cue_index USING fts5(
    words, tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'");

-- An interval that must not go out, of whichever clip, in any language (P6).
CREATE TABLE redactions (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    recording      INTEGER NOT NULL REFERENCES recordings,
    in_ns          INTEGER NOT NULL,
    out_ns         INTEGER NOT NULL CHECK (out_ns > in_ns),
    why            TEXT NOT NULL CHECK (why IN ('identifying', 'incriminating')),
    how            TEXT NOT NULL CHECK (how IN ('silence', 'bleep', 'cut')),
    hides_picture  INTEGER NOT NULL,
    replacement    TEXT NOT NULL,  -- what captions say there; '' = "[...]"
    reason         TEXT NOT NULL,
    by             TEXT NOT NULL REFERENCES operators,
    at             TEXT NOT NULL,
    removed_by     TEXT NOT NULL DEFAULT '',
    removed_at     TEXT NOT NULL DEFAULT '',
    removed_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX redactions_of_recording ON redactions (recording, in_ns);
CREATE TRIGGER redactions_remain BEFORE DELETE ON redactions
WHEN NOT EXISTS (SELECT 1 FROM recordings WHERE id = OLD.recording AND purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'a redaction is marked as removed, never deleted'); END;

CREATE TRIGGER transcripts_added AFTER INSERT ON transcripts
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER redactions_added AFTER INSERT ON redactions
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;
CREATE TRIGGER redactions_changed AFTER UPDATE ON redactions
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id IN (OLD.recording, NEW.recording); END;

-- What somebody else says in the place of a recording's voices; the latest of a recording and language is played.
CREATE TABLE dubs (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    recording   INTEGER NOT NULL REFERENCES recordings,
    language    TEXT NOT NULL,
    file        TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    duration_ns INTEGER NOT NULL,
    offset_ns   INTEGER NOT NULL,  -- of its first sample, on the recording's clock
    by          TEXT NOT NULL REFERENCES operators,
    at          TEXT NOT NULL
) STRICT;
CREATE INDEX dubs_of_recording ON dubs (recording, language);
CREATE TRIGGER dubs_stay BEFORE UPDATE ON dubs
BEGIN SELECT RAISE(ABORT, 'a dubbing track is replaced by a later one, never changed'); END;
CREATE TRIGGER dubs_remain BEFORE DELETE ON dubs
BEGIN SELECT RAISE(ABORT, 'a dubbing track is replaced by a later one, never deleted'); END;
CREATE TRIGGER dubs_added AFTER INSERT ON dubs
BEGIN UPDATE recordings SET changes = changes + 1 WHERE id = NEW.recording; END;

-- The tags that segments are marked with: a tree. Empty = the study's own, until the
-- first change (codebook.h).
CREATE TABLE codebook (
    tag         TEXT PRIMARY KEY,
    parent      TEXT NOT NULL,  -- '' = a root
    description TEXT NOT NULL,
    position    INTEGER NOT NULL,  -- among its siblings
    retired_at  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER codebook_remains BEFORE DELETE ON codebook
BEGIN SELECT RAISE(ABORT, 'a tag is retired, never deleted'); END;
-- A segment that was taken back stays on record, and counts for nothing.
ALTER TABLE segments ADD COLUMN removed_by     TEXT NOT NULL DEFAULT '';
ALTER TABLE segments ADD COLUMN removed_at     TEXT NOT NULL DEFAULT '';
ALTER TABLE segments ADD COLUMN removed_reason TEXT NOT NULL DEFAULT '';
CREATE TRIGGER segments_remain BEFORE DELETE ON segments
BEGIN SELECT RAISE(ABORT, 'a segment is marked as removed, never deleted'); END;
-- Whether segments may bear only tags of the codebook.
ALTER TABLE identity ADD COLUMN strict_tags INTEGER NOT NULL DEFAULT 0;

-- How the pseudonym is spelt in other scripts: {"ar": "..."}, by language tag.
ALTER TABLE interviews ADD COLUMN pseudonyms TEXT NOT NULL DEFAULT '{}';

-- Captions: 'none', 'burned' into the picture, 'beside' as a file of the package, 'inside' as a text track of the file.
ALTER TABLE clip_versions ADD COLUMN language   TEXT NOT NULL DEFAULT '';
ALTER TABLE clip_versions ADD COLUMN captions   TEXT NOT NULL DEFAULT 'none';
ALTER TABLE clip_versions ADD COLUMN end_card   TEXT NOT NULL DEFAULT '';
ALTER TABLE clip_versions ADD COLUMN framing    TEXT NOT NULL DEFAULT 'preset';
ALTER TABLE clip_versions ADD COLUMN look       TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE clip_versions ADD COLUMN variant_of TEXT NOT NULL DEFAULT '';
-- The voice that speaks anew, as espeak-ng names it ('' = by the captions' language), and what a drawn disguise is drawn from.
ALTER TABLE clip_versions ADD COLUMN voice      TEXT NOT NULL DEFAULT '';
ALTER TABLE clip_versions ADD COLUMN voice_seed INTEGER NOT NULL DEFAULT 0;
-- Other people than the subject keep their voices where a cue says that it is they who speak.
ALTER TABLE clip_versions ADD COLUMN only_subject INTEGER NOT NULL DEFAULT 0;
-- Which sound of the recording: track 1, 2 ...; 'all', 'left' or 'right' of it.
ALTER TABLE clip_parts ADD COLUMN sound_track INTEGER NOT NULL DEFAULT 1;
ALTER TABLE clip_parts ADD COLUMN sound_side  TEXT NOT NULL DEFAULT 'all';
DROP TRIGGER clips_stay;
CREATE TRIGGER clips_stay BEFORE UPDATE ON clip_versions
WHEN NEW.title <> '' OR NEW.card <> '' OR NEW.lower_third <> '' OR NEW.end_card <> ''
  OR (NEW.clip, NEW.version, NEW.preset, NEW.purpose, NEW.hide_faces, NEW.style, NEW.tone, NEW.disguise, NEW.cover,
      NEW.by, NEW.at, NEW.language, NEW.captions, NEW.framing, NEW.look, NEW.variant_of, NEW.voice, NEW.voice_seed,
      NEW.only_subject)
     IS NOT (OLD.clip, OLD.version, OLD.preset, OLD.purpose, OLD.hide_faces, OLD.style, OLD.tone, OLD.disguise,
             OLD.cover, OLD.by, OLD.at, OLD.language, OLD.captions, OLD.framing, OLD.look, OLD.variant_of, OLD.voice, OLD.voice_seed,
             OLD.only_subject)
  OR NOT EXISTS (SELECT 1 FROM clip_parts p JOIN recordings r ON r.id = p.recording
                 WHERE p.clip = OLD.clip AND p.version = OLD.version AND r.purged_at <> '')
BEGIN SELECT RAISE(ABORT, 'the history of clips only grows'); END;

-- A clip that was made by mistake stays on record and counts for nothing, until it is restored. What was rendered is never
-- discarded: others may have seen it.
CREATE TABLE clip_discards (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    clip             TEXT NOT NULL,
    discarded_by     TEXT NOT NULL REFERENCES operators,
    discarded_at     TEXT NOT NULL,
    discarded_reason TEXT NOT NULL,  -- '' once it is restored
    restored_by      TEXT NOT NULL DEFAULT '',
    restored_at      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX clip_discards_of_clip ON clip_discards (clip);
CREATE UNIQUE INDEX clips_discarded ON clip_discards (clip) WHERE restored_at = '';
CREATE TRIGGER clip_discards_remain BEFORE DELETE ON clip_discards
BEGIN SELECT RAISE(ABORT, 'that a clip was discarded stays on record'); END;
CREATE TRIGGER rendered_clips_stay BEFORE INSERT ON clip_discards
WHEN EXISTS (SELECT 1 FROM renders WHERE clip = NEW.clip)
BEGIN SELECT RAISE(ABORT, 'a clip that was rendered is not discarded'); END;
CREATE TRIGGER discarded_clips_rest BEFORE INSERT ON clip_versions
WHEN EXISTS (SELECT 1 FROM clip_discards WHERE clip = NEW.clip AND restored_at = '')
BEGIN SELECT RAISE(ABORT, 'a discarded clip is not changed'); END;
CREATE TRIGGER discarded_clips_unrendered BEFORE INSERT ON renders
WHEN EXISTS (SELECT 1 FROM clip_discards WHERE clip = NEW.clip AND restored_at = '')
BEGIN SELECT RAISE(ABORT, 'a discarded clip is not rendered'); END;

-- Whoever decided says that they listened to all of it.
ALTER TABLE approvals ADD COLUMN listened INTEGER NOT NULL DEFAULT 0;
-- ... and that they looked at so many places that are like a protected name.
ALTER TABLE approvals ADD COLUMN looked_at_names INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace counterclip::archive
