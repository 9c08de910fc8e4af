#include "core/staged_file.h"

#include <fstream>

#include "core/error.h"
#include "core/memory_file.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using test::TemporaryFolder;

TEST_CASE("an uncommitted file leaves nothing behind") {
    const TemporaryFolder folder;
    {
        const Staged staged(folder / "clip.mp4");
        std::ofstream(staged.path()) << "half";
        CHECK(staged.path().extension() == ".mp4");
    }
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a committed file refuses to replace another unless told to") {
    const TemporaryFolder folder;
    write_whole(folder / "a", "old");
    {
        Staged staged(folder / "a");
        std::ofstream(staged.path()) << "new";
        CHECK_THROWS_AS(staged.commit(), Error);
    }
    CHECK(read_whole(folder / "a") == "old");
    Staged staged(folder / "a");
    std::ofstream(staged.path()) << "new";
    staged.commit(Existing::replace);
    CHECK(read_whole(folder / "a") == "new");
}

TEST_CASE("what a dead process left is swept, what a living one writes is kept") {
    const TemporaryFolder folder;
    write_whole(folder.path() / (std::string(staging_prefix) + "999999999-0-clip.mp4"), "dead");
    const Staged alive(folder / "clip.mp4");
    std::ofstream(alive.path()) << "half";
    sweep_staging(folder.path());
    CHECK(fs::exists(alive.path()));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a target in a folder that is not there is named") {
    CHECK_THROWS_WITH(Staged("/nowhere/at/all/x.mp4"), Catch::Contains("/nowhere/at/all"));
}

TEST_CASE("a file in memory is read from its path, whole and again, and is gone with its object") {
    std::string path;
    {
        const MemoryFile file("what people wrote");
        path = file.path();
        CHECK(read_whole(path) == "what people wrote");
        CHECK(read_whole(path) == "what people wrote");
    }
    CHECK_FALSE(fs::exists(path));
}

TEST_CASE("what cannot be written is said of the target, not of the place beside it") {
    const TemporaryFolder folder;
    Staged staged(folder / "clip.mp4");
    write_whole(staged.path(), "there already");
    try {
        staged.write("new");
        FAIL("it was written");
    } catch (const Error& error) {
        CHECK_THAT(error.what(), Catch::Contains("clip.mp4") && !Catch::Contains(std::string(staging_prefix)));
    }
    CHECK(known_place(staged.path()) == folder.path());
    CHECK(known_place(staged.path() / "clip.mp4") == folder.path());
    CHECK(known_place(folder / "clip.mp4") == folder / "clip.mp4");
}
