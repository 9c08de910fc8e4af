#include "archive/schema.h"

#include "core/error.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using namespace counterclip::archive;

namespace {

SQLite::Database empty_database(const test::TemporaryFolder& space) {
    SQLite::Database db(space / "x.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    prepare_connection(db);
    return db;
}

int version(SQLite::Database& db) {
    return db.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

TEST_CASE("a database of version 0 becomes today's") {
    const test::TemporaryFolder space;
    auto db = empty_database(space);
    migrate(db, migrations(), space.path());
    CHECK(version(db) == migrations().back().to);
    CHECK(db.tableExists("events"));
    CHECK(db.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() == 0);
}

TEST_CASE("migrations are numbered 1, 2, ... without holes") {
    int expected = 1;
    for (const auto& step : migrations()) CHECK(step.to == expected++);
}

TEST_CASE("only the missing steps run, and what was stored stays") {
    const test::TemporaryFolder space;
    auto db = empty_database(space);
    const std::array<Migration, 2> steps{
        {{1, "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (7)"}, {2, "ALTER TABLE a ADD COLUMN y INTEGER"}}};
    migrate(db, std::span(steps).first(1), space.path());
    migrate(db, steps, space.path());
    migrate(db, steps, space.path());
    CHECK(version(db) == 2);
    CHECK(db.execAndGet("SELECT x FROM a WHERE y IS NULL").getInt() == 7);
}

TEST_CASE("a step that fails leaves the database as it was") {
    const test::TemporaryFolder space;
    auto db = empty_database(space);
    const std::array<Migration, 2> steps{{{1, "CREATE TABLE a (x INTEGER)"}, {2, "DROP TABLE a; DROP TABLE missing"}}};
    CHECK_THROWS(migrate(db, steps, space.path()));
    CHECK(version(db) == 0);
    CHECK_FALSE(db.tableExists("a"));
}
