// Which role each verb needs, and whether an operator has it.
#pragma once

#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/records.h"

namespace counterclip::archive {

// The roles an operator may have. "admin" may do all.
const std::vector<std::string>& known_roles();

// Throws Error(refused) "<doing>: ..." when `by` is no operator of the archive or lacks the role that `verb` needs.
// The first operator of an archive may add itself.
void require_right(SQLite::Database& db, std::string_view doing, std::string_view verb, const std::string& by);

}  // namespace counterclip::archive
