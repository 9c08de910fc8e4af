// What can go wrong around the window: a full disk, a disk that goes away, a damaged catalog, work stopped half way.
// Each says what and what next, nothing half done is kept, and it works again when the trouble is over.
#include "clip/rehearsal.h"
#include "core/staged_file.h"
#include "ui/studio.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace std::chrono_literals;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

// A window on an archive with a clip that waits to be rendered.
struct Troubled : test::StudioRun {
    Troubled() {
        r.store_true_faces();
        (void)r.cut("BTIB-0001-1", 500ms, 2500ms);
        desk.open(r.folder());
        desk.sign_in(s("amina"));
    }
    void render() { jobs.add({s("render BTIB-0001-1"), {s("render"), s("BTIB-0001-1")}}); }
    bool ends() {
        return QTest::qWaitFor([&] { return jobs.open_jobs() == 0; }, 60'000);
    }
    std::vector<std::string> rendered_files() { return test::names_in(r.folder() / "renders"); }
    void name_the_speaker() {
        edits.make({s("name the speaker"),
                    {{{s("interview"), s("change"), s("BTIB-0001"), s("--pseudonym"), s("Abu Karim")}}}});
    }
    test::Rehearsal r;
};

}  // namespace

TEST_CASE("a disk that is full while a clip is rendered is told, and the clip is rendered when there is room again") {
    Troubled t;
    const auto before = t.rendered_files();
    {
        const test::FileSizeLimit full(20'000);
        t.render();
        REQUIRE(t.ends());
    }
    CHECK(t.jobs.job(0).state == ui::Job::State::failed);
    INFO(t.jobs.job(0).message.toStdString());
    CHECK_THAT(t.jobs.job(0).message.toStdString(), Catch::Contains("too large") || Catch::Contains("space"));
    CHECK_THAT(t.notice().toStdString(), Catch::Contains("BTIB-0001-1"));
    CHECK(t.rendered_files() == before);
    CHECK(t.r.again().renders("BTIB-0001-1").empty());
    t.jobs.try_again(0);
    REQUIRE(t.ends());
    CHECK(t.jobs.job(0).state == ui::Job::State::done);
    CHECK(t.r.again().renders("BTIB-0001-1").size() == 1);
}

TEST_CASE("a render that is cancelled half way leaves no file and no record, and can be begun again") {
    Troubled t;
    const auto before = t.rendered_files();
    t.render();
    REQUIRE(QTest::qWaitFor([&] { return t.jobs.job(0).done > 0 || t.jobs.open_jobs() == 0; }, 60'000));
    t.jobs.cancel(0);
    REQUIRE(t.ends());
    REQUIRE(t.jobs.job(0).state == ui::Job::State::cancelled);
    CHECK(t.rendered_files() == before);
    CHECK(t.r.again().renders("BTIB-0001-1").empty());
    t.jobs.try_again(0);
    REQUIRE(t.ends());
    CHECK(t.jobs.job(0).state == ui::Job::State::done);
}

TEST_CASE("an archive whose disk goes away is told with its folder, and works on when it is back") {
    Troubled t;
    const auto away = t.r.outside("unplugged");
    fs::rename(t.r.folder(), away);
    t.name_the_speaker();
    REQUIRE(t.settles());
    CHECK_THAT(t.notice().toStdString(), Catch::Contains(t.r.folder().string()));
    t.desk.choose_interview(s("A-1"));  // a look at another one does not end the window either
    CHECK(t.window.isVisible());
    fs::rename(away, t.r.folder());
    t.name_the_speaker();
    REQUIRE(t.settles());
    CHECK(t.r.again().interview("BTIB-0001").pseudonym == "Abu Karim");
}

TEST_CASE("a damaged catalog is told in the window, which stays on the archive it had") {
    Troubled t;
    test::Shelf damaged;
    write_whole(damaged.folder() / "counterclip.db", std::string(4096, 'x'));
    t.window.open(damaged.folder());
    CHECK(test::comes_true([&] { return t.notice().contains(s("counterclip.db")); }));
    CHECK_THAT(t.notice().toStdString(), Catch::Contains(damaged.folder().string()));
    CHECK(t.desk.archive_folder() == t.r.folder());
}
