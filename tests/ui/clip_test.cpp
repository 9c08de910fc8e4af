// Stories of clips in the Cut room: made of segments, put in order, described, rendered.
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>

#include "ui/cut/clip_findings.h"
#include "ui/cut/composition.h"
#include "ui/cut/cut_edits.h"
#include "ui/cutting.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Cutting;

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

TEST_CASE("cut: a voice that must not be known is silent in a new clip, until somebody chooses who speaks") {
    Cutting c;
    auto consent = c.r.archive.latest_consent("BTIB-0001").value();
    consent.terms.voice = consent::VoiceTerm::alter;
    consent.reason = "asked again";
    c.r.archive.append_consent(consent, "amina");
    c.two_segments();
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    CHECK(c.clip().treatments.disguise == voice::Disguise::silence);
}

TEST_CASE("cut: an open list has the arrows to itself") {
    Cutting c;
    c.two_segments();
    c.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(c.studio.settles());
    c.the<QTabBar>().setCurrentIndex(1);
    auto& style = c.the<QComboBox>(QStringLiteral("clip_style"));
    const auto at = c.player().position();
    style.showPopup();
    QTest::keyClick(style.view(), Qt::Key_Down);
    CHECK(style.view()->currentIndex().data(Qt::UserRole).toString() == QStringLiteral("solid"));
    CHECK(c.player().position() == at);
    QTest::keyClick(style.view(), Qt::Key_Return);
    CHECK(style.currentData().toString() == QStringLiteral("solid"));
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

TEST_CASE("cut: a finding's time is read out of its words") {
    CHECK(ui::time_in(QStringLiteral("gap at 0:00:01.240–0:00:02.000")) == Time(1240ms));
    CHECK_FALSE(ui::time_in(QStringLiteral("the consent of BTIB-0001 ended 2026-01-01")));
}
