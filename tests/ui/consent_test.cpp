// Consent as a person writes it down: by keys and clicks, and what the archive holds afterwards.
#include <fstream>

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>

#include "clip/rehearsal.h"
#include "core/day.h"
#include "ui/consent/changes_view.h"
#include "ui/consent/consent_edits.h"
#include "ui/studio.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

struct ConsentDesk : test::Rehearsal, test::StudioRun {
    ConsentDesk() {
        store_true_faces();
        desk.open(folder());
        desk.sign_in(QStringLiteral("amina"));
        desk.choose_interview(QStringLiteral("BTIB-0001"));
        window.go_to(QStringLiteral("consent"));
        REQUIRE(test::comes_true([&] { return !player().view().picture().isNull(); }));
    }
    QWidget& room() { return window.room(QStringLiteral("consent")); }
    ui::Player& player() { return in_room<ui::Player>(); }
    template <class Widget>
    Widget& in_room(const QString& name = {}) {
        auto* found = room().findChild<Widget*>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return *found;
    }
    void choose(const char* name) { in_room<QRadioButton>(QString::fromLatin1(name)).click(); }
    void write(const char* name, const char* text) {
        auto& field = in_room<QLineEdit>(QString::fromLatin1(name));
        field.setFocus();
        QTest::keyClicks(&field, QString::fromUtf8(text));
    }
    void press(const char* name) {
        auto& button = in_room<QPushButton>(QString::fromLatin1(name));
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    std::string changes(const char* name) {
        return in_room<ui::ChangesView>(QString::fromLatin1(name)).lines().join(QStringLiteral("; ")).toStdString();
    }
    consent::Revision latest(const std::string& person = "subject") {
        return archive.latest_consent("BTIB-0001", person).value();
    }
};

}  // namespace

TEST_CASE("what a person says on the recording becomes one new revision, marked by keys where they say it") {
    ConsentDesk d;
    CHECK_FALSE(d.in_room<QPushButton>(QStringLiteral("save consent")).isEnabled());
    d.choose("--face show");
    d.choose("--use training");
    d.write("territories", "se, no");
    d.write("until", "2027-12-31");
    d.in_room<QCheckBox>(QStringLiteral("told-may-stop")).click();
    CHECK(d.changes("what this changes") ==
          "stricter: How far it may go: public → training; looser: Face: hidden → shown; "
          "stricter: In which countries: any → SE, NO; stricter: Until: no end → 2027-12-31; "
          "changed: Wishes: none → were told that they may stop at any time");

    d.player().setFocus();
    d.player().seek(400ms);
    REQUIRE(test::comes_true([&] { return d.player().position() == 400ms; }));
    QTest::keyClick(&d.player(), Qt::Key_I);
    d.player().seek(1600ms);
    REQUIRE(test::comes_true([&] { return d.player().position() == 1600ms; }));
    QTest::keyClick(&d.player(), Qt::Key_O);
    CHECK_FALSE(d.in_room<QPushButton>(QStringLiteral("save consent")).isEnabled());  // nobody said why
    d.write("reason", "asked again in the office");
    test::take_screenshot(d.window, QStringLiteral("consent"));
    d.press("save consent");
    REQUIRE(d.settles());

    const auto stored = d.latest();
    CHECK(stored.id == 2);
    CHECK(stored.author == "amina");
    CHECK(stored.reason == "asked again in the office");
    CHECK(stored.terms.use == consent::Use::training);
    CHECK(stored.terms.face == consent::FaceTerm::show);
    CHECK(stored.terms.name == consent::NameTerm::changed);
    CHECK(stored.terms.voice == consent::VoiceTerm::keep);
    CHECK(stored.terms.territories == std::vector<std::string>{"SE", "NO"});
    CHECK(stored.terms.until == "2027-12-31");
    CHECK(stored.preferences == std::vector{consent::Preference::told_may_stop});
    CHECK(stored.evidence.recording == d.recording.id);
    CHECK(stored.evidence.range == Range{400ms, 1640ms});  // the picture that is seen belongs to it
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("is saved"));
    CHECK(d.edits.undo_title().isEmpty());
    // Evidence is never carried over to what is said next.
    CHECK_FALSE(d.in_room<QRadioButton>(QStringLiteral("--method verbal")).isChecked());
}

TEST_CASE("letters in a field are text and mark no evidence, and a field that cannot be read says how") {
    ConsentDesk d;
    d.choose("--method witnesses");
    d.write("witnesses", "Ibrahim Oslo");
    CHECK(d.in_room<QLineEdit>(QStringLiteral("witnesses")).text().toStdString() == "Ibrahim Oslo");
    CHECK(d.in_room<QRadioButton>(QStringLiteral("--method witnesses")).isChecked());
    d.write("reason", "called back");
    CHECK_THAT(d.in_room<QLabel>(QStringLiteral("why not yet")).text().toStdString(), Catch::Contains("code"));
    d.in_room<QLineEdit>(QStringLiteral("witnesses")).clear();
    d.write("witnesses", "W-07 W-12");
    d.write("territories", "Sweden");
    CHECK_THAT(d.in_room<QLabel>(QStringLiteral("why not yet")).text().toStdString(), Catch::Contains("Sweden"));
    d.in_room<QLineEdit>(QStringLiteral("territories")).clear();
    d.write("territories", "SE");
    d.choose("--voice alter");
    d.press("save consent");
    REQUIRE(d.settles());
    CHECK(d.latest().evidence.witnesses == std::vector<std::string>{"W-07", "W-12"});
    CHECK(d.latest().terms.voice == consent::VoiceTerm::alter);
    CHECK(d.latest().terms.territories == std::vector<std::string>{"SE"});
}

TEST_CASE("others have a consent of their own, which begins with the safest terms") {
    ConsentDesk d;
    auto& persons = d.in_room<QListWidget>(QStringLiteral("persons"));
    persons.setCurrentRow(1);
    CHECK(d.in_room<QRadioButton>(QStringLiteral("--use none")).isChecked());
    CHECK(d.in_room<QRadioButton>(QStringLiteral("--face hide")).isChecked());
    d.choose("--use public");
    d.choose("--face show");
    d.choose("--method witnesses");
    d.write("witnesses", "W-1");
    d.write("reason", "is a journalist");
    d.press("save consent");
    REQUIRE(d.settles());
    CHECK(d.latest("interviewer").terms.face == consent::FaceTerm::show);
    CHECK(d.latest("interviewer").terms.name == consent::NameTerm::changed);
    CHECK(d.latest().id == 1);
    CHECK_THAT(persons.item(1)->text().toStdString(), Catch::Contains("public"));
}

TEST_CASE("two revisions are compared, and the list says which way each term went") {
    ConsentDesk d;
    auto next = d.latest();
    next.terms.voice = consent::VoiceTerm::alter;
    next.reason = "afraid of being known by the voice";
    d.archive.append_consent(next, "amina");
    next.terms.voice = consent::VoiceTerm::keep;
    next.terms.until = "2027-12-31";
    next.reason = "thought again";
    d.archive.append_consent(next, "amina");
    d.desk.refresh();
    auto& revisions = d.in_room<QListWidget>(QStringLiteral("revisions"));
    REQUIRE(revisions.count() == 3);
    CHECK_THAT(revisions.item(0)->text().toStdString(), Catch::Contains("thought again"));
    revisions.clearSelection();
    revisions.item(0)->setSelected(true);
    CHECK(d.changes("") == "looser: Voice: altered → as it is; stricter: Until: no end → 2027-12-31");
    revisions.item(2)->setSelected(true);
    CHECK(d.changes("") == "stricter: Until: no end → 2027-12-31");
}

TEST_CASE("before consent is taken back its published places are shown, and anybody who works here may record it") {
    ConsentDesk d;
    d.cut("courage", 0s, 2s);
    d.add_destination("web");
    archive::Render render;
    render.clip = "courage";
    render.file = "renders/courage.mp4";
    render.sha256 = std::string(64, 'a');
    render.settings_sha256 = std::string(64, 'b');
    render.consent_revisions = {{"BTIB-0001", 1}};
    std::ofstream(d.archive.path(render.file)) << "picture and sound";
    archive::Release release;
    release.render = d.archive.add_render(render, "amina").id;
    release.destination = "web";
    release.folder = "releases/courage";
    release.manifest_sha256 = std::string(64, 'c');
    archive::Place place;
    place.release = d.archive.add_release(release, "lina").id;
    place.address = "https://example.org/courage";
    place.since = today();
    d.archive.add_place(place, "lina");

    d.desk.sign_in(QStringLiteral("lina"));  // no editor
    CHECK_FALSE(d.in_room<QPushButton>(QStringLiteral("save consent")).isEnabled());
    d.press("take back");
    auto& dialog = d.in_room<QDialog>();
    QStringList listed;
    auto* list = dialog.findChild<QListWidget*>();
    for (int n = 0; n < list->count(); ++n) listed << list->item(n)->text();
    CHECK_THAT(listed.join(QLatin1Char('\n')).toStdString(),
               Catch::Contains("https://example.org/courage") && Catch::Contains("courage, sent to web"));
    auto* yes = dialog.findChild<QPushButton*>(QStringLiteral("withdraw"));
    CHECK_FALSE(yes->isEnabled());
    QTest::keyClicks(dialog.findChild<QLineEdit*>(), QStringLiteral("called on 3 March"));
    test::take_screenshot(dialog, QStringLiteral("consent-withdrawal"));
    CHECK_FALSE(d.latest().withdrawn);
    QTest::mouseClick(yes, Qt::LeftButton);
    REQUIRE(d.settles());
    CHECK(d.latest().withdrawn);
    CHECK(d.latest().author == "lina");
    CHECK(d.latest().reason == "called on 3 March");
    CHECK_FALSE(d.archive.places().at(0).takedown_due.empty());
    CHECK_FALSE(d.in_room<QRadioButton>(QStringLiteral("--voice keep")).isChecked());  // nothing of it counts now
}

TEST_CASE("an interview is added and described, and its description can be undone") {
    ConsentDesk d;
    d.press("new interview");
    d.write("code", "BTIB-0002");
    d.write("pseudonym", "Layla");
    d.write("setting", "camp");
    d.write("interview languages", "ar ku");
    d.write("present", "interviewer:woman translator");
    d.in_room<QCheckBox>(QStringLiteral("minor")).click();
    test::take_screenshot(d.window, QStringLiteral("consent-interview"));
    d.press("save interview");
    REQUIRE(d.settles());
    const auto added = d.archive.interview("BTIB-0002");
    CHECK(added.pseudonym == "Layla");
    CHECK(added.languages == std::vector<std::string>{"ar", "ku"});
    CHECK(added.present == std::vector<std::string>{"interviewer:woman", "translator"});
    CHECK(added.minor);
    CHECK(d.desk.interview().toStdString() == "BTIB-0002");

    d.press("describe");
    d.in_room<QLineEdit>(QStringLiteral("setting")).clear();
    d.in_room<QCheckBox>(QStringLiteral("custody")).click();
    d.press("save interview");
    REQUIRE(d.settles());
    CHECK(d.archive.interview("BTIB-0002").setting.empty());
    CHECK(d.archive.interview("BTIB-0002").custody);
    d.edits.undo();
    REQUIRE(d.settles());
    CHECK(d.archive.interview("BTIB-0002").setting == "camp");
    CHECK_FALSE(d.archive.interview("BTIB-0002").custody);

    d.press("new interview");
    d.write("code", "BTIB-0002");
    d.press("save interview");
    REQUIRE(d.settles());
    CHECK_THAT(d.notice().toStdString(), Catch::Contains("BTIB-0002"));
}

TEST_CASE("terms for one purpose name that purpose, and only what differs is said") {
    consent::Revision before;
    before.terms.use = consent::Use::public_;
    ui::NewRevision next;
    next.interview = QStringLiteral("BTIB-0001");
    next.person = QStringLiteral("subject");
    next.purpose = consent::Use::training;
    next.terms = before.terms;
    next.terms.use = consent::Use::training;
    next.terms.face = consent::FaceTerm::show;
    next.evidence.method = QStringLiteral("none");
    next.reason = QStringLiteral("asked");
    const auto words = ui::set_consent(next, before).steps.at(0).verb.join(QLatin1Char(' '));
    CHECK(words.toStdString() ==
          "consent set BTIB-0001 --person subject --for training --use training --face show --method none --reason "
          "asked");
    next.like_all = true;
    CHECK_THAT(ui::set_consent(next, before).steps.at(0).verb.join(QLatin1Char(' ')).toStdString(),
               Catch::Contains("--for training --like-all") && !Catch::Contains("--face"));
}
