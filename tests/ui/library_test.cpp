// The library: what is listed, what the strip says of it, and that the player shows nothing that must be hidden.
#include <fstream>

#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "clip/rehearsal.h"
#include "ui/library/interview_table.h"
#include "ui/library/interview_thumbnails.h"
#include "ui/promise/promise_strip.h"
#include "ui/studio.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

struct Studio : test::StudioRun {
    // How much of the picture has a colour that is at most `reach` away from `colour` in each channel.
    double share_like(const QColor& colour, int reach) {
        const auto& image = the<ui::Player>().view().picture();
        int alike = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                alike += std::abs(pixel.red() - colour.red()) <= reach &&
                         std::abs(pixel.green() - colour.green()) <= reach &&
                         std::abs(pixel.blue() - colour.blue()) <= reach;
            }
        return alike / std::max(1.0, static_cast<double>(image.width()) * image.height());
    }
};

}  // namespace

TEST_CASE("an interview that is chosen says in the strip what its person asked for") {
    test::Rehearsal r;
    Studio studio;
    CHECK(studio.the<ui::PromiseStrip>().text().toStdString() == "No archive open");
    studio.desk.open(r.folder());
    auto& list = studio.the<QTableView>();
    REQUIRE(list.model()->rowCount() == 2);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Down);
    CHECK(studio.desk.interview().toStdString() == "BTIB-0001");
    const auto strip = studio.the<ui::PromiseStrip>().text();
    for (const auto* words : {"face hidden", "name changed", "own voice", "use: public"})
        CHECK_THAT(strip.toStdString(), Catch::Contains(words));
    r.archive.append_consent(
        [&] {
            auto revision = r.archive.latest_consent("BTIB-0001").value();
            revision.withdrawn = true;
            revision.reason = "called";
            return revision;
        }(),
        "amina");
    Q_EMIT studio.desk.changed();
    CHECK_THAT(studio.the<ui::PromiseStrip>().text().toStdString(), Catch::Contains("consent withdrawn"));
}

TEST_CASE("the search finds interviews by code and pseudonym") {
    test::Rehearsal r;
    Studio studio;
    studio.desk.open(r.folder());
    auto& search = studio.the<QLineEdit>(QStringLiteral("search"));
    QTest::keyClick(&studio.window, Qt::Key_F, Qt::ControlModifier);
    search.setText(QStringLiteral("salim"));
    REQUIRE(studio.the<QTableView>().model()->rowCount() == 1);
    CHECK(studio.the<QTableView>().model()->index(0, 0).data().toString().toStdString() == "BTIB-0001");
}

TEST_CASE("the player hides everything that was not analysed, and the face once it was") {
    test::Rehearsal r;
    Studio studio;
    studio.desk.open(r.folder());
    studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
    auto& player = studio.the<ui::Player>();
    REQUIRE(test::comes_true([&] { return !player.view().picture().isNull(); }));
    const auto grey = player.view().picture().pixelColor(3, 3);
    CHECK(studio.share_like(grey, 4) > 0.99);

    r.store_true_faces();
    Q_EMIT studio.desk.changed();
    player.seek(1s);
    REQUIRE(test::comes_true([&] { return studio.share_like(grey, 4) < 0.5; }));
}

TEST_CASE("keys step, play and shuttle, and the end stops") {
    test::Rehearsal r;
    r.store_true_faces();
    Studio studio;
    studio.desk.open(r.folder());
    studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
    auto& player = studio.the<ui::Player>();
    REQUIRE(test::comes_true([&] { return !player.view().picture().isNull(); }));
    QTest::keyClick(&player, Qt::Key_Right);
    REQUIRE(test::comes_true([&] { return player.position() == 40ms; }));
    QTest::keyClick(&player, Qt::Key_Right, Qt::ShiftModifier);
    REQUIRE(test::comes_true([&] { return player.position() == 1040ms; }));
    QTest::keyClick(&player, Qt::Key_Left);
    REQUIRE(test::comes_true([&] { return player.position() == 1000ms; }));
    QTest::keyClick(&player, Qt::Key_Space);
    CHECK(player.is_playing());
    REQUIRE(test::comes_true([&] { return !player.is_playing(); }));
    CHECK(player.position() >= 2900ms);
    QTest::keyClick(&player, Qt::Key_J);
    REQUIRE(test::comes_true([&] { return player.position() < 2500ms; }));
    QTest::keyClick(&player, Qt::Key_K);
    CHECK_FALSE(player.is_playing());
}

namespace {

struct LibraryDesk : test::Rehearsal, Studio {
    LibraryDesk() {
        store_true_faces();
        desk.open(folder());
        desk.sign_in(QStringLiteral("amina"));
    }
    ui::Room& room() { return window.room(QStringLiteral("library")); }
    QTableView& list() { return the<QTableView>(); }
    void drop(const std::filesystem::path& file, QPoint place) {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QString::fromStdString(file.string()))});
        QDragEnterEvent enter(place, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&room(), &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent drop(place, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&room(), &drop);
    }
    QPoint place_of(const char* interview) {
        for (int row = 0; row < list().model()->rowCount(); ++row)
            if (list().model()->index(row, 0).data().toString() == QString::fromLatin1(interview))
                return list().viewport()->mapTo(&room(), list().visualRect(list().model()->index(row, 1)).center());
        FAIL("no row " << interview);
        return {};
    }
    QPoint empty_place() { return list().viewport()->mapTo(&room(), list().viewport()->rect().bottomLeft()); }
    void player_is_there() {
        REQUIRE(test::comes_true([&] { return !the<ui::Player>().view().picture().isNull(); }));
    }
    void say_something() {
        archive::Transcript transcript;
        transcript.interview = recording.interview;
        transcript.recording = recording.id;
        transcript.language = "en";
        captions::Cue cue;
        cue.range = {1s, 2s};
        cue.text = "Nobody told us where we would be taken.";
        archive.add_transcript(transcript, {cue}, "amina");
    }
};

}  // namespace

TEST_CASE("a film that is dropped on an interview is imported into it, and stays where it was") {
    LibraryDesk d;
    const auto film = test::write_video(d.outside("second.mp4"), 3);
    d.drop(film, d.place_of("A-1"));
    CHECK(d.desk.interview().toStdString() == "A-1");
    REQUIRE(d.settles());
    REQUIRE(d.archive.recordings("A-1").size() == 1);
    CHECK(d.archive.recordings("BTIB-0001").size() == 1);
    CHECK(std::filesystem::exists(film));
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("second.mp4 is in A-1"));
}

TEST_CASE("a film that is dropped on the empty space is asked about, and a new code makes a new interview") {
    LibraryDesk d;
    d.drop(test::write_video(d.outside("second.mp4"), 4), d.empty_place());
    CHECK(d.jobs.open_jobs() == 0);
    auto& code = d.the<QLineEdit>(QStringLiteral("import code"));
    REQUIRE(code.isVisible());
    QTest::keyClicks(&code, QStringLiteral("BTIB-0009"));
    CHECK(d.the<QPushButton>(QStringLiteral("import")).text().toStdString() == "Import into a new interview");
    QTest::keyClick(&code, Qt::Key_Return);
    REQUIRE(d.settles());
    REQUIRE(test::comes_true([&] { return d.archive.recordings("BTIB-0009").size() == 1; }));
    CHECK(d.desk.interview().toStdString() == "BTIB-0009");
}

TEST_CASE("a text file that is dropped is refused with why, and nothing is lost") {
    LibraryDesk d;
    const auto text = d.outside("notes.txt");
    std::ofstream(text) << "what we talked about";
    const auto before = test::names_in(d.folder() / "originals");
    d.drop(text, d.place_of("A-1"));
    REQUIRE(d.settles());
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("notes.txt"));
    CHECK(d.jobs.job(0).state == ui::Job::State::failed);
    CHECK_FALSE(d.jobs.job(0).message.isEmpty());
    CHECK(d.archive.recordings("A-1").empty());
    CHECK(test::names_in(d.folder() / "originals") == before);
    CHECK(std::filesystem::exists(text));
}

TEST_CASE("what was found in transcripts goes with who was signed in, and nobody searches them") {
    LibraryDesk d;
    d.say_something();
    d.list().setFocus();
    REQUIRE(test::comes_true([&] { return d.list().hasFocus(); }));  // keys go by the focus of an active window
    QTest::keyClick(&d.list(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(&d.the<QLineEdit>(QStringLiteral("search")), QStringLiteral("TAKEN nobody"));
    auto& hits = d.the<QListWidget>(QStringLiteral("hits"));
    REQUIRE(test::comes_true([&] { return hits.count() == 1; }));
    d.desk.sign_out();
    CHECK(hits.count() == 0);
    CHECK_THAT(d.the<QLabel>(QStringLiteral("count")).text().toStdString(), Catch::Contains("Sign in"));
    d.desk.sign_in(QStringLiteral("amina"));
    CHECK(test::comes_true([&] { return hits.count() == 1; }));
}

TEST_CASE("what was said is found in all transcripts, and Return goes there in Cut") {
    LibraryDesk d;
    d.say_something();
    QString room;
    qint64 pts = -1;
    QObject::connect(&d.desk, &ui::Desk::asked_for, &d.desk, [&](const QString& name, qint64 at) {
        room = name;
        pts = at;
    });
    d.list().setFocus();
    REQUIRE(test::comes_true([&] { return d.list().hasFocus(); }));  // keys go by the focus of an active window
    QTest::keyClick(&d.list(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto& search = d.the<QLineEdit>(QStringLiteral("search"));
    QTest::keyClicks(&search, QStringLiteral("TAKEN nobody"));
    auto& hits = d.the<QListWidget>(QStringLiteral("hits"));
    REQUIRE(test::comes_true([&] { return hits.count() == 1; }));
    CHECK_THAT(hits.item(0)->text().toStdString(),
               Catch::Contains("BTIB-0001") && Catch::Contains("0:00:01.000") && Catch::Contains("Nobody told us"));
    test::take_screenshot(d.window, QStringLiteral("library-words"));
    QTest::keyClick(&search, Qt::Key_Return);
    CHECK(d.desk.interview().toStdString() == "BTIB-0001");
    CHECK(room.toStdString() == "cut");
    CHECK(Time(pts) == 1s);
    search.clear();
    QTest::keyClicks(&search, QStringLiteral("camel"));
    CHECK(test::comes_true(
        [&] { return d.the<QLabel>(QStringLiteral("count")).text() == QStringLiteral("nobody says that"); }));
}

TEST_CASE("interviews are filtered by tag, language and the stage of their clips") {
    LibraryDesk d;
    archive::Segment segment;
    segment.interview = d.recording.interview;
    segment.recording = d.recording.id;
    segment.range = {0s, 1s};
    segment.tags = {"doubt"};
    d.archive.add_segment(segment, "amina");
    auto described = d.archive.interview("A-1");
    described.languages = {"ku", "ar-SY"};
    d.archive.change_interview(described, "amina");
    d.archive.change_codebook({archive::Code{"doubt", "", "", 0, ""}}, "amina");
    d.cut("courage", 0s, 2s);
    d.desk.refresh();
    const auto only = [&](const char* filter, const QString& value) {
        auto& box = d.the<QComboBox>(QString::fromLatin1(filter));
        box.setCurrentIndex(box.findData(value));
        REQUIRE(test::comes_true([&] { return d.list().model()->rowCount() == 1; }));
        const auto found = d.list().model()->index(0, 0).data().toString().toStdString();
        box.setCurrentIndex(0);
        REQUIRE(test::comes_true([&] { return d.list().model()->rowCount() == 2; }));
        return found;
    };
    CHECK(only("tag filter", QStringLiteral("doubt")) == "BTIB-0001");
    CHECK(only("language filter", QStringLiteral("ar")) == "A-1");
    CHECK(only("stage filter", QStringLiteral("draft")) == "BTIB-0001");
    CHECK(only("consent filter", QStringLiteral("public")) == "BTIB-0001");
}

TEST_CASE("thumbnails are veiled as the player is, and made anew when what may be shown changed") {
    test::Rehearsal r;
    Studio studio;
    studio.desk.open(r.folder());
    auto& list = studio.the<QTableView>();
    const auto code = list.model()->index(1, 0);
    REQUIRE(code.data().toString().toStdString() == "BTIB-0001");
    auto& thumbnails = studio.the<ui::InterviewThumbnails>();
    QImage picture;
    REQUIRE(test::comes_true([&] { return !(picture = thumbnails.of(QStringLiteral("BTIB-0001"))).isNull(); }));
    // Not analysed for faces: hidden whole, all of it like its corner.
    const auto alike = [&] {
        const QColor corner = picture.pixelColor(2, 2);
        int n = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                n += std::abs(picture.pixelColor(x, y).lightness() - corner.lightness()) <= 6;
        return n / static_cast<double>(picture.width() * picture.height());
    };
    CHECK(alike() > 0.99);
    r.store_true_faces();
    studio.desk.refresh();
    REQUIRE(test::comes_true([&] {
        picture = thumbnails.of(QStringLiteral("BTIB-0001"));
        return !picture.isNull() && alike() < 0.9;
    }));
    CHECK(picture.width() <= ui::InterviewThumbnails::width);
}

TEST_CASE("clips of the chosen interview are listed with their stage, and open in Cut") {
    LibraryDesk d;
    d.cut("courage", 0s, 2s);
    d.cut("doubts", 1s, 2s);
    d.desk.choose_interview(QStringLiteral("BTIB-0001"));
    auto& clips = d.the<QListWidget>(QStringLiteral("clips of interview"));
    REQUIRE(clips.count() == 2);
    CHECK_THAT(clips.item(1)->text().toStdString(), Catch::Contains("doubts") && Catch::Contains("draft"));
    QString room;
    QObject::connect(&d.desk, &ui::Desk::asked_for, &d.desk, [&](const QString& name) { room = name; });
    d.player_is_there();
    test::take_screenshot(d.window, QStringLiteral("library"));
    const auto place = clips.visualItemRect(clips.item(1)).center();
    QTest::mouseClick(clips.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(clips.viewport(), Qt::LeftButton, {}, place);
    CHECK(d.desk.clip().toStdString() == "doubts");
    CHECK(room.toStdString() == "cut");
}

TEST_CASE("many interviews are read a page at a time") {
    test::Rehearsal r;
    for (int n = 0; n < 210; ++n) r.add_interview("C-" + std::to_string(1000 + n));
    Studio studio;
    studio.desk.open(r.folder());
    auto& list = studio.the<QTableView>();
    CHECK(list.model()->rowCount() == 200);
    CHECK(studio.the<QLabel>(QStringLiteral("count")).text().toStdString() == "212 interviews");
    list.scrollToBottom();
    CHECK(test::comes_true([&] { return list.model()->rowCount() == 212; }));
}
