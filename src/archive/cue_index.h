// The full-text index over cues: what captions/searchable.h makes of each, under the cue's id. Worked out from the
// cues, like the lists of standing.h, so it can be made again at any time.
#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

namespace counterclip::archive {

// Of the cues of one transcript, which have just been stored.
void index_cues(SQLite::Database& db, std::int64_t transcript);
// From nothing. Nothing of cues that are gone is left in it: FTS5 only marks what is deleted.
void rebuild_cue_index(SQLite::Database& db);
// Takes out the cues of an interview; call before they go.
void forget_in_cue_index(SQLite::Database& db, const std::string& interview);
// Codes of interviews that a search would miss something of, or find in vain.
std::vector<std::string> wrong_cue_index(SQLite::Database& db);

}  // namespace counterclip::archive
