// What a window shows to nobody: what is veiled and what is coded; no words of people, and no sound.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>

#include "ui/audit/contact_strip.h"
#include "ui/auditing.h"
#include "ui/consent/changes_view.h"
#include "ui/cutting.h"
#include "ui/promise/promise_strip.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::comes_true;

namespace {

// Every word that can be seen of a window.
std::string words_on(QWidget& window) {
    QStringList all;
    for (auto* label : window.findChildren<QLabel*>())
        if (label->isVisible()) all << label->text();
    for (auto* field : window.findChildren<QLineEdit*>())
        if (field->isVisible()) all << field->text();
    for (auto* view : window.findChildren<QAbstractItemView*>())
        for (int row = 0; view->isVisible() && view->model() && row < view->model()->rowCount(); ++row)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                all << view->model()->index(row, 0).data(role).toString();
    return all.join(QLatin1Char('\n')).toStdString();
}

}  // namespace

TEST_CASE("the transcript is read by those who are signed in, and goes from the screen with them") {
    test::Cutting c;
    CHECK_THAT(words_on(c.studio.window), Catch::Contains("They took our passports"));
    c.studio.desk.sign_out();
    CHECK_THAT(words_on(c.studio.window), !Catch::Contains("passports") && Catch::Contains("Sign in to read"));
    c.studio.desk.refresh();  // nor does it come back by itself
    CHECK_THAT(words_on(c.studio.window), !Catch::Contains("passports"));
    c.studio.desk.sign_in(QStringLiteral("lina"));
    CHECK_THAT(words_on(c.studio.window), Catch::Contains("They took our passports"));
}

TEST_CASE("nobody hears a recording, nor a render that nobody released, and whoever signs in does") {
    test::Rendered rendered;
    test::Auditing studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    CHECK(studio.player().sound().has_file());
    studio.desk.sign_out();
    CHECK_FALSE(studio.player().sound().has_file());
    REQUIRE(studio.shows(rendered.latest()));
    CHECK_FALSE(studio.player().sound().has_file());
    studio.window.go_to(QStringLiteral("consent"));
    auto* player = studio.window.room(QStringLiteral("consent")).findChild<ui::Player*>();
    REQUIRE(comes_true([&] { return !player->view().picture().isNull(); }));
    CHECK_FALSE(player->sound().has_file());
    studio.desk.sign_in(QStringLiteral("lina"));
    CHECK(player->sound().has_file());
}

TEST_CASE("captions, decisions and the contact sheet of a file to be withheld are not left to nobody") {
    test::Rendered rendered;
    test::Auditing studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    archive::Approval no;
    no.render = rendered.latest().id;
    no.by = "samir";
    no.at = "2026-11-28T10:00:00Z";
    no.sha256 = rendered.latest().sha256;
    no.reason = "Ibrahim is named in the window";
    rendered.archive.add_approval(no, "samir");
    studio.desk.refresh();
    auto& decisions = studio.the<ui::LineList>(QStringLiteral("decisions"));
    REQUIRE(comes_true([&] { return decisions.text().contains(QStringLiteral("Ibrahim")); }));
    studio.desk.sign_out();
    CHECK_THAT(decisions.text().toStdString(), !Catch::Contains("Ibrahim") && Catch::Contains("Sign in"));
    CHECK_THAT(studio.the<ui::LineList>(QStringLiteral("captions")).text().toStdString(), Catch::Contains("Sign in"));
    auto& strip = studio.the<ui::ContactStrip>();
    CHECK(strip.count() == 0);
    REQUIRE(studio.is_checked());
    CHECK_THAT(decisions.text().toStdString(), !Catch::Contains("Ibrahim"));
    CHECK(comes_true([&] { return strip.count() > 0; }));  // this file's may be looked at by everybody
    studio.desk.sign_in(QStringLiteral("basim"));
    CHECK(comes_true([&] { return decisions.text().contains(QStringLiteral("Ibrahim")); }));
}

TEST_CASE("Consent shows nobody why and how somebody allowed what, and keeps what was being written for who wrote it") {
    test::Rehearsal r;
    r.store_true_faces();
    auto next = r.archive.latest_consent("BTIB-0001").value();
    next.reason = "her brother Yusuf asked";
    next.terms.risk_note = "Yusuf is still there";
    r.archive.append_consent(next, "amina");
    test::StudioRun studio;
    studio.desk.open(r.folder());
    studio.desk.sign_in(QStringLiteral("amina"));
    studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
    studio.window.go_to(QStringLiteral("consent"));
    auto& room = studio.window.room(QStringLiteral("consent"));
    CHECK_THAT(words_on(room), Catch::Contains("Yusuf asked") && Catch::Contains("Yusuf is still there"));
    auto* reason = room.findChild<QLineEdit*>(QStringLiteral("reason"));
    QTest::keyClicks(reason, QStringLiteral("Yusuf called"));

    studio.desk.sign_out();
    CHECK_THAT(words_on(room), !Catch::Contains("Yusuf") && Catch::Contains("Sign in to read"));
    CHECK_THAT(studio.the<ui::PromiseStrip>().text().toStdString(), Catch::Contains("face hidden"));
    test::take_screenshot(studio.window, QStringLiteral("consent-signed-out"));
    studio.desk.refresh();
    QTest::mouseClick(room.findChild<QPushButton*>(QStringLiteral("describe")), Qt::LeftButton);
    QTest::mouseClick(room.findChild<QPushButton*>(QStringLiteral("new interview")), Qt::LeftButton);
    CHECK_THAT(words_on(room), !Catch::Contains("Yusuf") && Catch::Contains("Sign in to read"));
    CHECK_FALSE(room.findChild<QRadioButton*>(QStringLiteral("--face hide"))->isVisible());

    studio.desk.sign_in(QStringLiteral("amina"));
    CHECK(reason->text() == QStringLiteral("Yusuf called"));
    CHECK_THAT(words_on(room), Catch::Contains("Yusuf is still there"));
    studio.desk.sign_out();
    studio.desk.sign_in(QStringLiteral("omar"));
    CHECK(reason->text().isEmpty());
}

TEST_CASE("a window in which nobody signed in yet shows no words, and all of them once somebody does") {
    test::Cutting c("BTIB-0001", {});
    CHECK_THAT(words_on(c.studio.window), !Catch::Contains("passports"));
    c.studio.window.go_to(QStringLiteral("consent"));
    auto& room = c.studio.window.room(QStringLiteral("consent"));
    CHECK_FALSE(room.findChild<QRadioButton*>(QStringLiteral("--face hide"))->isVisible());
    CHECK_THAT(words_on(room), !Catch::Contains("asked before the camera") && !Catch::Contains("passports"));
    c.studio.desk.sign_in(QStringLiteral("omar"));
    CHECK(room.findChild<QRadioButton*>(QStringLiteral("--face hide"))->isChecked());
    CHECK_THAT(words_on(room), Catch::Contains("asked before the camera") && Catch::Contains("passports"));
}
