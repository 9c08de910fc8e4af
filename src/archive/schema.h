// The catalog's tables, as numbered steps from an empty database to today's. A step that was released is never changed;
// a new one is added below it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

namespace counterclip::archive {

// "CCLP": tells a catalog from any other SQLite file (`PRAGMA application_id`).
inline constexpr std::int32_t application_id = 0x43434c50;

struct Migration {
    int to = 0;                 // the value of `PRAGMA user_version` after it
    const char* sql = nullptr;  // statements; run in one transaction with the new version
};
std::span<const Migration> migrations();
extern const char* const oversight_schema;  // the step to version 4 (schema_oversight.cpp)
extern const char* const words_schema;      // the step to version 5 (schema_words.cpp)

// What every connection sets: foreign keys, waiting for other writers, full sync, nothing left in freed pages or in
// temporary files.
void prepare_connection(SQLite::Database& db);

// Brings the database to the last of `steps`. All of it or nothing; two processes may try at once. Throws Error naming
// `folder` when the database is newer than the steps, or holds a table, index, view or trigger that is not theirs, or
// lacks one: a trigger of somebody else's could do something else than what the log tells.
void migrate(SQLite::Database& db, std::span<const Migration> steps, const std::filesystem::path& folder);

}  // namespace counterclip::archive
