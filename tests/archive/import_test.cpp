#include <sys/mount.h>

#include <cstdlib>
#include <fstream>
#include <thread>

#include "archive/shelf.h"
#include "core/error.h"
#include "core/hash.h"

namespace fs = std::filesystem;
using namespace counterclip;
using test::names_in;
using test::Shelf;
using test::write_video;

namespace {

// Cancels itself once some bytes are copied.
class ImpatientProgress : public Progress {
  public:
    void advance(std::int64_t) override { cancel(); }
};

void append_to(const fs::path& file, std::size_t bytes) {
    std::ofstream out(file, std::ios::app | std::ios::binary);
    out << std::string(bytes, '\0');
}

std::size_t events(const Shelf& shelf) {
    return shelf.archive.events().size();
}

}  // namespace

TEST_CASE("an imported recording is a read-only copy named by its SHA-256") {
    Shelf shelf;
    Progress silent;
    const auto file = write_video(shelf.outside("Ahmad Khalil at home.MP4"));
    const auto recording = shelf.archive.import("A-1", file, "amina", silent);
    CHECK(recording.sha256 == sha256_of_file(file));
    CHECK(recording.file == "originals/" + recording.sha256 + ".mp4");
    CHECK(recording.position == 1);
    CHECK(recording.bytes == static_cast<std::int64_t>(fs::file_size(file)));
    CHECK(recording.duration == std::chrono::seconds(2));
    CHECK(recording.has_picture);
    CHECK_FALSE(recording.has_sound);
    CHECK(recording.width == 64);
    CHECK_THAT(recording.summary, Catch::Contains("h264 64x64 10 fps"));
    const auto original = shelf.archive.path(recording.file);
    CHECK(sha256_of_file(original) == recording.sha256);
    CHECK(fs::status(original).permissions() ==
          (fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read));
    CHECK(names_in(shelf.folder() / "originals").size() == 1);
    CHECK(shelf.archive.original_unchanged(recording, silent));
    CHECK(shelf.archive.recording(recording.id).file == recording.file);
}

TEST_CASE("the name a file came with and its tags are kept nowhere") {
    Shelf shelf;
    const auto plain = write_video(shelf.outside("plain.mp4"));
    const auto tagged = shelf.outside("Ahmad Khalil.mov");
    const auto command = "ffmpeg -v error -i " + plain.string() +
                         " -c copy -metadata title=Khalilovich -metadata location=+52.1+13.2/ '" + tagged.string() +
                         "' 2>/dev/null";
    if (std::system(command.c_str()) != 0) {
        WARN("skipped: no ffmpeg");
        return;
    }
    Progress silent;
    shelf.archive.import("A-1", tagged, "amina", silent);
    shelf.raw().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    std::ifstream in(shelf.folder() / "counterclip.db", std::ios::binary);
    const std::string catalog((std::istreambuf_iterator<char>(in)), {});
    CHECK(catalog.find("Khalil") == std::string::npos);
    CHECK(catalog.find("52.1") == std::string::npos);
}

TEST_CASE("an ending that tells nothing of the format is replaced, for it may be a name") {
    Shelf shelf;
    Progress silent;
    const auto file = write_video(shelf.outside("x.mp4"));
    fs::rename(file, shelf.outside("interview.ahmad"));
    const auto recording = shelf.archive.import("A-1", shelf.outside("interview.ahmad"), "amina", silent);
    CHECK(fs::path(recording.file).extension() == ".mov");
}

TEST_CASE("recordings of an interview are numbered in the order of import") {
    Shelf shelf;
    shelf.import(1);
    shelf.import(2);
    const auto all = shelf.archive.recordings("A-1");
    REQUIRE(all.size() == 2);
    CHECK(all[0].position == 1);
    CHECK(all[1].position == 2);
}

TEST_CASE("a file that is in the archive already is refused, naming the interview that has it") {
    Shelf shelf;
    shelf.add_interview("B-2");
    shelf.import(1);
    const auto before = events(shelf);
    CHECK_THROWS_WITH(shelf.import(1, "B-2"), Catch::Contains("recording 1 of interview A-1"));
    CHECK(names_in(shelf.folder() / "originals").size() == 1);
    CHECK(events(shelf) == before);
    CHECK(shelf.archive.recordings("B-2").empty());
}

TEST_CASE("of two that import one file at once, one wins and the other is told") {
    Shelf shelf;
    const auto file = write_video(shelf.outside("a.mp4"), 3);
    std::atomic<int> won{0};
    std::atomic<int> told{0};
    const auto attempt = [&] {
        auto mine = shelf.again();
        Progress silent;
        try {
            mine.import("A-1", file, "amina", silent);
            ++won;
        } catch (const Error& e) {
            if (std::string(e.what()).find("already") != std::string::npos) ++told;
        }
    };
    std::thread one(attempt);
    std::thread two(attempt);
    one.join();
    two.join();
    CHECK(won == 1);
    CHECK(told == 1);
    const auto all = shelf.archive.recordings("A-1");
    REQUIRE(all.size() == 1);
    CHECK(names_in(shelf.folder() / "originals") == std::vector{fs::path(all[0].file).filename().string()});
}

TEST_CASE("a cancelled import leaves nothing") {
    Shelf shelf;
    const auto file = write_video(shelf.outside("long.mp4"));
    append_to(file, 12u << 20);
    const auto before = events(shelf);
    ImpatientProgress impatient;
    try {
        shelf.archive.import("A-1", file, "amina", impatient);
        FAIL("it was not cancelled");
    } catch (const Error& e) {
        CHECK(e.kind() == ErrorKind::cancelled);
    }
    CHECK(fs::is_empty(shelf.folder() / "originals"));
    CHECK(events(shelf) == before);
}

TEST_CASE("an import that the catalog cannot take leaves no file") {
    Shelf shelf;
    shelf.raw().exec(
        "CREATE TRIGGER no_more BEFORE INSERT ON events WHEN NEW.verb = 'import' "
        "BEGIN SELECT RAISE(ABORT, 'the log takes no more'); END");
    CHECK_THROWS_WITH(shelf.import(), Catch::Contains("the log takes no more"));
    CHECK(fs::is_empty(shelf.folder() / "originals"));
    CHECK(shelf.archive.recordings("A-1").empty());
}

TEST_CASE("files that are no recordings are refused and named, and nothing is left") {
    Shelf shelf;
    Progress silent;
    std::ofstream(shelf.outside("empty.mp4"));
    std::ofstream(shelf.outside("text.mp4")) << std::string(5000, 'x');
    for (const char* name : {"empty.mp4", "text.mp4", "missing.mp4"}) {
        CAPTURE(name);
        CHECK_THROWS_WITH(shelf.archive.import("A-1", shelf.outside(name), "amina", silent), Catch::Contains(name));
    }
    CHECK_THROWS_AS(shelf.archive.import("A-1", shelf.folder(), "amina", silent), Error);
    CHECK(fs::is_empty(shelf.folder() / "originals"));
}

TEST_CASE("an interview that is not there, or was to have no recording, takes none") {
    Shelf shelf;
    archive::Interview refused;
    refused.code = "C-3";
    refused.kind = archive::RecordingKind::none;
    shelf.archive.add_interview(refused, "amina");
    CHECK_THROWS_WITH(shelf.import(1, "X-9"), Catch::Contains("interview 'X-9': there is none"));
    CHECK_THROWS_WITH(shelf.import(1, "C-3"), Catch::Contains("without recordings"));
    CHECK(fs::is_empty(shelf.folder() / "originals"));
}

TEST_CASE("an original that was changed is seen, one that is gone is named") {
    Shelf shelf;
    Progress silent;
    const auto recording = shelf.import();
    const auto original = shelf.archive.path(recording.file);
    fs::permissions(original, fs::perms::owner_write, fs::perm_options::add);
    {
        std::fstream out(original, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(200);
        out.put('!');
    }
    CHECK_FALSE(shelf.archive.original_unchanged(recording, silent));
    append_to(original, 1);
    CHECK_FALSE(shelf.archive.original_unchanged(recording, silent));
    fs::remove(original);
    CHECK_THROWS_WITH(shelf.archive.original_unchanged(recording, silent), Catch::Contains(recording.sha256));
}

TEST_CASE("a write that the disk refuses ends the import and leaves nothing") {
    Shelf shelf;
    Progress silent;
    const auto file = write_video(shelf.outside("large.mp4"));
    append_to(file, 8u << 20);
    const auto before = events(shelf);
    {
        const test::FileSizeLimit limit(4u << 20);  // stands in for a disk that fills up meanwhile
        CHECK_THROWS_WITH(shelf.archive.import("A-1", file, "amina", silent),
                          Catch::Contains("large.mp4") && Catch::Contains("no room"));
    }
    CHECK(fs::is_empty(shelf.folder() / "originals"));
    CHECK(events(shelf) == before);
}

TEST_CASE("a disk too small for the file is known before the copy begins") {
    const test::TemporaryFolder disk;
    if (::mount("tmpfs", disk.path().c_str(), "tmpfs", 0, "size=24m") != 0) {
        WARN("skipped: only root can mount a small disk");
        return;
    }
    struct Unmount {
        fs::path path;
        ~Unmount() { ::umount2(path.c_str(), MNT_DETACH); }
    } const unmount{disk.path()};
    const test::TemporaryFolder space;
    const auto file = write_video(space / "large.mp4");
    append_to(file, 16u << 20);
    auto small = archive::Archive::create(disk / "archive");
    small.add_operator({"amina", {"editor"}, "", ""}, "");
    archive::Interview interview;
    interview.code = "A-1";
    small.add_interview(interview, "amina");
    class Watch : public Progress {
      public:
        bool begun = false;
        void begin(std::string_view, std::int64_t) override { begun = true; }
    } watch;
    CHECK_THROWS_WITH(small.import("A-1", file, "amina", watch), Catch::Contains("MB free"));
    CHECK_FALSE(watch.begun);
    CHECK(fs::is_empty(disk / "archive/originals"));
}
