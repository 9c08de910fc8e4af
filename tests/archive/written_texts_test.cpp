// What `vault check` reads: every column into which people can write.
#include "archive/written_texts.h"

#include <fmt/format.h>
#include <set>

#include "archive/schema.h"
#include "archive/shelf.h"

using namespace counterclip;
using namespace counterclip::archive;

namespace {

using Names = std::set<std::string>;

std::string name_of(const std::string& table, const std::string& column) {
    return table + "." + column;
}

// Every column that may hold text, of tables that SQLite made for itself too.
Names columns_of_text(SQLite::Database& db) {
    Names names;
    SQLite::Statement row(db,
                          "SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c "
                          "WHERE s.type = 'table' AND s.name NOT GLOB 'sqlite_*' AND c.type IN ('TEXT', '', 'ANY')");
    while (row.executeStep()) names.insert(name_of(row.getColumn(0).getString(), row.getColumn(1).getString()));
    return names;
}

Names decided() {
    Names names;
    for (const auto& c : written_columns()) names.insert(name_of(c.table, c.column));
    for (const auto& c : unread_columns()) names.insert(name_of(c.table, c.column));
    return names;
}

SQLite::Database catalog(const test::TemporaryFolder& space) {
    SQLite::Database db(space / "x.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    prepare_connection(db);
    migrate(db, migrations(), space.path());
    return db;
}

Names undecided(SQLite::Database& db) {
    auto names = columns_of_text(db);
    for (const auto& name : decided()) names.erase(name);
    return names;
}

// A catalog in which anything can be written anywhere.
SQLite::Database unguarded(const test::Shelf& shelf) {
    auto db = shelf.raw();
    std::vector<std::string> triggers;
    SQLite::Statement row(db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (row.executeStep()) triggers.push_back(row.getColumn(0).getString());
    for (const auto& name : triggers) db.exec("DROP TRIGGER " + name);
    db.exec("PRAGMA foreign_keys = OFF");
    db.exec("PRAGMA ignore_check_constraints = ON");
    return db;
}

// A row of a table that may have none yet: numbers are 1, texts an empty list.
void require_row(SQLite::Database& db, const std::string& table) {
    if (db.execAndGet("SELECT count(*) FROM " + table).getInt() > 0) return;
    std::string names;
    std::string values;
    SQLite::Statement row(db, "SELECT name, type FROM pragma_table_info(?)");
    row.bind(1, table);
    while (row.executeStep()) {
        const auto type = row.getColumn(1).getString();
        names += (names.empty() ? "" : ", ") + row.getColumn(0).getString();
        values += values.empty() ? "" : ", ";
        values += type == "TEXT" ? "'[]'" : type == "BLOB" ? "x''" : "1";
    }
    row.reset();
    db.exec("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")");
}

}  // namespace

TEST_CASE("every column of text of the catalog is read for protected terms, or it says why not") {
    const test::TemporaryFolder space;
    auto db = catalog(space);
    const auto left = undecided(db);
    CAPTURE(left);
    CHECK(left.empty());
    // One that comes to be: whoever adds it decides in written_texts.cpp.
    db.exec("ALTER TABLE destinations ADD COLUMN note TEXT NOT NULL DEFAULT ''");
    db.exec("CREATE TABLE letters (said TEXT NOT NULL) STRICT");
    CHECK(undecided(db) == Names{"destinations.note", "letters.said"});
}

TEST_CASE("no column is decided about twice, and none that is not there") {
    const test::TemporaryFolder space;
    auto db = catalog(space);
    CHECK(decided().size() == written_columns().size() + unread_columns().size());
    const auto there = columns_of_text(db);
    for (const auto& name : decided()) {
        CAPTURE(name);
        CHECK(there.contains(name));
    }
}

TEST_CASE("what stands in a column that is read is found there, in lists and maps too") {
    test::Shelf shelf;
    auto db = unguarded(shelf);
    for (const auto& column : written_columns()) {
        const std::string table(column.table);
        CAPTURE(name_of(table, column.column));
        require_row(db, table);
        const std::string in_json = R"({"a": [{"Zubaydah": 1}, "by Zubaydah"]})";
        SQLite::Transaction change(db);
        const auto update =
            fmt::format("UPDATE {0} SET {1} = ? WHERE rowid = (SELECT max(rowid) FROM {0})", table, column.column);
        SQLite::Statement put(db, update);
        put.bind(1, column.form == Form::json ? in_json : std::string("by Zubaydah"));
        REQUIRE(put.exec() == 1);
        change.commit();
        const auto texts = shelf.archive.written_texts();
        const std::string what = column.what;
        const auto is_it = [&](const WrittenText& one) {
            return one.place.starts_with(what.substr(0, what.find("{}"))) && one.text == "by Zubaydah";
        };
        CHECK(std::ranges::any_of(texts, is_it));
        if (column.form == Form::json)
            CHECK(std::ranges::any_of(texts, [](const auto& one) { return one.text == "Zubaydah"; }));
        put.reset();
        SQLite::Statement back(db, update);
        back.bind(1, column.form == Form::json ? "[]" : "x");
        back.exec();
    }
}

TEST_CASE("what a note of a transcript, an old title and a removed redaction say is still read") {
    test::Shelf shelf;
    const auto recording = shelf.import();
    Transcript transcript;
    transcript.interview = "A-1";
    transcript.recording = recording.id;
    transcript.language = "en";
    transcript.note = "after Zubaydah told it";
    shelf.archive.add_transcript(transcript, {{{Time(0), Time(1000000000)}, "hello"}}, "amina");
    transcript.note = "";
    shelf.archive.add_transcript(transcript, {{{Time(0), Time(1000000000)}, "hello there"}}, "amina");
    auto clip = shelf.clip("c1", recording);
    clip.title = "What Zubaydah saw";
    shelf.archive.change_clip(clip, "amina");
    clip.title = "What was seen";
    shelf.archive.change_clip(clip, "amina");
    const auto place_of = [&](const std::string& text) -> std::string {
        for (const auto& one : shelf.archive.written_texts())
            if (one.text == text) return one.place;
        return {};
    };
    CHECK(place_of("after Zubaydah told it") == "the note of transcript 1 (en, revision 1)");
    CHECK(place_of("What Zubaydah saw") == "the title of clip c1, as it was before");
    CHECK(place_of("What was seen") == "the title of clip c1");
}
