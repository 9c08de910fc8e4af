#include "core/staged_file.h"

#include <fstream>

#include "core/error.h"
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
