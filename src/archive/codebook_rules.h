// What the codebook means for segments: for the archive room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/words_records.h"

namespace counterclip::archive {

std::vector<Code> codebook_in(SQLite::Database& db);  // in the order of the tree; the study's own until it is changed
// Error(usage) for tags that no new segment may bear; `doing` begins the message.
void require_tags(SQLite::Database& db, std::string_view doing, const std::vector<std::string>& tags);

}  // namespace counterclip::archive
