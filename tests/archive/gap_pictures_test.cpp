#include "archive/gap_pictures.h"

#include <sys/stat.h>

#include <fstream>

#include "archive/shelf.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace std::chrono_literals;
using test::names_in;
using test::Shelf;

namespace {

faces::Analysis with_gaps(std::vector<Range> ranges) {
    faces::Analysis a;
    a.ranges = {{0s, 2s}};
    a.frames = 20;
    a.width = a.height = 64;
    a.detectors = {{"yunet", "yunet.onnx", "abc"}};
    for (const auto& range : ranges) {
        faces::Gap gap;
        gap.range = range;
        gap.where = {10, 10, 30, 40};
        a.gaps.push_back(gap);
    }
    return a;
}

struct Table {
    Shelf shelf;
    archive::Recording recording = shelf.import();
    Progress silent;
    fs::path folder = shelf.folder() / "derived/gaps";

    explicit Table(std::vector<Range> gaps) {
        shelf.archive.store_analysis(recording.id, with_gaps(std::move(gaps)), "amina");
    }
    archive::GapPictures refresh() { return refresh_gap_pictures(shelf.archive, recording, silent); }
};

}  // namespace

TEST_CASE("each open gap has a picture that only its owner can read") {
    Table t({{500ms, 900ms}, {1200ms, 1800ms}});
    CHECK(t.refresh().made == 2);
    CHECK(names_in(t.folder) == std::vector<std::string>{"1-1-700.png", "1-2-1500.png"});
    struct stat status {};
    REQUIRE(::stat((t.folder / "1-1-700.png").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(status.st_size > 0);
    REQUIRE(::stat(t.folder.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    CHECK(t.refresh().made == 0);
}

TEST_CASE("a picture that is missing is made again, and one of a gap that is gone is removed") {
    Table t({{500ms, 900ms}, {1200ms, 1800ms}});
    t.refresh();
    fs::remove(t.folder / "1-2-1500.png");
    CHECK(t.refresh().made == 1);
    t.shelf.archive.store_analysis(t.recording.id, with_gaps({{500ms, 900ms}}), "amina");
    std::ofstream(t.folder / "7-1-700.png") << "of another recording";
    t.refresh();
    const auto names = names_in(t.folder);
    REQUIRE(names.size() == 2);
    CHECK(names[0].ends_with("-700.png"));
    CHECK(names[1] == "7-1-700.png");
}

TEST_CASE("a resolved gap gets no new picture") {
    Table t({{500ms, 900ms}});
    t.shelf.archive.resolve_gap(t.recording.id, 1, "no face", "omar");
    CHECK(t.refresh().made == 0);
}

TEST_CASE("a picture that cannot be made is a remark and nothing worse") {
    Table t({{500ms, 900ms}});
    fs::permissions(t.shelf.archive.path(t.recording.file), fs::perms::owner_all);
    std::ofstream(t.shelf.archive.path(t.recording.file), std::ios::trunc) << "no video";
    const auto done = t.refresh();
    CHECK(done.made == 0);
    REQUIRE(done.failures.size() == 1);
    CHECK_THAT(done.failures[0], Catch::Contains("gap 1"));
    CHECK(names_in(t.folder).empty());
}
