#include "archive/cue_index.h"

#include <algorithm>

#include "archive/sql.h"
#include "captions/searchable.h"

namespace counterclip::archive {

namespace {

void insert_all(SQLite::Database& db, SQLite::Statement cue) {
    SQLite::Statement insert(db, "INSERT INTO cue_index (rowid, words) VALUES (?, ?)");
    while (cue.executeStep()) {
        Columns c(cue);
        insert.bind(1, c.integer());
        bind_value(insert, 2, captions::searchable(c.text()));
        insert.exec();
        insert.reset();
    }
}

}  // namespace

void index_cues(SQLite::Database& db, std::int64_t transcript) {
    insert_all(db, statement(db, "SELECT id, text FROM cues WHERE transcript = ?", transcript));
}

void rebuild_cue_index(SQLite::Database& db) {
    // 'rebuild' writes the index anew from the words beside it; those of cues that are gone go first.
    db.exec("DELETE FROM cue_index WHERE rowid NOT IN (SELECT id FROM cues)");
    insert_all(db, statement(db, "SELECT id, text FROM cues WHERE id NOT IN (SELECT rowid FROM cue_index)"));
    db.exec("INSERT INTO cue_index (cue_index) VALUES ('rebuild')");
}

void forget_in_cue_index(SQLite::Database& db, const std::string& interview) {
    run(db,
        "DELETE FROM cue_index WHERE rowid IN (SELECT c.id FROM cues c JOIN transcripts t ON t.id = c.transcript "
        "JOIN recordings r ON r.id = t.recording WHERE r.interview = ?)",
        interview);
    db.exec("INSERT INTO cue_index (cue_index) VALUES ('rebuild')");
}

std::vector<std::string> wrong_cue_index(SQLite::Database& db) {
    std::vector<std::string> wrong;
    auto cue = statement(db,
                         "SELECT r.interview, c.text, i.words FROM cues c JOIN transcripts t ON t.id = c.transcript "
                         "JOIN recordings r ON r.id = t.recording LEFT JOIN cue_index i ON i.rowid = c.id "
                         "ORDER BY r.interview");
    while (cue.executeStep()) {
        Columns c(cue);
        auto interview = c.text();
        if (!wrong.empty() && wrong.back() == interview) continue;
        if (captions::searchable(c.text()) != c.text()) wrong.push_back(std::move(interview));
    }
    if (number(db, 0, "SELECT EXISTS (SELECT 1 FROM cue_index WHERE rowid NOT IN (SELECT id FROM cues))") != 0)
        wrong.emplace_back("cues that are gone");
    return wrong;
}

}  // namespace counterclip::archive
