// What stands in the way of a clip, and the button that leads there: in the window's own words.
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include "clip/rehearsal.h"
#include "consent/gate.h"
#include "ui/cut/clip_findings.h"
#include "ui/cut/clip_panel.h"
#include "ui/faces/faces_room.h"
#include "ui/lines/line_list.h"
#include "ui/release/outgoing_panel.h"
#include "ui/shell/rail.h"
#include "ui/studio.h"
#include "ui/words/finding_words.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::comes_true;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

// A clip of the puppet's interview, in the Cut room.
struct Clip {
    explicit Clip(test::Rehearsal& rehearsal) : r(rehearsal) {
        r.cut("BTIB-0001-1", 200ms, 2800ms);
        studio.desk.open(r.folder());
        studio.desk.sign_in(s("amina"));
        studio.desk.choose_interview(s("BTIB-0001"));
        studio.desk.choose_clip(s("BTIB-0001-1"));
        studio.window.go_to(s("cut"));
        (void)QTest::qWaitForWindowActive(&studio.window);
    }
    QPushButton& next() { return studio.the<QPushButton>(s("next_step")); }
    QPushButton& render() { return studio.the<QPushButton>(s("render")); }
    QString line() { return studio.the<QLabel>(s("what_stops")).accessibleName(); }
    bool says(const char* what) {
        return comes_true([&] { return line().contains(s(what)); });
    }
    int room() { return studio.the<ui::Rail>().room(); }

    test::Rehearsal& r;
    test::StudioRun studio;
};

void leave_a_gap(test::Rehearsal& r) {
    r.store_true_faces();
    auto analysis = r.archive.analysis(r.recording.id).value();
    faces::Gap early;  // not in the clip
    early.range = {0s, 160ms};
    early.reason = faces::GapReason::low_score;
    early.where = analysis.tracks.front().sightings.front().box;
    faces::Gap gap = early;
    gap.range = {1'600ms, 2'400ms};
    gap.reason = faces::GapReason::lost;
    analysis.gaps = {early, gap};
    r.archive.store_analysis(r.recording.id, analysis, "amina");
}

}  // namespace

TEST_CASE("every finding of the gate has words of the window, without a command line in them") {
    for (const auto& rule : consent::rules()) {
        INFO(rule.code);
        const auto words = ui::words_for(QString::fromStdString(rule.code));
        REQUIRE(words);
        CHECK_FALSE(words->name.isEmpty());
        CHECK_FALSE(words->mend.isEmpty());
        CHECK_FALSE((words->name + words->mend).contains(s("counterclip")));
        CHECK(ui::label_of(words->way).isEmpty() == (words->way == ui::Way::none));
    }
    CHECK_FALSE(ui::words_for(s("OF-TOMORROW")));
}

TEST_CASE("cut: while nobody looked for faces the main button looks for them, and Render is not the main one") {
    test::Rehearsal r;  // its faces are not known
    Clip c(r);
    REQUIRE(c.says("nobody looked for faces"));
    CHECK(c.next().isVisible());
    CHECK(c.next().isDefault());
    CHECK_FALSE(c.render().isDefault());
    CHECK(c.studio.the<QLabel>(s("what_stops")).text() == c.line());  // whole, at 1280x720
    test::take_screenshot(c.studio.window, s("cut-find-faces"));

    QTest::keyClick(&c.studio.window.room(s("cut")), Qt::Key_E, Qt::ControlModifier);
    CHECK(c.studio.jobs.rowCount() == 0);  // it would only fail
    CHECK_THAT(c.studio.notice().toStdString(), Catch::Contains("nobody looked for faces"));

    QTest::mouseClick(&c.next(), Qt::LeftButton);
    REQUIRE(c.studio.jobs.rowCount() == 1);
    CHECK(c.studio.jobs.job(0).ask.words.mid(0, 3) == QStringList{s("faces"), s("analyze"), s("BTIB-0001")});
    REQUIRE(QTest::qWaitFor([&] { return c.studio.jobs.open_jobs() == 0; }, 120'000));
    INFO(c.studio.jobs.job(0).message.toStdString());
    CHECK(c.studio.jobs.job(0).state == ui::Job::State::done);
    CHECK(comes_true([&] { return !c.line().contains(s("nobody looked for faces")); }));
}

TEST_CASE("cut: an open gap is named in one line, and the main button goes to that gap in Faces") {
    test::Rehearsal r;
    leave_a_gap(r);
    Clip c(r);
    REQUIRE(c.says("gaps are open"));
    CHECK(c.line().startsWith(s("✕ Before release")));  // it can be rendered, hidden whole
    CHECK(c.next().isDefault());
    CHECK_FALSE(c.render().isDefault());
    test::take_screenshot(c.studio.window, s("cut-gap"));
    QTest::mouseClick(&c.next(), Qt::LeftButton);
    CHECK(c.room() == 3);
    auto& gaps = *c.studio.window.findChild<ui::FacesRoom*>()->findChild<ui::LineList*>(s("gaps"));
    const auto in_clip = r.again().analysis(r.recording.id).value().gaps.back();
    CHECK(in_clip.range.in == 1'600ms);
    CHECK(comes_true([&] { return gaps.chosen_id() == in_clip.id; }));
}

TEST_CASE("cut: when rendering is what comes next, Render is the main button, alone") {
    test::Rehearsal r;
    r.store_true_faces();
    Clip c(r);
    REQUIRE(c.says("not rendered yet"));
    CHECK(c.render().isDefault());
    CHECK_FALSE(c.next().isVisible());
}

TEST_CASE("cut: a finding that is chosen in the list is what the button mends, without a command line in sight") {
    test::Rehearsal r;
    leave_a_gap(r);
    Clip c(r);
    auto clip = r.archive.clip("BTIB-0001-1");
    clip.treatments.style = faces::Style::pixelate;
    r.archive.change_clip(clip, "amina");
    c.studio.desk.refresh();
    REQUIRE(c.says("can be undone"));  // it stops the rendering: before the gap
    CHECK(c.line().startsWith(s("✕ Stops it")));
    auto& list = c.studio.the<ui::ClipFindings>();
    QString all;
    for (int row = 0; row < list.count(); ++row) all += list.item(row)->text();
    CHECK_FALSE(all.contains(s("counterclip ")));
    for (int row = 0; row < list.count(); ++row)
        if (list.findings()[static_cast<std::size_t>(row)].code == s("GAP-OPEN")) list.setCurrentRow(row);
    CHECK(c.says("gaps are open"));
}

TEST_CASE("release: what stands in the way is told in the window's words, with a way to where it is mended") {
    test::Rehearsal r;
    leave_a_gap(r);
    Clip c(r);
    r.add_destination("web");
    c.studio.desk.sign_in(s("lina"));
    c.studio.window.go_to(s("release"));
    auto& panel = c.studio.the<ui::OutgoingPanel>();
    auto& list = *panel.findChild<QListWidget*>(s("findings"));
    REQUIRE(comes_true([&] { return list.count() > 0; }));
    QString all;
    for (int row = 0; row < list.count(); ++row) all += list.item(row)->text();
    CHECK_FALSE(all.contains(s("counterclip ")));
    REQUIRE(list.item(0)->text().contains(s("gaps are open")));
    test::take_screenshot(c.studio.window, s("release-way"));
    QTest::mouseClick(panel.findChild<QPushButton*>(s("way")), Qt::LeftButton);
    CHECK(c.room() == 3);
}
