// A clip on its way out and back: by clicks, from the gate to the package, the public place, and down again.
#include <fstream>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QTableView>

#include "clip/rehearsal.h"
#include "ui/look/roles.h"
#include "ui/release/ledger_table.h"
#include "ui/release/release_edits.h"
#include "ui/studio.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

// A rendered clip "courage" that basim may approve and dina release; both have keys.
struct ReleaseDesk : test::Rehearsal, test::StudioRun {
    ReleaseDesk() {
        auto consent = archive.latest_consent("BTIB-0001").value();
        consent.terms.details = consent::DetailsTerm::keep;
        consent.terms.risk = consent::Risk::casual;
        archive.append_consent(consent, "amina");
        store_true_faces();
        run("ruth", "operator add basim --role auditor --no-passphrase");
        run("ruth", "operator add dina --role distributor --no-passphrase");
        auto clip = cut("courage", 0s, 2s);
        run("amina", "render courage");
        cut("doubts", 1s, 2s);
        desk.open(folder());
        desk.sign_in(QStringLiteral("dina"));
    }
    void approve() {
        run("basim", "approve courage --listened");
        desk.refresh();
    }
    void run(const char* who, const char* words) {
        QProcess program;
        program.start(QString::fromLatin1(COUNTERCLIP_PROGRAM),
                      QStringList{QStringLiteral("--archive"), QString::fromStdString(folder().string()),
                                  QStringLiteral("--as"), QString::fromLatin1(who)} +
                          QString::fromLatin1(words).split(QLatin1Char(' ')));
        REQUIRE(program.waitForFinished(120'000));
        INFO(words << ": " << program.readAllStandardError().toStdString());
        REQUIRE(program.exitCode() == 0);
    }
    QWidget& room() { return window.room(QStringLiteral("release")); }
    template <class Widget>
    Widget& in_room(const char* name) {
        auto* found = room().findChild<Widget*>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(found);
        return *found;
    }
    void release() {
        press("release");
        CHECK(jobs.open_jobs() == 0);  // one click sends nothing out
        auto* sure = window.findChild<QMessageBox*>(QStringLiteral("sure to release"));
        REQUIRE(sure);
        QTest::mouseClick(sure->defaultButton(), Qt::LeftButton);
        REQUIRE(settles());
    }
    void press(const char* name) {
        auto& button = in_room<QPushButton>(name);
        INFO(name);
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    void write(const char* name, const char* text) {
        QTest::keyClicks(&in_room<QLineEdit>(name), QString::fromLatin1(text));
    }
    void choose_clip(const char* code) {
        auto& clips = in_room<QListWidget>("clips");
        for (int row = 0; row < clips.count(); ++row)
            if (clips.item(row)->text().startsWith(QString::fromLatin1(code))) return clips.setCurrentRow(row);
        FAIL("no clip " << code);
    }
    bool verdict_says(const char* words) {
        return test::comes_true([&] { return in_room<QLabel>("verdict").text().contains(QString::fromLatin1(words)); });
    }
    std::string cell(int row, int column) {
        return in_room<QTableView>("ledger").model()->index(row, column).data().toString().toStdString();
    }
    int rows() { return in_room<QTableView>("ledger").model()->rowCount(); }
};

}  // namespace

TEST_CASE("a clip goes to a destination by clicks, is published, and comes down first when consent is taken back") {
    ReleaseDesk d;
    d.window.go_to(QStringLiteral("release"));

    // Nobody may receive anything yet.
    d.press("new destination");
    d.write("destination code", "web");
    d.in_room<QComboBox>("").setCurrentIndex(1);
    d.press("save destination");
    REQUIRE(d.settles());
    REQUIRE(d.archive.destinations().size() == 1);
    CHECK(d.archive.destinations()[0].kind == "web");

    // Why it cannot go: the gate's words.
    d.choose_clip("courage");
    REQUIRE(d.verdict_says("cannot go to web"));
    QStringList findings;
    for (int n = 0; n < d.in_room<QListWidget>("findings").count(); ++n)
        findings << d.in_room<QListWidget>("findings").item(n)->text();
    CHECK_THAT(findings.join(QLatin1Char('\n')).toStdString(), Catch::Contains("approve"));
    CHECK_FALSE(d.in_room<QPushButton>("release").isEnabled());
    test::take_screenshot(d.window, QStringLiteral("release-refused"));

    d.approve();
    CHECK(d.in_room<QListWidget>("clips").item(0)->text().startsWith(QStringLiteral("courage")));
    d.choose_clip("courage");
    REQUIRE(d.verdict_says("Nothing stands in the way"));
    d.release();
    REQUIRE(d.archive.releases().size() == 1);
    const auto release = d.archive.releases()[0];
    CHECK(release.destination == "web");
    CHECK(release.state == "written");
    CHECK(std::filesystem::exists(d.archive.path(release.folder) / "manifest.json"));
    REQUIRE(d.rows() == 1);

    // Checked as a receiver would, with the key of who signed it.
    auto& ledger = d.in_room<QTableView>("ledger");
    ledger.selectRow(0);
    d.press("check");
    REQUIRE(d.settles());
    CHECK_THAT(d.in_room<QLabel>("checked").text().toStdString(), Catch::Contains("whole, and signed by dina"));

    d.write("address", "https://example.org/watch/courage");
    d.write("reach", "1200");
    d.press("publish");
    REQUIRE(d.settles());
    REQUIRE(d.archive.places().size() == 1);
    CHECK(d.archive.places()[0].address == "https://example.org/watch/courage");
    CHECK(d.archive.places()[0].reach == 1200);

    d.run("lina", "consent withdraw BTIB-0001 --reason called");
    d.desk.refresh();
    CHECK_THAT(d.in_room<QLabel>("due").text().toStdString(), Catch::Contains("2 thing"));
    const auto due = d.archive.places()[0].takedown_due;
    CHECK_THAT(d.cell(0, ui::LedgerTable::state), Catch::Contains(due));
    CHECK(d.cell(0, ui::LedgerTable::where) == "https://example.org/watch/courage");
    CHECK_THAT(d.cell(1, ui::LedgerTable::where), Catch::Contains("package"));
    CHECK(ledger.model()->index(0, 0).data(Qt::ForegroundRole).value<QColor>() == ui::roles().stop);
    test::take_screenshot(d.window, QStringLiteral("release"));

    ledger.selectRow(0);
    d.write("note", "removed by the host");
    d.press("down");
    REQUIRE(d.settles());
    CHECK_FALSE(d.archive.places()[0].takedown_done.empty());
    CHECK(d.archive.places()[0].note == "removed by the host");
    CHECK_FALSE(d.in_room<QPushButton>("down").isEnabled());  // the next is chosen, and nothing said of it
    d.write("note", "deleted by hand");
    d.press("down");
    REQUIRE(d.settles());
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("still lies at"));
    CHECK_FALSE(d.archive.releases()[0].takedown_done.empty());
    CHECK(d.in_room<QLabel>("due").isHidden());
}

TEST_CASE("a package that somebody changed is told, and what is wrong with it") {
    ReleaseDesk d;
    d.run("dina", "destination add lab --kind partner");
    d.approve();
    d.window.go_to(QStringLiteral("release"));
    d.choose_clip("courage");
    REQUIRE(d.verdict_says("Nothing stands in the way"));
    d.release();
    const auto folder = d.archive.path(d.archive.releases().at(0).folder);
    std::ofstream(folder / "added.txt") << "x";
    d.in_room<QTableView>("ledger").selectRow(0);
    d.press("check");
    REQUIRE(d.settles());
    CHECK_THAT(d.in_room<QLabel>("checked").text().toStdString(), Catch::Contains("added.txt"));
}

TEST_CASE("what must come down stands first by its day, places before their package, what is down last") {
    const auto release = [](std::int64_t id, const char* due, const char* done) {
        archive::Release r;
        r.id = id;
        r.at = "2026-11-0" + std::to_string(id);
        r.takedown_due = due;
        r.takedown_done = done;
        return r;
    };
    archive::Place place;
    place.id = 7;
    place.release = 2;
    place.takedown_due = "2026-12-05";
    const auto lines = ui::ledger_lines({release(1, "", ""), release(2, "2026-12-05", ""), release(3, "2026-11-20", ""),
                                         release(4, "2026-11-01", "2026-11-02")},
                                        {place}, "2026-11-28");
    std::string order;
    for (const auto& line : lines) order += line.id().toStdString() + " ";
    CHECK(order == "3 P7 2 1 4 ");
    CHECK(lines[0].state == ui::LedgerLine::State::overdue);
    CHECK(lines[1].state == ui::LedgerLine::State::due);
}

TEST_CASE("a destination's change can be undone, where the command line can say what was before") {
    archive::Destination before;
    before.code = "lab";
    before.audiences = {"researchers"};
    auto now = before;
    now.audiences = {"researchers", "students"};
    now.takedown_days = 3;
    auto edit = ui::change_destination(before, now);
    REQUIRE(edit.steps.at(0).way_back);
    CHECK(edit.steps[0].way_back({}).back.join(QLatin1Char(' ')).toStdString() ==
          "destination change lab --audience researchers --takedown-days 7");
    now.territories = {"SE"};
    CHECK_FALSE(ui::change_destination(before, now).steps.at(0).way_back);
}
