// What a withdrawal does to what was made and published (P7). Inside the archive room: the caller holds the write lock
// and writes the event.
#pragma once

#include <nlohmann/json.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/ledger_records.h"

namespace counterclip::archive {

// Marks the renders and orders releases and places down. Returns what an event says of it: ids and the earliest day.
nlohmann::json order_takedown(SQLite::Database& db, const Withdrawal& withdrawal);
// What it reaches now, orders included.
Takedown takedown_of(SQLite::Database& db, const std::string& interview, const std::string& person);

}  // namespace counterclip::archive
