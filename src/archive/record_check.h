// Whether the log and the records still say the same.
#pragma once

#include <functional>
#include <optional>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/log.h"

namespace counterclip::archive {

// The row holds sequence, at, by, verb, object, details, previous, hash.
Event read_event(SQLite::Statement& row);
void for_each_event(SQLite::Database& db, const std::function<void(Event)>& take);

// The first fault of the chain; then the first event that records say otherwise than: a record that is not what the
// last event about it recorded, one that is gone, and one that no event recorded.
std::optional<LogFault> check_log(SQLite::Database& db);

}  // namespace counterclip::archive
