#include "archive/recorder.h"

#include <fmt/format.h>

#include "archive/sql.h"

namespace counterclip::archive {

namespace {

// "json_array(NEW.recording, NEW.id)"
std::string key_in(const RecordKind& kind, std::string_view row) {
    std::string list;
    for (const auto& column : key_columns(kind)) list += fmt::format("{}{}.{}", list.empty() ? "" : ", ", row, column);
    return fmt::format("json_array({})", list);
}

// Not INSERT OR IGNORE: the statement that fires the trigger would decide what OR means.
std::string note(std::size_t number, const std::string& key) {
    return fmt::format(
        "INSERT INTO touched SELECT {0}, {1} WHERE NOT EXISTS (SELECT 1 FROM touched WHERE kind = {0} AND key = {1}); ",
        number, key);
}

}  // namespace

void watch_records(SQLite::Database& db) {
    if (number(db, 0, "SELECT count(*) FROM temp.sqlite_schema WHERE name = 'touched'") > 0) return;
    db.exec("CREATE TEMP TABLE touched (kind INTEGER, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID");
    const auto kinds = record_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto& k = kinds[i];
        const auto now = note(i, key_in(k, "NEW"));
        const auto before = note(i, key_in(k, "OLD"));
        db.exec(
            fmt::format("CREATE TEMP TRIGGER watch_{0}_insert AFTER INSERT ON main.{0} BEGIN {1} END", k.table, now));
        db.exec(fmt::format("CREATE TEMP TRIGGER watch_{0}_update AFTER UPDATE ON main.{0} BEGIN {1} {2} END", k.table,
                            before, now));
        db.exec(fmt::format("CREATE TEMP TRIGGER watch_{0}_delete AFTER DELETE ON main.{0} BEGIN {1} END", k.table,
                            before));
    }
}

std::vector<Touched> take_touched(SQLite::Database& db) {
    std::vector<Touched> touched;
    {
        auto row = statement(db, "SELECT kind, key FROM temp.touched ORDER BY kind, key");
        while (row.executeStep()) {
            Columns c(row);
            const auto kind = static_cast<std::size_t>(c.integer());
            touched.push_back({&record_kinds()[kind], c.text()});
        }
    }
    db.exec("DELETE FROM temp.touched");
    return touched;
}

nlohmann::json hashes_of(SQLite::Database& db, const std::vector<Touched>& touched) {
    auto hashes = nlohmann::json::object();
    for (const auto& t : touched) {
        auto record = hash_record(db, *t.kind, t.key);
        hashes[record.name] = record.sha256.empty() ? nlohmann::json() : nlohmann::json(std::move(record.sha256));
    }
    return hashes;
}

nlohmann::json hashes_of_all(SQLite::Database& db) {
    auto hashes = nlohmann::json::object();
    for (const auto& kind : record_kinds())
        for_each_record(db, kind, [&](RecordHash record) { hashes[record.name] = std::move(record.sha256); });
    return hashes;
}

}  // namespace counterclip::archive
