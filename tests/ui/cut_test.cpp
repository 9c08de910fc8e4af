// Stories of the Cut room, told by keys and clicks on the real window and read back from the archive.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include "ui/cut/clip_findings.h"
#include "ui/cut/composition.h"
#include "ui/cut/cut_edits.h"
#include "ui/cutting.h"
#include "ui/derived/thumbnails.h"
#include "ui/derived/veil_watch.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Cutting;

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
