#include <unistd.h>

#include <fstream>

#include "archive/shelf.h"
#include "core/error.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;
using namespace counterclip;
using archive::Archive;
using test::names_in;
using test::Shelf;
using test::TemporaryFolder;

namespace {

const std::vector<std::string> whole{"counterclip.db", "derived", "keys", "originals", "releases", "renders"};

fs::perms mode(const fs::path& file) {
    return fs::status(file).permissions();
}

}  // namespace

TEST_CASE("a new archive is whole, closed to others, and opens again") {
    const TemporaryFolder space;
    { const auto made = Archive::create(space / "archive"); }
    CHECK(names_in(space / "archive") == whole);
    CHECK(mode(space / "archive") == fs::perms::owner_all);
    CHECK(mode(space / "archive/counterclip.db") == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(names_in(space.path()) == std::vector<std::string>{"archive"});
    CHECK(Archive::open(space / "archive").interviews().empty());
}

TEST_CASE("an empty folder becomes an archive in place") {
    const TemporaryFolder space;
    fs::create_directory(space / "archive");
    { const auto made = Archive::create(space / "archive/"); }
    CHECK(names_in(space / "archive") == whole);
    CHECK(mode(space / "archive") == fs::perms::owner_all);
}

TEST_CASE("a folder with something in it is not made an archive and stays as it was") {
    const TemporaryFolder space;
    fs::create_directory(space / "archive");
    std::ofstream(space / "archive/diary.txt") << "mine";
    CHECK_THROWS_WITH(Archive::create(space / "archive"), Catch::Contains("not empty"));
    CHECK(names_in(space / "archive") == std::vector<std::string>{"diary.txt"});
}

TEST_CASE("making an archive twice, over a file or below a folder that is not there is one clear error") {
    const Shelf shelf;
    CHECK_THROWS_WITH(Archive::create(shelf.folder()), Catch::Contains("already"));
    std::ofstream(shelf.outside("file")) << "x";
    CHECK_THROWS_WITH(Archive::create(shelf.outside("file")), Catch::Contains("file"));
    CHECK_THROWS_WITH(Archive::create(shelf.outside("no/where")), Catch::Contains("there is no folder"));
}

TEST_CASE("an archive that could not be made whole leaves nothing") {
    const TemporaryFolder space;
    fs::create_directory(space / "empty");
    {
        const test::FileSizeLimit limit(1000);  // less than a catalog needs
        CHECK_THROWS_AS(Archive::create(space / "new"), Error);
        CHECK_THROWS_AS(Archive::create(space / "empty"), Error);
    }
    CHECK(names_in(space.path()) == std::vector<std::string>{"empty"});
    CHECK(fs::is_empty(space / "empty"));
}

TEST_CASE("an archive in a folder that is read-only says so, and what to do") {
    const TemporaryFolder space;
    const auto folder = space / "archive";
    { const auto made = Archive::create(folder); }
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    if (::access(folder.c_str(), W_OK) == 0)
        WARN("skipped: this user may write everywhere");
    else
        CHECK_THROWS_WITH(Archive::open(folder), Catch::Contains("read-only") && Catch::Contains("copy"));
    fs::permissions(folder, fs::perms::owner_all);
}

TEST_CASE("opening what is no archive says how to make one") {
    const TemporaryFolder space;
    CHECK_THROWS_WITH(Archive::open(space.path()), Catch::Contains("counterclip init"));
    CHECK_THROWS_WITH(Archive::open(space / "nowhere"), Catch::Contains("nowhere"));
}

TEST_CASE("a catalog that is text or another program's database is refused and named") {
    const TemporaryFolder space;
    std::ofstream(space / "counterclip.db") << std::string(4096, 'x');
    CHECK_THROWS_WITH(Archive::open(space.path()), Catch::Contains("damaged"));
    fs::remove(space / "counterclip.db");
    {
        SQLite::Database other(space / "counterclip.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE songs (name TEXT)");
    }
    CHECK_THROWS_WITH(Archive::open(space.path()), Catch::Contains("no counterclip catalog"));
}

TEST_CASE("an archive made by a newer program is refused untouched") {
    const Shelf shelf;
    shelf.raw().exec("PRAGMA user_version = 99");
    CHECK_THROWS_WITH(shelf.again(), Catch::Contains("newer"));
    CHECK(shelf.raw().execAndGet("PRAGMA user_version").getInt() == 99);
}

TEST_CASE("subfolders lost because they were empty come back; lost originals are an error") {
    Shelf shelf;
    fs::remove(shelf.folder() / "renders");
    fs::remove(shelf.folder() / "originals");
    CHECK_NOTHROW(shelf.again());
    CHECK(fs::is_directory(shelf.folder() / "originals"));
    shelf.import();
    fs::rename(shelf.folder() / "originals", shelf.outside("elsewhere"));
    CHECK_THROWS_WITH(shelf.again(), Catch::Contains("originals/ is gone"));
}

TEST_CASE("opening sweeps the leftovers of a dead process from every folder") {
    const Shelf shelf;
    const auto leftover = std::string(staging_prefix) + "999999999-0-clip.mp4";
    for (const char* name : {"originals", "renders", "releases", "derived"})
        std::ofstream(shelf.folder() / name / leftover) << "half";
    const auto opened = shelf.again();
    for (const char* name : {"originals", "renders", "releases", "derived"}) CHECK(fs::is_empty(shelf.folder() / name));
}

TEST_CASE("what was stored is there when the archive is opened again") {
    Shelf shelf;
    const auto recording = shelf.import();
    shelf.clip("c1", recording);
    const auto opened = shelf.again();
    CHECK(opened.interview("A-1").pseudonym == "Nur");
    CHECK(opened.recordings("A-1").at(0).sha256 == recording.sha256);
    CHECK(opened.clip("c1").title == "The night of the search");
    CHECK(opened.events().size() == shelf.archive.events().size());
    CHECK_FALSE(opened.verify_log());
}
