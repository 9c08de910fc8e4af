// Stories of the Cut room, told by keys and clicks on the real window and read back from the archive.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

#include "clip/rehearsal.h"
#include "ui/cut/clip_findings.h"
#include "ui/cut/composition.h"
#include "ui/cut/cut_edits.h"
#include "ui/cut/cut_room.h"
#include "ui/cut/parts_list.h"
#include "ui/cut/tag_panel.h"
#include "ui/derived/thumbnails.h"
#include "ui/derived/veil_watch.h"
#include "ui/studio.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/transcript_panel.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

// A film of three seconds with two transcripts, known faces, and a code of its own for every part of the window.
struct Cutting {
    explicit Cutting(const std::string& interview = "BTIB-0001", const QString& by = QStringLiteral("amina")) {
        prepare();
        studio.window.open(r.folder());
        if (!by.isEmpty()) studio.desk.sign_in(by);
        studio.desk.choose_interview(QString::fromStdString(interview));
        Q_EMIT studio.desk.asked_for(QStringLiteral("cut"), -1);
        room = studio.window.findChild<ui::CutRoom*>();
        REQUIRE(room);
        (void)QTest::qWaitForWindowActive(&studio.window);
        player().setFocus();
        if (interview == "BTIB-0001") REQUIRE(test::comes_true([&] { return !player().view().picture().isNull(); }));
    }

    void prepare() {
        r.store_true_faces();
        const auto add = [&](const char* language, std::vector<captions::Cue> cues) {
            archive::Transcript t;
            t.interview = "BTIB-0001";
            t.recording = r.recording.id;
            t.language = language;
            r.archive.add_transcript(t, cues, "omar");
        };
        add("ar", {{{0s, 900ms}, "كنت أظن أنني ذاهب لمساعدة الناس"},
                   {{1s, 1900ms}, "أخذوا جوازاتنا في الليلة الأولى"},
                   {{2s, 2900ms}, "أريد أن أقول للشباب لا تذهبوا"}});
        add("en", {{{0s, 900ms}, "I thought I was going to help people."},
                   {{1s, 1900ms}, "They took our passports the first night."},
                   {{2s, 2900ms}, "I want to tell the young ones: do not go."}});
    }

    template <class W>
    W& the(const QString& name = {}) {
        auto* found = room->findChild<W*>(name);
        REQUIRE(found);
        return *found;
    }
    ui::Player& player() { return the<ui::Player>(); }
    ui::Timeline& timeline() { return the<ui::Timeline>(); }
    ui::TranscriptPanel& transcript() { return the<ui::TranscriptPanel>(); }
    ui::PartsList& parts() { return the<ui::PartsList>(); }

    void key(int key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &player(),
                        static_cast<Qt::Key>(key), with);
    }
    void go_to(Time t) {
        player().seek(t);
        REQUIRE(
            test::comes_true([&] { return player().view().shown().pts == t && !player().view().picture().isNull(); }));
    }
    void mark(Time in, Time last_picture) {
        go_to(in);
        key(Qt::Key_I);
        go_to(last_picture);
        key(Qt::Key_O);
    }
    std::vector<archive::Segment> segments() { return r.again().segments("BTIB-0001"); }
    std::vector<archive::Redaction> redactions() { return r.again().redactions(r.recording.id); }
    archive::Clip clip() { return r.again().clip("BTIB-0001-1"); }
    void undo() {
        key(Qt::Key_Z, Qt::ControlModifier);
        REQUIRE(studio.settles());
    }
    void redo() {
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(studio.settles());
    }
    std::string first_tag() { return the<ui::TagPanel>().findChild<QToolButton*>()->text().toStdString(); }
    void tag(int n) {
        key(Qt::Key_0 + n);
        REQUIRE(studio.settles());
    }
    // Two segments, 0.2-0.96 s and 1.2-1.96 s.
    void two_segments() {
        mark(200ms, 920ms);
        tag(1);
        mark(1200ms, 1920ms);
        tag(2);
        REQUIRE(segments().size() == 2);
    }
    void drag_edge(QPoint from, QPoint to) {
        const auto move = [&](QPoint at) {
            QMouseEvent event(QEvent::MouseMove, at, timeline().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&timeline(), &event);
        };
        QTest::mousePress(&timeline(), Qt::LeftButton, {}, from);
        move((from + to) / 2);
        move(to);
        QTest::mouseRelease(&timeline(), Qt::LeftButton, {}, to);
        REQUIRE(studio.settles());
    }

    test::Rehearsal r;
    test::StudioRun studio;
    ui::CutRoom* room = nullptr;
    QString segments_lane = QStringLiteral("segments");
};

}  // namespace

TEST_CASE("cut: I, O and 1 make a segment with the first tag; undo takes it away and redo brings it back") {
    Cutting c;
    c.mark(400ms, 1160ms);
    CHECK_THAT(c.the<QLabel>(QStringLiteral("marked_range")).text().toStdString(),
               Catch::Contains("0:00:00.400 – 0:00:01.200"));
    const auto tag = c.first_tag();
    c.tag(1);
    REQUIRE(c.segments().size() == 1);
    const auto made = c.segments().front();
    CHECK(made.range == Range{400ms, 1200ms});
    CHECK(made.tags == std::vector<std::string>{tag});
    CHECK_FALSE(c.timeline().place_of(c.segments_lane, made.id).isEmpty());
    c.undo();
    CHECK(c.segments().empty());
    CHECK(c.timeline().place_of(c.segments_lane, made.id).isEmpty());
    c.redo();
    REQUIRE(c.segments().size() == 1);
    CHECK(c.segments().front().id == made.id);
}

TEST_CASE("cut: another number gives the chosen segment a second tag, the same number takes it away") {
    Cutting c;
    c.mark(400ms, 1160ms);
    c.tag(1);
    c.tag(2);
    REQUIRE(c.segments().size() == 1);
    CHECK(c.segments().front().tags.size() == 2);
    c.tag(2);
    CHECK(c.segments().front().tags.size() == 1);
    c.undo();
    CHECK(c.segments().front().tags.size() == 2);
}

TEST_CASE("cut: an edge that is dragged in the timeline trims the segment, and undo makes it what it was") {
    Cutting c;
    c.mark(400ms, 1160ms);
    c.tag(1);
    const auto id = c.segments().front().id;
    const auto place = c.timeline().place_of(c.segments_lane, id);
    c.drag_edge({place.right(), place.center().y()}, {c.timeline().x_of(1600ms), place.center().y()});
    const auto trimmed = c.segments().front().range;
    CHECK(trimmed.in == 400ms);
    CHECK(trimmed.out > 1500ms);
    CHECK(trimmed.out < 1700ms);
    c.undo();
    CHECK(c.segments().front().range == Range{400ms, 1200ms});
}

TEST_CASE("cut: ! asks why in place and takes the stretch out of everything; its lines are no longer read") {
    Cutting c;
    c.mark(1s, 1880ms);
    QTest::keyClick(&c.player(), Qt::Key_Exclam, Qt::ShiftModifier);
    auto& reason = c.the<QLineEdit>(QStringLiteral("reason"));
    REQUIRE(reason.isVisible());
    QTest::keyClicks(&reason, QStringLiteral("tells who took them"));
    QTest::keyClick(&reason, Qt::Key_Return);
    REQUIRE(c.studio.settles());
    REQUIRE(c.redactions().size() == 1);
    CHECK(c.redactions().front().why == archive::Danger::incriminating);
    CHECK(c.redactions().front().reason == "tells who took them");
    CHECK(c.transcript().model().line(1).hidden);
    CHECK_THAT(c.transcript().model().line(1).text.toStdString(), !Catch::Contains("جوازات"));
    CHECK_FALSE(c.transcript().model().line(0).hidden);
    c.undo();
    CHECK(c.redactions().empty());
    CHECK_FALSE(c.transcript().model().line(1).hidden);
}

TEST_CASE("cut: Escape in the question why does nothing") {
    Cutting c;
    c.mark(1s, 1880ms);
    QTest::keyClick(&c.player(), Qt::Key_Question, Qt::ShiftModifier);
    auto& reason = c.the<QLineEdit>(QStringLiteral("reason"));
    REQUIRE(reason.isVisible());
    QTest::keyClicks(&reason, QStringLiteral("never mind"));
    QTest::keyClick(&reason, Qt::Key_Escape);
    CHECK_FALSE(reason.isVisible());
    REQUIRE(c.studio.settles());
    CHECK(c.redactions().empty());
}

TEST_CASE("cut: Delete removes the chosen segment, and a redaction after asking why") {
    Cutting c;
    c.mark(400ms, 1160ms);
    c.tag(1);
    const auto place = c.timeline().place_of(c.segments_lane, c.segments().front().id);
    QTest::mouseClick(&c.timeline(), Qt::LeftButton, {}, place.center());
    c.key(Qt::Key_Delete);
    REQUIRE(c.studio.settles());
    CHECK(c.segments().empty());
    c.undo();
    CHECK(c.segments().size() == 1);
}

TEST_CASE("cut: a clip of two segments, another order, another title, and all of it undone") {
    Cutting c;
    c.two_segments();
    const auto both = c.segments();
    for (const auto& segment : both)
        QTest::mouseClick(&c.timeline(), Qt::LeftButton,
                          segment.id == both.front().id ? Qt::NoModifier : Qt::ControlModifier,
                          c.timeline().place_of(c.segments_lane, segment.id).center());
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    CHECK(c.studio.desk.clip().toStdString() == "BTIB-0001-1");
    REQUIRE(c.clip().parts.size() == 2);
    CHECK(c.clip().lower_third == "Abu Salim");
    CHECK(c.parts().count() == 2);

    c.parts().setCurrentRow(1);
    c.parts().setFocus();
    QTest::keyClick(&c.parts(), Qt::Key_Up, Qt::AltModifier);
    REQUIRE(c.studio.settles());
    CHECK(c.clip().parts.front().segment == both.back().id);

    c.the<QTabBar>().setCurrentIndex(1);
    auto& title = c.the<QLineEdit>(QStringLiteral("clip_title"));
    title.setFocus();
    QTest::keyClicks(&title, QStringLiteral("What I found"));
    QTest::keyClick(&title, Qt::Key_Return);
    REQUIRE(c.studio.settles());
    CHECK(c.clip().title == "What I found");

    auto& style = c.the<QComboBox>(QStringLiteral("clip_style"));
    CHECK(style.currentData().toString() == QStringLiteral("veil"));
    style.setFocus();
    QTest::keyClick(&style, Qt::Key_Down);
    REQUIRE(c.studio.settles());
    CHECK(c.clip().treatments.style == faces::Style::solid);

    c.player().setFocus();
    c.undo();
    CHECK(c.clip().treatments.style == faces::Style::veil);
    c.player().setFocus();
    c.undo();
    CHECK(c.clip().title.empty());
    CHECK(title.text().isEmpty());
    c.undo();
    CHECK(c.clip().parts.front().segment == both.front().id);
    c.redo();
    CHECK(c.clip().parts.front().segment == both.back().id);
}

TEST_CASE("cut: a part is trimmed to the playhead and removed, each an undoable edit") {
    Cutting c;
    c.two_segments();
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);  // of the one chosen last
    REQUIRE(c.studio.settles());
    const auto first = c.segments().front();
    QTest::mouseClick(&c.timeline(), Qt::LeftButton, {}, c.timeline().place_of(c.segments_lane, first.id).center());
    c.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    REQUIRE(c.clip().parts.size() == 2);
    c.go_to(1400ms);
    c.parts().setFocus();
    c.parts().setCurrentRow(0);
    QTest::keyClick(&c.parts(), Qt::Key_I, Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    CHECK(c.clip().parts.front().range == Range{1400ms, 1960ms});
    CHECK(c.clip().parts.front().segment);  // still known to be of it
    QTest::keyClick(&c.parts(), Qt::Key_Delete);
    REQUIRE(c.studio.settles());
    REQUIRE(c.clip().parts.size() == 1);
    CHECK(c.segments().size() == 2);
    c.undo();
    c.undo();
    CHECK(c.clip().parts.front().range == Range{1200ms, 1960ms});
}

TEST_CASE("cut: typing jkl1 into the title neither moves the player nor tags anything") {
    Cutting c;
    c.two_segments();
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    c.go_to(1s);
    c.the<QTabBar>().setCurrentIndex(1);
    auto& title = c.the<QLineEdit>(QStringLiteral("clip_title"));
    title.setFocus();
    REQUIRE(QApplication::focusWidget() == &title);
    QTest::keyClicks(&title, QStringLiteral("jkl1 !?xio"));
    QTest::keyClick(&title, Qt::Key_Left);
    CHECK(title.text().toStdString() == "jkl1 !?xio");
    CHECK_FALSE(c.player().is_playing());
    CHECK(c.player().position() == 1s);
    REQUIRE(c.studio.settles());
    CHECK(c.segments().size() == 2);
    CHECK(c.redactions().empty());
}

TEST_CASE("cut: Ctrl+E renders the clip, and the gate's findings stand beside the button") {
    Cutting c;
    c.two_segments();
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    auto& findings = c.the<ui::ClipFindings>();
    REQUIRE(test::comes_true([&] { return !findings.findings().empty(); }));
    CHECK_THAT(findings.summary().toStdString(), Catch::Contains("finding"));
    c.key(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(c.studio.jobs.rowCount() == 1);
    REQUIRE(QTest::qWaitFor([&] { return c.studio.jobs.open_jobs() == 0; }, 60'000));
    INFO(c.studio.jobs.job(0).message.toStdString());
    CHECK(c.studio.jobs.job(0).state == ui::Job::State::done);
    CHECK(c.r.again().renders("BTIB-0001-1").size() == 1);
}

TEST_CASE("cut: the transcript follows the playhead, a click on a line goes there, chosen lines are marked") {
    Cutting c;
    CHECK(c.transcript().model().rowCount() == 3);
    CHECK(c.transcript().model().line(0).second.toStdString() == "I thought I was going to help people.");
    c.go_to(1200ms);
    CHECK(c.transcript().model().current() == 1);
    auto& list = c.transcript().list();
    const auto line = [&](int row) { return list.visualRect(list.model()->index(row, 0)).center(); };
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, line(2));
    REQUIRE(test::comes_true([&] { return c.player().position() == 2s; }));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, line(0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ShiftModifier, line(1));
    list.setFocus();
    c.tag(1);
    REQUIRE(c.segments().size() == 1);
    CHECK(c.segments().front().range == Range{0s, 1900ms});
}

TEST_CASE("cut: Ctrl+F finds what is said whatever its diacritics, and goes there") {
    Cutting c;
    c.key(Qt::Key_F, Qt::ControlModifier);
    auto& search = c.the<QLineEdit>(QStringLiteral("transcript_search"));
    CHECK(search.hasFocus());
    search.setText(QStringLiteral("للشَّباب"));  // QTest types ASCII only
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(test::comes_true([&] { return c.player().position() == 2s; }));
}

TEST_CASE("cut: up and down go from edge to edge, the arrows by frames, with the focus in the timeline too") {
    Cutting c;
    c.go_to(200ms);
    c.timeline().setFocus();
    c.key(Qt::Key_Down);  // the end of the first cue, 0.9 s: its picture begins at 0.88
    REQUIRE(test::comes_true([&] { return c.player().view().shown().pts == 880ms; }));
    c.key(Qt::Key_Down);
    REQUIRE(test::comes_true([&] { return c.player().view().shown().pts == 1s; }));
    c.key(Qt::Key_Up);
    REQUIRE(test::comes_true([&] { return c.player().view().shown().pts == 880ms; }));
    c.key(Qt::Key_Up);
    REQUIRE(test::comes_true([&] { return c.player().position() == 0s; }));
    c.key(Qt::Key_Right);
    REQUIRE(test::comes_true([&] { return c.player().position() == 40ms; }));
}

TEST_CASE("cut: whoever is not signed in may look, and is told why nothing can be marked") {
    Cutting c("BTIB-0001", {});
    c.mark(400ms, 1160ms);
    c.key(Qt::Key_1);
    REQUIRE(c.studio.settles());
    CHECK(c.segments().empty());
    CHECK_THAT(c.studio.notice().toStdString(), Catch::Contains("Sign in"));
    auto* tag = c.the<ui::TagPanel>().findChild<QToolButton*>();
    CHECK_FALSE(tag->isEnabled());
    CHECK_THAT(tag->toolTip().toStdString(), Catch::Contains("Sign in"));
}

TEST_CASE("cut: an auditor, who may not edit, is told so") {
    Cutting c("BTIB-0001", QStringLiteral("samir"));
    c.mark(400ms, 1160ms);
    c.key(Qt::Key_1);
    REQUIRE(c.studio.settles());
    CHECK(c.segments().empty());
    CHECK_THAT(c.studio.notice().toStdString(), Catch::Contains("no editor"));
}

TEST_CASE("cut: an interview without a recording, and one without a transcript, say what to do") {
    Cutting c("A-1");
    CHECK_THAT(c.transcript().findChild<QLabel*>()->text().toStdString(), Catch::Contains("Nothing is recorded"));
    CHECK(c.timeline().sizeHint().height() < 60);
    c.key(Qt::Key_I);
    c.key(Qt::Key_1);
    REQUIRE(c.studio.settles());
    CHECK_THAT(c.studio.notice().toStdString(), Catch::Contains("no recording"));
}

TEST_CASE("cut: an edit's times are exact to the nanosecond, and its undoing names what was before") {
    CHECK(ui::exact(Time(41min + 9s + 1ns)).toStdString() == "0:41:09.000000001");
    archive::Segment s;
    s.id = 7;
    s.range = {1s, 2s};
    s.tags = {"anger"};
    const auto trim = ui::trim_segment(s, {1s, 3s});
    CHECK(trim.steps.front().verb.join(QLatin1Char(' ')).toStdString() ==
          "segment change 7 --in 0:00:01.000000000 --out 0:00:03.000000000");
    CHECK(trim.steps.front().way_back({}).back.join(QLatin1Char(' ')).toStdString() ==
          "segment change 7 --in 0:00:01.000000000 --out 0:00:02.000000000");
    const auto take = ui::toggle_tag(s, QStringLiteral("anger")).steps.front();
    CHECK(take.verb.contains(QStringLiteral("--untag")));
    CHECK(take.way_back({}).back.contains(QStringLiteral("--tag")));
}

TEST_CASE("cut: a part is named by its segment as long as it lies in it") {
    archive::Segment s;
    s.id = 7;
    s.range = {1s, 2s};
    archive::ClipPart part{"A-1", 3, {1s, 2s}, 7};
    CHECK(ui::part_words(part, 1, &s).toStdString() == "7");
    part.range = {1s, 1500ms};
    CHECK(ui::part_words(part, 1, &s).toStdString() == "7@0:00:01.000000000-0:00:01.500000000");
    part.range = {0s, 1500ms};
    CHECK(ui::part_words(part, 2, &s).toStdString() == "A-1:2:0:00:00.000000000-0:00:01.500000000");
}

TEST_CASE("cut: thumbnails are read anew after whatever may have changed the veil, and not after a segment or a clip") {
    for (const auto* verb :
         {"segment add", "segment change", "clip new", "clip revert", "redact add", "transcript import"})
        CHECK_FALSE(ui::may_change_the_veil(verb));
    for (const auto* verb :
         {"faces label", "faces region add", "consent set", "withdraw", "purge confirm", "segments", ""})
        CHECK(ui::may_change_the_veil(verb));
    Cutting c;
    auto* thumbnails = c.room->findChild<ui::Thumbnails*>();
    REQUIRE(test::comes_true([&] { return thumbnails->known() >= 4; }));
    c.mark(400ms, 1160ms);
    c.tag(1);
    CHECK(thumbnails->known() >= 4);
    c.r.archive.label_track(c.r.recording.id, 1, faces::Label::guard, "omar");
    c.studio.desk.refresh();
    CHECK(thumbnails->known() == 0);
}

TEST_CASE("cut: a finding's time is read out of its words") {
    CHECK(ui::time_in(QStringLiteral("gap at 0:00:01.240–0:00:02.000")) == Time(1240ms));
    CHECK_FALSE(ui::time_in(QStringLiteral("the consent of BTIB-0001 ended 2026-01-01")));
}

TEST_CASE("cut: what lies in two languages goes together by time, and each line is found") {
    using captions::Cue;
    const auto lines =
        ui::lines_of({Cue{{0s, 2s}, "a"}, Cue{{2s, 4s}, "b"}}, {Cue{{1900ms, 3s}, "B"}, Cue{{5s, 6s}, "C"}}, {});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].second.isEmpty());
    CHECK(lines[1].second.toStdString() == "B");
    CHECK(lines[2].text.toStdString() == "C");
    CHECK(ui::line_at(lines, 4500ms) == 1U);
    CHECK_FALSE(ui::line_at({}, 1s));
    CHECK(ui::find_line(lines, QStringLiteral("b"), 1, -1) == 1U);
}

TEST_CASE("cut: all of the room as an editor sees it") {
    Cutting c;
    c.two_segments();
    c.mark(2120ms, 2680ms);
    c.tag(4);
    c.mark(1s, 1160ms);
    QTest::keyClick(&c.player(), Qt::Key_Question, Qt::ShiftModifier);
    auto& reason = c.the<QLineEdit>(QStringLiteral("reason"));
    QTest::keyClicks(&reason, QStringLiteral("names a town"));
    QTest::keyClick(&reason, Qt::Key_Return);
    REQUIRE(c.studio.settles());
    for (const auto& segment : c.segments())
        QTest::mouseClick(&c.timeline(), Qt::LeftButton,
                          segment.range.in == 200ms ? Qt::NoModifier : Qt::ControlModifier,
                          c.timeline().place_of(c.segments_lane, segment.id).center());
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    REQUIRE(test::comes_true([&] { return !c.the<ui::ClipFindings>().findings().empty(); }));
    c.mark(1200ms, 1920ms);
    c.go_to(1400ms);
    auto* thumbnails = c.room->findChild<ui::Thumbnails*>();
    REQUIRE(test::comes_true([&] { return thumbnails->known() >= 4; }));
    test::take_screenshot(c.studio.window, QStringLiteral("cut"));
    CHECK(c.parts().count() == 3);
}
