// Originals destroyed on request: a person who took their consent back may ask that nothing is kept.
//
// Goes     the interview's originals and dubbing tracks; what was derived from them (pictures of gaps, proof reports);
// the renders of every
//          clip that ever drew from them, and packages of these below the archive's own releases/; in the catalog their
//          tracks, gaps, regions, edits, transcripts, redactions, tags and notes of segments, reports of verifications,
//          the titles, cards and lower-thirds of those clips, and what the interview says of the person (pseudonym,
//          traits, place, date,
//          ...).
// Stays    codes, SHA-256s and times as tombstones; consent and decisions as they were written (they are signed or
// hashed,
//          and are why this may be destroyed); the ledger, for what is public has still to come down; the log.
// Cannot   copies elsewhere: released packages, backups, the vault (its own file: forget the person there).
//
// The decision is one transaction: from then on the catalog knows nothing more. The files follow, then the catalog's
// free pages (VACUUM, an empty write-ahead log); a process that dies in between has it finished by the next open().
// Files are unlinked, not overwritten: on flash and copy-on-write disks overwriting promises nothing. See
// docs/threat-model.md.
#pragma once

#include "archive/state.h"

namespace counterclip::archive {

// In the caller's transaction, after the purge was confirmed: empties the catalog. Returns what the event says of it.
nlohmann::json forget_in_catalog(SQLite::Database& db, const Purge& purge);
// Removes the files of confirmed purges and cleans the catalog's pages. Throws Error naming what could not be removed.
void finish_purges(Archive::State& state);
// Removes once more what is derived from destroyed originals: an older program may have put it back while they went.
void sweep_destroyed(Archive::State& state);

}  // namespace counterclip::archive
