// Notes which records a change touches, whoever makes it and by whatever statement: temporary triggers of the
// connection fill temp.touched, which is rolled back with the change. The event of the change then carries their
// hashes, and the lists are brought up to date.
#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include "archive/record_kinds.h"

namespace counterclip::archive {

struct Touched {
    const RecordKind* kind = nullptr;
    std::string key;  // JSON array
};

// Puts the triggers into the connection unless they are there.
void watch_records(SQLite::Database& db);
// What was touched since the last call, in the order of the table of kinds.
std::vector<Touched> take_touched(SQLite::Database& db);

// {"interview BTIB-0042": "<sha256>", "track 5/3": null}: as an event's details hold it.
nlohmann::json hashes_of(SQLite::Database& db, const std::vector<Touched>& touched);
// The same of everything there is.
nlohmann::json hashes_of_all(SQLite::Database& db);

}  // namespace counterclip::archive
