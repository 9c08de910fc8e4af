// Every kind of record that the log vouches for, in one table. Writing (recorder.h) and verifying (record_check.h) both
// go by it, so a table that is named here is covered by the log without another line of code.
//
// A record is the rows of its table that share the key: mostly one row. Its name is "<kind> <key>/<key>", such as
// "interview BTIB-0042" or "track 5/3"; keys are codes and ids, never free text, because names stand in the log. Its
// hash is over every column of every row in order (docs/formats.md, "Records").
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

namespace counterclip::archive {

struct RecordKind {
    std::string_view word;     // "track"
    std::string_view table;    // "tracks"
    std::string_view key;      // columns that name a record, with commas: "recording, id"
    std::string_view order{};  // of the rows of one record, where it has several
};
std::span<const RecordKind> record_kinds();

// "recording, id" -> {"recording", "id"}.
std::vector<std::string> key_columns(const RecordKind& kind);

struct RecordHash {
    std::string name;
    std::string sha256;  // empty: there is no such record
};
// As the catalog holds it now; `key` is the JSON array of the key's values.
RecordHash hash_record(SQLite::Database& db, const RecordKind& kind, const std::string& key);
// Every record of the kind there is, in the order of the keys.
void for_each_record(SQLite::Database& db, const RecordKind& kind, const std::function<void(RecordHash)>& take);

}  // namespace counterclip::archive
