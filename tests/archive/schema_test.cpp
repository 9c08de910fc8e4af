#include "archive/schema.h"

#include "core/hash.h"

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

TEST_CASE("steps that were released are as they were") {
    const std::array<std::string_view, 3> released{"ec2761e1f52080779f3cf389f82ea6c57c5e27e1f2a01e17f732fa373d02f49b",
                                                   "3fe5272594af8a4380ce670258f5e972b03247947ae44168d4cfe707d4837506",
                                                   "3fcc14d2d416d6f83f05b2773c7eb2945772555be582fcb1b0e3292a7b7018a4"};
    for (std::size_t i = 0; i < released.size(); ++i) {
        CAPTURE(i + 1);
        CHECK(sha256(migrations()[i].sql) == released[i]);
    }
}
