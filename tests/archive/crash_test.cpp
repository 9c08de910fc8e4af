// A process killed at any instant leaves the archive as it was before or after (P10).
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include <sqlite3.h>

#include "archive/originals.h"
#include "archive/shelf.h"
#include "archive/state.h"
#include "core/error.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;
using namespace counterclip;
using test::names_in;
using test::Shelf;
using test::write_video;

namespace {

// Runs `work` in a process of its own, which ends there and then without any clean-up.
template <class Work>
void in_a_process_that_dies(Work work) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            work();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
}

class DyingProgress : public Progress {
  public:
    void advance(std::int64_t) override { ::_exit(0); }
};

}  // namespace

TEST_CASE("a process killed in the middle of a copy leaves nothing after the next start") {
    Shelf shelf;
    const auto file = write_video(shelf.outside("long.mp4"));
    in_a_process_that_dies([&] {
        auto mine = shelf.again();
        DyingProgress dying;
        mine.import("A-1", file, "amina", dying);
    });
    REQUIRE(names_in(shelf.folder() / "originals").size() == 1);
    const auto opened = shelf.again();
    CHECK(fs::is_empty(shelf.folder() / "originals"));
    CHECK(opened.recordings("A-1").empty());
    CHECK_FALSE(opened.verify_log());
}

TEST_CASE("a process killed between placing an original and the commit leaves nothing after the next start") {
    Shelf shelf;
    const auto sha256 = std::string(64, 'c');
    in_a_process_that_dies([&] {
        Staged staged(shelf.folder() / "originals" / "incoming.mp4");
        std::ofstream(staged.path()) << "a recording";
        archive::place_original(staged.path(), shelf.folder() / "originals" / (sha256 + ".mp4"));
        ::_exit(0);
    });
    REQUIRE(names_in(shelf.folder() / "originals").size() == 2);
    const auto opened = shelf.again();
    CHECK(fs::is_empty(shelf.folder() / "originals"));
}

TEST_CASE("a process killed between the commit and the end of the import leaves the recording whole") {
    Shelf shelf;
    Progress silent;
    const auto recording = shelf.import();
    const auto original = shelf.archive.path(recording.file);
    fs::create_hard_link(original,
                         shelf.folder() / "originals" / (std::string(staging_prefix) + "999999999-0-incoming.mp4"));
    const auto opened = shelf.again();
    CHECK(names_in(shelf.folder() / "originals") == std::vector{original.filename().string()});
    CHECK(opened.original_unchanged(recording, silent));
}

TEST_CASE("a file that merely is not in the catalog is never removed") {
    Shelf shelf;
    const auto stranger = shelf.folder() / "originals" / (std::string(64, 'd') + ".mp4");
    std::ofstream(stranger) << "from a backup";
    const auto opened = shelf.again();
    CHECK(fs::exists(stranger));
}

TEST_CASE("opening the archive does not disturb an import under way") {
    Shelf shelf;
    const auto file = write_video(shelf.outside("a.mp4"));
    class Watcher : public Progress {
      public:
        explicit Watcher(Shelf& s) : shelf(s) {}
        void advance(std::int64_t) override { const auto opened = shelf.again(); }
        Shelf& shelf;
    } watcher(shelf);
    const auto recording = shelf.archive.import("A-1", file, "amina", watcher);
    Progress silent;
    CHECK(shelf.archive.original_unchanged(recording, silent));
}

TEST_CASE("two handles that write at once both get through, and the log stays one chain") {
    Shelf shelf;
    std::atomic<int> failed{0};
    const auto write = [&](const std::string& prefix) {
        try {
            auto mine = shelf.again();
            for (int i = 0; i < 20; ++i) {
                archive::Interview interview;
                interview.code = prefix + std::to_string(i);
                mine.add_interview(interview, "amina");
            }
        } catch (const Error&) {
            ++failed;
        }
    };
    const auto before = shelf.archive.events().size();
    std::thread one(write, "one-");
    std::thread two(write, "two-");
    one.join();
    two.join();
    CHECK(failed == 0);
    CHECK(shelf.archive.interviews().size() == 41);
    CHECK(shelf.archive.events().size() == before + 40);
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("a writer that waited in vain is told why") {
    try {
        throw SQLite::Exception("database is locked", SQLITE_BUSY);
    } catch (...) {
        CHECK_THROWS_WITH(archive::rethrow_as_error("add interview B-2", "/archives/x"),
                          Catch::Contains("add interview B-2: another process is writing to the archive /archives/x"));
    }
}
