// How far each interview and clip has come, in narrow tables that lists and `status` read (store_overview.cpp), with
// the tags that each can be found by and whose hands were in each clip. Everything in them follows from the records and
// can be worked out again; nothing is decided by them.
#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/recorder.h"

namespace counterclip::archive {

// Works out again what the touched records bear on.
void refresh_standing(SQLite::Database& db, const std::vector<Touched>& touched);
// Works out everything again: after a migration, and for an archive that was written by other means.
void rebuild_standing(SQLite::Database& db);
// Clips and interviews whose row is not what follows from the records: codes.
std::vector<std::string> wrong_standing(SQLite::Database& db);
// What the rows of one interview or clip (?1) are worked out by: so that tests can ask how SQLite would go about it.
std::vector<std::string> standing_statements();

}  // namespace counterclip::archive
