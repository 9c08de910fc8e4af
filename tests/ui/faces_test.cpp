// Faces: gaps resolved, regions drawn and people named by keys and mouse, and who sees the original.
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "clip/rehearsal.h"
#include "ui/ask/ask_line.h"
#include "ui/faces/faces_player.h"
#include "ui/faces/faces_room.h"
#include "ui/lines/line_list.h"
#include "ui/player/veiled_film.h"
#include "ui/studio.h"
#include "ui/timeline/timeline.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::comes_true;

namespace {

// The true faces, and two places where the machine is in doubt: the longer one is the second by time.
struct Doubts : test::Rehearsal {
    Doubts() {
        store_true_faces();
        auto analysis = archive.analysis(recording.id).value();
        const auto box = analysis.tracks.front().sightings.front().box;
        faces::Gap shorter;
        shorter.range = {400ms, 600ms};
        shorter.reason = faces::GapReason::low_score;
        shorter.track = analysis.tracks.front().id;
        shorter.where = box;
        faces::Gap longer;
        longer.range = {1'600ms, 2'400ms};
        longer.reason = faces::GapReason::lost;
        longer.where = {60, 85, 40, 50};
        analysis.gaps = {shorter, longer};
        archive.store_analysis(recording.id, analysis, "amina");
    }
    std::vector<faces::Gap> gaps() { return archive.analysis(recording.id).value().gaps; }
    faces::Gap gap_at(Time t) {
        for (const auto& gap : gaps())
            if (contains(gap.range, t)) return gap;
        FAIL("no gap there");
        return {};
    }
    faces::Label label() { return archive.analysis(recording.id).value().tracks.front().label; }
};

struct Studio : test::StudioRun {
    explicit Studio(Doubts& doubts, const QString& by = QStringLiteral("amina")) {
        desk.open(doubts.folder());
        if (!by.isEmpty()) desk.sign_in(by);
        desk.choose_interview(QStringLiteral("BTIB-0001"));
        QTest::keyClick(&window, Qt::Key_F4);
        REQUIRE(comes_true([&] { return gaps().lines().rowCount() > 0 && !picture().isNull(); }));
    }
    ui::FacesRoom& room() { return the<ui::FacesRoom>(); }
    ui::FacesPlayer& faces() { return the<ui::FacesPlayer>(); }
    ui::Player& player() { return faces().player(); }
    ui::PictureView& view() { return player().view(); }
    const QImage& picture() { return view().picture(); }
    ui::LineList& gaps() { return the<ui::LineList>(QStringLiteral("gaps")); }
    ui::LineList& people() { return the<ui::LineList>(QStringLiteral("people")); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    void answer(const QString& text) {
        auto* field = the<ui::AskLine>().findChild<QLineEdit*>();
        REQUIRE(field->isVisible());
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    bool stands_at(Time t) {
        return comes_true([&] { return player().position() == t && view().shown().pts == t; });
    }
    void drag(QPointF from, QPointF to) {
        const auto at = [&](QPointF p) { return view().to_widget().map(p).toPoint(); };
        QTest::mousePress(&view(), Qt::LeftButton, {}, at(from));
        QTest::mouseMove(&view(), at((from + to) / 2));
        QTest::mouseMove(&view(), at(to));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at(to));
    }
    // The same picture from a film of its own.
    QImage as(ui::Film& film, Time t) {
        film.fit_into(view().width(), view().height());
        return film.at(t).value().image;
    }
};

}  // namespace

namespace {

// Mean difference of pixels that lie 4 px apart, grey levels.
double apart(const QImage& a, const QImage& b) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); y += 4)
        for (int x = 0; x < std::min(a.width(), b.width()); x += 4, ++count)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / std::max(1, count);
}

}  // namespace

TEST_CASE("gaps stand worst first, and N goes from one to the next") {
    Doubts doubts;
    Studio studio(doubts);
    studio.press(Qt::Key_N);
    CHECK(studio.stands_at(1'600ms));
    CHECK(studio.gaps().chosen_id() == doubts.gap_at(2s).id);
    studio.press(Qt::Key_N);
    CHECK(studio.stands_at(400ms));
    studio.press(Qt::Key_P);
    CHECK(studio.stands_at(1'600ms));
    CHECK_THAT(studio.gaps().text().toStdString(), Catch::Contains("hidden whole until resolved"));
    test::take_screenshot(studio.window, QStringLiteral("faces-gap"));
}

TEST_CASE("a gap is resolved with 0 and a reason typed in place, and undo opens it again") {
    Doubts doubts;
    Studio studio(doubts);
    studio.press(Qt::Key_N);
    studio.press(Qt::Key_0);
    // Letters are text here, not keys of the room.
    studio.answer(QStringLiteral("a poster, none else"));
    REQUIRE(studio.settles());
    const auto resolved = doubts.gap_at(2s);
    CHECK(resolved.resolved_by == "amina");
    CHECK_THAT(resolved.resolution, Catch::Contains("no face") && Catch::Contains("a poster, none else"));
    REQUIRE(comes_true([&] { return studio.gaps().text().contains(QStringLiteral("a poster")); }));
    studio.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    CHECK(doubts.gap_at(2s).resolved_by.empty());
}

TEST_CASE("an empty reason resolves nothing, and Esc gives up") {
    Doubts doubts;
    Studio studio(doubts);
    studio.press(Qt::Key_N);
    studio.press(Qt::Key_0);
    studio.answer({});
    CHECK(studio.the<ui::AskLine>().is_asking());
    studio.press(Qt::Key_Escape);
    CHECK_FALSE(studio.the<ui::AskLine>().is_asking());
    REQUIRE(studio.settles());
    CHECK(doubts.gap_at(2s).resolved_by.empty());
}

TEST_CASE("E holds the track over the gap, and undo takes it back") {
    Doubts doubts;
    Studio studio(doubts);
    studio.press(Qt::Key_N);
    studio.press(Qt::Key_N);
    studio.press(Qt::Key_E);
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    CHECK(doubts.gap_at(500ms).resolved_by == "amina");
    studio.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(studio.settles());
    CHECK(doubts.gap_at(500ms).resolved_by.empty());
}

TEST_CASE("a region drawn in a gap is in the archive in px of the picture, lasts as long as the gap and settles it") {
    Doubts doubts;
    Studio studio(doubts);
    studio.press(Qt::Key_N);
    REQUIRE(studio.stands_at(1'600ms));
    studio.press(Qt::Key_R);
    studio.drag({40, 60}, {120, 160});
    studio.answer(QStringLiteral("face"));
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    const auto regions = doubts.archive.regions(doubts.recording.id);
    REQUIRE(regions.size() == 1);
    const auto& region = regions.front();
    CHECK(region.what == "face");
    REQUIRE(region.keys.size() == 1);
    const auto& key = region.keys.front();
    CHECK(key.pts == 1'600ms);
    CHECK(key.x == Approx(40).margin(1));
    CHECK(key.y == Approx(60).margin(1));
    CHECK(key.w == Approx(80).margin(2));
    CHECK(key.h == Approx(100).margin(2));
    CHECK(region.out == 2'400ms);
    CHECK(doubts.gap_at(2s).resolved_by == "amina");

    // At another time it is moved: that is one more key, and nothing of the old region stays.
    auto& list = studio.the<ui::LineList>(QStringLiteral("regions"));
    REQUIRE(comes_true([&] { return list.lines().rowCount() == 1; }));
    list.setCurrentIndex(list.model()->index(0, 0));
    studio.player().seek(2s);
    REQUIRE(studio.stands_at(2s));
    studio.drag({80, 110}, {110, 120});
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    const auto moved = doubts.archive.regions(doubts.recording.id);
    REQUIRE(moved.size() == 1);
    REQUIRE(moved.front().keys.size() == 2);
    CHECK(moved.front().keys[1].pts == 2s);
    CHECK(moved.front().keys[1].x == Approx(70).margin(2));
    CHECK(moved.front().keys[0].x == Approx(40).margin(1));
    // What it had settled is open until somebody looks again.
    CHECK(doubts.gap_at(2s).resolved_by.empty());
}

TEST_CASE("people are labelled by a key, and undo gives back what they were") {
    Doubts doubts;
    Studio studio(doubts);
    CHECK_THAT(studio.people().text().toStdString(), Catch::Contains("hidden until labelled"));
    studio.press(Qt::Key_1);
    REQUIRE(studio.settles());
    CHECK(doubts.label() == faces::Label::subject);
    REQUIRE(comes_true([&] { return studio.people().text().contains(QStringLiteral("subject")); }));
    studio.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(studio.settles());
    CHECK(doubts.label() == faces::Label::unlabelled);
}

TEST_CASE("a face is not shown against consent, and the refusal is told") {
    Doubts doubts;
    const auto track = doubts.archive.analysis(doubts.recording.id).value().tracks.front().id;
    doubts.archive.label_track(doubts.recording.id, track, faces::Label::subject, "amina");
    Studio studio(doubts);
    for (const auto& key : studio.keys.all())
        if (key.id == QStringLiteral("faces.show")) key.action->trigger();
    REQUIRE(studio.settles());
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("consent"));
}

TEST_CASE("no face at all asks what it is, and undo hides it again") {
    Doubts doubts;
    Studio studio(doubts);
    studio.press(Qt::Key_Delete);
    studio.answer(QStringLiteral("a mask on the wall"));
    REQUIRE(studio.settles());
    CHECK(doubts.label() == faces::Label::not_a_face);
    REQUIRE(comes_true([&] { return studio.people().text().contains(QStringLiteral("a mask on the wall")); }));
    studio.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(studio.settles());
    CHECK(doubts.label() == faces::Label::unlabelled);
}

TEST_CASE("an editor sees the original with its masks, and V brings it as rendered") {
    Doubts doubts;
    Studio studio(doubts);
    studio.player().seek(1s);
    REQUIRE(studio.stands_at(1s));
    ui::FileFilm original(doubts.archive.path(doubts.recording.file));
    ui::VeiledFilm veiled(doubts.folder(), doubts.recording.id);
    const auto unveiled = studio.as(original, 1s);
    const auto hidden = studio.as(veiled, 1s);
    REQUIRE(unveiled != hidden);
    CHECK(studio.faces().way() == ui::FacesWay::masks);
    CHECK(studio.picture() == unveiled);
    const auto outlined = studio.view().grab().toImage();
    test::take_screenshot(studio.window, QStringLiteral("faces"));
    studio.press(Qt::Key_V);
    REQUIRE(comes_true([&] { return studio.picture() == hidden; }));
    test::take_screenshot(studio.window, QStringLiteral("faces-rendered"));
    studio.press(Qt::Key_V);
    REQUIRE(comes_true([&] { return studio.picture() == unveiled; }));
    CHECK(studio.faces().way() == ui::FacesWay::original);
    // The same picture without the outline of its mask.
    CHECK(studio.view().grab().toImage() != outlined);
}

TEST_CASE("who is no editor and no auditor, and nobody at all, never gets an unveiled pixel in Faces") {
    Doubts doubts;
    const auto who = GENERATE(as<std::string>(), "lina", "");
    Studio studio(doubts, QString::fromStdString(who));
    ui::VeiledFilm veiled(doubts.folder(), doubts.recording.id);
    ui::FileFilm original(doubts.archive.path(doubts.recording.file));
    for (const Time at : {0ns, Time(1s), Time(2'600ms)}) {
        for (int way = 0; way < 3; ++way) {
            studio.player().seek(at);
            REQUIRE(studio.stands_at(at));
            // The veil's grain is drawn anew each time: alike, not equal.
            CHECK(apart(studio.picture(), studio.as(veiled, at)) <
                  apart(studio.picture(), studio.as(original, at)) / 4);
            studio.press(Qt::Key_V);
        }
    }
    // The list has no picture of an original either: that of a gap is one, that of a person is veiled.
    for (int row = 0; row < studio.gaps().lines().rowCount(); ++row)
        CHECK(studio.gaps().lines().line(row).picture.isNull());
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("Sign in"));
}

TEST_CASE("signing out takes the original off the screen at once") {
    Doubts doubts;
    Studio studio(doubts);
    studio.player().seek(1s);
    REQUIRE(studio.stands_at(1s));
    ui::FileFilm original(doubts.archive.path(doubts.recording.file));
    REQUIRE(studio.picture() == studio.as(original, 1s));
    REQUIRE(comes_true([&] { return !studio.people().lines().line(0).picture.isNull(); }));
    const auto unveiled = studio.people().lines().line(0).picture;
    studio.desk.sign_out();
    CHECK(studio.picture().isNull());  // before anything was read
    ui::VeiledFilm veiled(doubts.folder(), doubts.recording.id);
    REQUIRE(comes_true([&] { return !studio.picture().isNull() && studio.view().shown().pts == 1s; }));
    CHECK(studio.picture() == studio.as(veiled, 1s));
    CHECK(studio.people().lines().line(0).picture != unveiled);  // none, or a veiled one
}

TEST_CASE("a recording in which nobody looked for faces says that it is hidden until analysed") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    studio.desk.sign_in(QStringLiteral("amina"));
    studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
    QTest::keyClick(&studio.window, Qt::Key_F4);
    auto& meter = studio.the<QLabel>(QStringLiteral("meter"));
    REQUIRE(comes_true([&] { return meter.text() == QStringLiteral("hidden until analysed"); }));
    CHECK_THAT(studio.the<ui::LineList>(QStringLiteral("gaps")).text().toStdString(),
               Catch::Contains("hidden until analysed"));
    test::take_screenshot(studio.window, QStringLiteral("faces-unknown"));
    QTest::mouseClick(&studio.the<QPushButton>(QStringLiteral("analyse_all")), Qt::LeftButton);
    REQUIRE(comes_true([&] { return studio.jobs.open_jobs() == 0; }));
    CHECK(r.archive.analysis(r.recording.id).has_value());
    REQUIRE(comes_true([&] { return meter.text() != QStringLiteral("hidden until analysed"); }));
}
