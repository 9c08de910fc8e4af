// Which role each verb needs, and whether an operator has it.
#pragma once

#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/records.h"

namespace counterclip::archive {

// The roles an operator may have. "admin" may do all.
const std::vector<std::string>& known_roles();

// Error(usage) naming the one that is none of them.
void require_roles(std::string_view doing, const std::vector<std::string>& roles);

// How many who work here have the role.
std::int64_t number_with_role(SQLite::Database& db, const std::string& role);

// Throws Error(refused) "<doing>: ..." when `by` is no operator of the archive or lacks the role that `verb` needs,
// and for everybody when rights.cpp has no row for the verb.
// The first operator of an archive may add itself. Who retired may do nothing.
void require_right(SQLite::Database& db, std::string_view doing, std::string_view verb, const std::string& by);

}  // namespace counterclip::archive
