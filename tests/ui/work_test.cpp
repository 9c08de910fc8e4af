// Edits and jobs: what is done is in the archive, what is undone is not, and what fails says why and leaves nothing.
#include "clip/rehearsal.h"
#include "core/staged_file.h"
#include "ui/studio.h"

namespace fs = std::filesystem;
using namespace counterclip;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

ui::Step pseudonym(const char* now, const char* before) {
    const auto verb = [](const char* name) {
        return QStringList{s("interview"), s("change"), s("BTIB-0001"), s("--pseudonym"), s(name)};
    };
    return {verb(now), [back = verb(before)](const QJsonDocument&) { return ui::WayBack{back}; }};
}

struct Desked : test::StudioRun {
    Desked() {
        desk.open(r.folder());
        desk.sign_in(s("amina"));
    }
    std::string name() { return r.again().interview("BTIB-0001").pseudonym; }
    test::Rehearsal r;
};

}  // namespace

TEST_CASE("an edit is in the archive when it is seen done, and undo and redo go back and forth") {
    Desked d;
    d.edits.make({s("name the speaker"), {pseudonym("Abu Karim", "Abu Salim")}});
    CHECK(d.edits.is_busy());
    REQUIRE(d.settles());
    CHECK(d.name() == "Abu Karim");
    CHECK(d.edits.undo_title().toStdString() == "name the speaker");
    QTest::keyClick(&d.window, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(d.settles());
    CHECK(d.name() == "Abu Salim");
    CHECK(d.edits.undo_title().isEmpty());
    QTest::keyClick(&d.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(d.settles());
    CHECK(d.name() == "Abu Karim");
}

TEST_CASE("edits that are made while another is under way wait for it, and undo takes the last") {
    Desked d;
    d.edits.make({s("one"), {pseudonym("One", "Abu Salim")}});
    d.edits.make({s("two"), {pseudonym("Two", "One")}});
    d.edits.undo();
    REQUIRE(d.settles());
    CHECK(d.name() == "One");
    CHECK(d.edits.redo_title().toStdString() == "two");
}

TEST_CASE("when a step fails the steps before it are taken back and the window says why") {
    Desked d;
    ui::Edit edit{
        s("both"),
        {pseudonym("Half Done", "Abu Salim"), {{s("interview"), s("change"), s("NOBODY"), s("--pseudonym"), s("X")}}}};
    ui::Answer answer;
    d.edits.make(std::move(edit), [&](const ui::Answer& last) { answer = last; });
    REQUIRE(d.settles());
    CHECK_FALSE(answer.done());
    CHECK(d.name() == "Abu Salim");
    CHECK(d.edits.undo_title().isEmpty());
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("NOBODY"));
}

TEST_CASE("an undo that fails has changed nothing and can be tried again") {
    Desked d;
    d.edits.make({s("name the speaker"), {pseudonym("Abu Karim", "Abu Salim")}});
    REQUIRE(d.settles());
    const auto away = d.r.outside("unplugged");
    fs::rename(d.r.folder(), away);
    d.edits.undo();
    REQUIRE(d.settles());
    fs::rename(away, d.r.folder());
    CHECK(d.name() == "Abu Karim");
    REQUIRE(d.edits.undo_title().toStdString() == "name the speaker");
    d.edits.undo();
    REQUIRE(d.settles());
    CHECK(d.name() == "Abu Salim");
}

TEST_CASE("a long edit tells how far it is and can be stopped, and what its first steps did is taken back") {
    Desked d;
    QString told;
    QObject::connect(&d.edits, &ui::Edits::progressed, &d.window, [&] {
        told = d.notice();
        d.edits.cancel();
    });
    d.edits.make(
        {s("look closely"), {pseudonym("Half Done", "Abu Salim"), {{s("faces"), s("analyze"), s("BTIB-0001")}}}});
    REQUIRE(QTest::qWaitFor([&] { return !d.edits.is_busy(); }, 60'000));
    CHECK_THAT(told.toStdString(), Catch::Contains("look closely"));
    CHECK(d.name() == "Abu Salim");
    CHECK_FALSE(d.r.again().analysis(d.r.recording.id));
}

TEST_CASE("who is not signed in or lacks the role changes nothing") {
    Desked d;
    d.desk.sign_out();
    d.edits.make({s("name"), {pseudonym("Abu Karim", "Abu Salim")}});
    REQUIRE(d.settles());
    CHECK(d.name() == "Abu Salim");
    d.desk.sign_in(s("lina"));
    d.edits.make({s("name"), {pseudonym("Abu Karim", "Abu Salim")}});
    REQUIRE(d.settles());
    CHECK(d.name() == "Abu Salim");
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("editor"));
}

TEST_CASE("nobody takes back what somebody else did") {
    Desked d;
    d.edits.make({s("name"), {pseudonym("Abu Karim", "Abu Salim")}});
    REQUIRE(d.settles());
    d.desk.sign_in(s("omar"));
    CHECK(d.edits.undo_title().isEmpty());
}

TEST_CASE("what another window changed is on this one within moments") {
    Desked d;
    int told = 0;
    QObject::connect(&d.desk, &ui::Desk::changed, &d.window, [&] { ++told; });
    auto other = d.r.again();
    auto interview = other.interview("BTIB-0001");
    interview.pseudonym = "Abu Karim";
    other.change_interview(interview, "amina");
    CHECK(test::comes_true([&] { return told > 0; }));
}

TEST_CASE("a job tells how far it is, and one that fails stays with its reason and can be tried again") {
    Desked d;
    write_whole(d.r.outside("words.mp4"), "no film at all");
    const auto file = QString::fromStdString(d.r.outside("words.mp4").string());
    d.jobs.add({s("import words.mp4"), {s("import"), s("BTIB-0001"), file}});
    CHECK(d.jobs.open_jobs() == 1);
    REQUIRE(d.settles());
    CHECK(d.jobs.job(0).state == ui::Job::State::failed);
    CHECK_THAT(d.jobs.job(0).message.toStdString(), Catch::Contains("words.mp4"));
    fs::copy_file(test::write_video(d.r.outside("good.mp4"), 9), d.r.outside("words.mp4"),
                  fs::copy_options::overwrite_existing);
    d.jobs.try_again(0);
    REQUIRE(d.settles());
    CHECK(d.jobs.job(0).state == ui::Job::State::done);
    CHECK(d.r.again().recordings("BTIB-0001").size() == 2);
}

TEST_CASE("a job that is cancelled leaves the archive as it was") {
    Desked d;
    // Two jobs: the second never begins.
    d.jobs.add({s("faces"), {s("faces"), s("analyze"), s("BTIB-0001")}});
    d.jobs.add({s("more faces"), {s("faces"), s("analyze"), s("BTIB-0001")}});
    d.jobs.cancel(1);
    d.jobs.cancel(0);
    REQUIRE(d.settles());
    CHECK(d.jobs.job(1).state == ui::Job::State::cancelled);
    CHECK(d.jobs.job(0).state != ui::Job::State::failed);
}
