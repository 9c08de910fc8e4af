// A release killed at any instant leaves no package, or one that the ledger knows (P10).
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "archive/shelf.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;
using namespace counterclip;
using test::names_in;
using test::Shelf;

namespace {

enum class Killed { begun, half_written, whole, sealed, published, finished };

// What a release does, step by step, in a process that dies at one.
struct Scene : Shelf {
    archive::Render made;

    Scene() {
        clip("c1", import());
        made = render("c1");
        add_destination("partner");
        fs::create_directory(outside("stick"));
    }

    void release_until(Killed killed, const fs::path& folder) {
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                work(killed, folder);
            } catch (...) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    }

    void work(Killed killed, const fs::path& folder) {
        const auto stop_at = [killed](Killed step) {
            if (step == killed) ::_exit(0);
        };
        auto mine = again();
        Staged staged(folder);
        archive::Release r;
        r.render = made.id;
        r.destination = "partner";
        r.folder = folder.string();
        r.staging = staged.path().filename().string();
        const auto begun = mine.begin_release(r, "lina");
        stop_at(Killed::begun);
        fs::create_directory(staged.path());
        std::ofstream(staged.path() / "c1.mp4") << "picture";
        stop_at(Killed::half_written);
        write_whole(staged.path() / "manifest.json", "{}");
        stop_at(Killed::whole);
        mine.seal_release(begun.id, sha256("{}"), "lina");
        stop_at(Killed::sealed);
        staged.commit();
        stop_at(Killed::published);
        mine.finish_release(begun.id, "lina");
        stop_at(Killed::finished);
    }
};

}  // namespace

TEST_CASE("a release killed before its package took its place is given up, and its half folder removed") {
    const auto killed = GENERATE(Killed::begun, Killed::half_written, Killed::whole, Killed::sealed);
    Scene s;
    s.release_until(killed, s.outside("stick/c1"));
    // The archive that was open all the time knows it as being written.
    CHECK(s.archive.releases()[0].state == "writing");
    const auto opened = s.again();
    REQUIRE(opened.releases().size() == 1);
    // One that was sealed and is nowhere is judged by its hidden folder: that is still there.
    CHECK(opened.releases()[0].state == "failed");
    CHECK(fs::is_empty(s.outside("stick")));
    CHECK(opened.events().back().verb == "release failed");
    CHECK(opened.events().back().by == "lina");
    CHECK_FALSE(opened.verify_log());
    CHECK(s.again().events().size() == opened.events().size());
}

TEST_CASE("a release killed after its package took its place is in the ledger as written") {
    const auto killed = GENERATE(Killed::published, Killed::finished);
    Scene s;
    s.release_until(killed, s.outside("stick/c1"));
    const auto opened = s.again();
    CHECK(opened.releases()[0].state == "written");
    CHECK(opened.releases()[0].manifest_sha256 == sha256("{}"));
    CHECK(names_in(s.outside("stick")) == std::vector<std::string>{"c1"});
    CHECK(opened.events().back().verb == "release");
    CHECK_FALSE(opened.verify_log());
}

TEST_CASE("a package whose disk is not there is neither given up nor forgotten, and found again with its disk") {
    Scene s;
    s.release_until(Killed::published, s.outside("stick/c1"));
    SECTION("the place where the disk was is empty") {
        fs::rename(s.outside("stick"), s.outside("away"));
        fs::create_directory(s.outside("stick"));
        CHECK(s.again().releases()[0].state == "writing");
        fs::remove(s.outside("stick"));
        fs::rename(s.outside("away"), s.outside("stick"));
    }
    SECTION("the place itself is gone") {
        fs::rename(s.outside("stick"), s.outside("away"));
        CHECK(s.again().releases()[0].state == "writing");
        fs::rename(s.outside("away"), s.outside("stick"));
    }
    CHECK(s.again().releases()[0].state == "written");
}

TEST_CASE("folders that the release did not make are never touched") {
    Scene s;
    const auto folder = s.outside("stick/c1");
    s.release_until(Killed::half_written, folder);
    // Somebody's own folder has the name meanwhile; another program's hidden folder lies beside it.
    fs::create_directory(folder);
    write_whole(folder / "manifest.json", "not ours");
    const auto stranger = s.outside("stick") / (std::string(staging_prefix) + "999999999-stranger");
    fs::create_directory(stranger);
    const auto opened = s.again();
    CHECK(opened.releases()[0].state == "failed");
    CHECK(read_whole(folder / "manifest.json") == "not ours");
    CHECK(fs::exists(stranger));
}

TEST_CASE("a release whose writer lives is left alone by whoever opens the archive") {
    Scene s;
    Staged staged(s.outside("stick/c1"));
    archive::Release r;
    r.render = s.made.id;
    r.destination = "partner";
    r.folder = s.outside("stick/c1").string();
    r.staging = staged.path().filename().string();
    const auto begun = s.archive.begin_release(r, "lina");
    fs::create_directory(staged.path());
    auto other = s.again();
    CHECK(other.releases()[0].state == "writing");
    CHECK(fs::exists(staged.path()));
    CHECK_THROWS_WITH(other.takedown_done(begun.id, "lina"), Catch::Contains("being written just now"));
}

TEST_CASE("a release in doubt is settled by whoever looked") {
    Scene s;
    s.release_until(Killed::published, s.outside("stick/c1"));
    fs::remove_all(s.outside("stick/c1"));
    auto opened = s.again();
    REQUIRE(opened.releases()[0].state == "writing");
    opened.takedown_done(1, "lina", "the stick came back empty");
    CHECK(opened.releases()[0].state == "failed");
    CHECK_FALSE(opened.releases()[0].takedown_done.empty());
}

TEST_CASE("a name in the catalog that leads elsewhere removes nothing") {
    Scene s;
    s.release_until(Killed::begun, s.outside("stick/c1"));
    write_whole(s.outside("precious"), "x");
    s.raw().exec("UPDATE releases SET staging = '../precious'");
    CHECK(s.again().releases()[0].state == "failed");
    CHECK(fs::exists(s.outside("precious")));
}
