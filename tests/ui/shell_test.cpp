// The window around the rooms: first steps, signing in, the lock, the keys, what happens to a damaged archive.
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include "clip/rehearsal.h"
#include "core/staged_file.h"
#include "ui/keys/key_sheet.h"
#include "ui/promise/promise_strip.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/jobs_panel.h"
#include "ui/shell/new_archive.h"
#include "ui/shell/rail.h"
#include "ui/shell/settings.h"
#include "ui/shell/sign_in.h"
#include "ui/studio.h"

using namespace counterclip;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

template <class Widget>
QList<Widget*> fields_of(QWidget& dialog) {
    return dialog.findChildren<Widget*>(QString(), Qt::FindChildrenRecursively);
}

QPushButton& button(QWidget& in, const QString& text) {
    for (auto* one : in.findChildren<QPushButton*>())
        if (one->text() == text) return *one;
    FAIL("there is no button " << text.toStdString());
    throw;
}

}  // namespace

TEST_CASE("without an archive the window says how to begin, and the rooms are closed") {
    test::StudioRun studio;
    CHECK(studio.window.findChild<ui::FirstSteps*>());
    CHECK_FALSE(studio.the<ui::Rail>().isEnabled());
    test::take_screenshot(studio.window, s("first-steps"));
    test::Rehearsal r;
    studio.desk.open(r.folder());
    CHECK(studio.the<ui::Rail>().isEnabled());
    CHECK(ui::recent_archives().front().toStdString() == r.folder().string());
}

TEST_CASE("a new archive and its first operator are made in one form, who then signs in with their passphrase") {
    test::StudioRun studio;
    const test::TemporaryFolder space;
    ui::NewOperator form(studio.desk, true);
    form.show();
    auto fields = fields_of<QLineEdit>(form);
    REQUIRE(fields.size() == 4);
    fields[3]->setText(QString::fromStdString((space / "mine").string()));
    fields[0]->setText(s("ruth"));
    fields[1]->setText(s("right"));
    fields[2]->setText(s("wrong"));
    QTest::mouseClick(&button(form, s("Make it")), Qt::LeftButton);
    CHECK(form.isVisible());  // they differ
    fields[2]->setText(s("right"));
    bool made = false;
    QObject::connect(&form, &ui::NewOperator::archive_made, &form, [&] { made = true; });
    QTest::mouseClick(&button(form, s("Make it")), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return made; }, 60'000));  // a key is encrypted slowly, by design

    studio.desk.open((space / "mine").string());
    ui::SignIn sign_in(studio.desk);
    sign_in.show();
    auto passphrases = fields_of<QLineEdit>(sign_in);
    passphrases[0]->setText(s("guessed"));
    auto& go = button(sign_in, s("Sign in"));
    QTest::mouseClick(&go, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return go.isEnabled(); }, 60'000));
    CHECK(studio.desk.by().isEmpty());
    passphrases[0]->setText(s("right"));
    QTest::mouseClick(&go, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return !studio.desk.by().isEmpty(); }, 60'000));
    CHECK(studio.desk.by().toStdString() == "ruth");
    CHECK(studio.desk.has_role(s("admin")));
}

TEST_CASE("the lock signs out, forgets the passphrases and says so") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    studio.desk.sign_in(ui::Identity{s("amina"), SecretText(std::string("mine")), SecretText(std::string("vault"))});
    CHECK(studio.desk.may_see_originals());
    studio.the<ui::IdleLock>().lock();
    CHECK(studio.desk.by().isEmpty());
    CHECK(studio.desk.identity().key_passphrase.empty());
    CHECK(studio.desk.identity().vault_passphrase.empty());
    CHECK_FALSE(studio.desk.may_see_originals());
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("Sign in"));
}

TEST_CASE("the lock closes what was being asked, and nothing of it is done") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    studio.desk.sign_in(s("amina"));
    QDialog question(&studio.window);
    question.open();
    studio.the<ui::IdleLock>().lock();
    CHECK_FALSE(question.isVisible());
    CHECK(question.result() == QDialog::Rejected);
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("nothing of it done"));
}

namespace {

// By what a person fills in; ends when the dialog has said yes.
void fill_in(ui::NewOperator& form, const QString& code, const QString& go, const QString& folder = {}) {
    form.show();
    auto fields = fields_of<QLineEdit>(form);
    fields[0]->setText(code);
    fields[1]->setText(s("right"));
    fields[2]->setText(s("right"));
    if (!folder.isEmpty()) fields[3]->setText(folder);
    bool accepted = false;
    QObject::connect(&form, &QDialog::accepted, &form, [&] { accepted = true; });
    QTest::mouseClick(&button(form, go), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return accepted; }, 60'000));
}

}  // namespace

TEST_CASE("an admin adds an operator to the archive that is open") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    studio.desk.sign_in(s("ruth"));
    ui::NewOperator form(studio.desk, false);
    form.findChild<QCheckBox*>(s("auditor"))->setChecked(true);
    fill_in(form, s("zed"), s("Add"));
    CHECK(r.again().get_operator("zed").roles == std::vector<std::string>{"auditor"});
}

TEST_CASE("an archive is made while another is open, which nothing is written into") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    const auto events = r.archive.log_head().sequence;
    const test::TemporaryFolder space;
    const auto mine = QString::fromStdString((space / "mine").string());
    ui::NewOperator form(studio.desk, true);
    fill_in(form, s("maryam"), s("Make it"), mine);
    CHECK(archive::Archive::open(mine.toStdString()).get_operator("maryam").roles == std::vector<std::string>{"admin"});
    CHECK(r.archive.log_head().sequence == events);
}

TEST_CASE("what is no archive, and one of a newer version, are told in the window and nothing is lost") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    const test::TemporaryFolder empty;
    studio.window.open(empty.path());
    CHECK(test::comes_true([&] { return studio.notice().contains(s("there is no archive")); }));
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains(empty.path().string()));
    CHECK(studio.desk.archive_folder() == r.folder());

    test::Shelf newer;
    newer.raw().exec("PRAGMA user_version = 999");
    studio.window.open(newer.folder());
    CHECK(test::comes_true([&] { return studio.notice().contains(s("newer")); }));
    CHECK(studio.desk.archive_folder() == r.folder());
}

TEST_CASE("an archive is opened away from the window, which works on with the one it had till then") {
    test::Rehearsal r;
    test::Shelf other;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    studio.window.open(other.folder(), s("Welcome"));
    CHECK(studio.desk.archive_folder() == r.folder());
    CHECK(test::comes_true([&] { return studio.desk.archive_folder() == other.folder(); }));
    CHECK(studio.notice() == s("Welcome"));
}

TEST_CASE("of two archives asked for one after the other the second is opened") {
    test::Shelf first;
    test::Shelf second;
    test::StudioRun studio;
    QStringList opened;
    QObject::connect(&studio.desk, &ui::Desk::opened, &studio.window,
                     [&] { opened << QString::fromStdString(studio.desk.archive_folder().string()); });
    studio.window.open(first.folder());
    studio.window.open(second.folder());
    CHECK(test::comes_true([&] { return !opened.isEmpty(); }));
    CHECK(opened == QStringList{QString::fromStdString(second.folder().string())});
}

TEST_CASE("the list of jobs lies over the room, and the window keeps its size") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    const auto before = studio.window.size();
    studio.the<QToolButton>(s("jobs_button")).click();
    QCoreApplication::processEvents();
    const auto& jobs = studio.the<ui::JobsPanel>();
    CHECK(jobs.isVisible());
    CHECK(studio.window.size() == before);
    CHECK(studio.window.rect().contains(QRect(jobs.mapTo(&studio.window, QPoint()), jobs.size())));
}

TEST_CASE("F-keys go from room to room, and the sheet lists every key") {
    test::Rehearsal r;
    test::StudioRun studio;
    studio.desk.open(r.folder());
    for (int n = 0; n < 6; ++n) {
        QTest::keyClick(&studio.window, static_cast<Qt::Key>(Qt::Key_F1 + n));
        CHECK(studio.the<ui::Rail>().room() == n);
    }
    QTest::keyClick(&studio.window, Qt::Key_F1);
    QTest::keyClick(&studio.window, Qt::Key_Slash, Qt::ControlModifier);
    auto& sheet = studio.the<ui::KeySheet>();
    CHECK(sheet.isVisible());
    test::take_screenshot(sheet, s("keys"));
    QStringList ids;
    for (const auto& key : studio.keys.all()) {
        CHECK_FALSE(ids.contains(key.id));
        ids << key.id;
    }
}

TEST_CASE("a key that was chosen works instead of the standard one, at the next start too") {
    test::Rehearsal r;
    {
        test::StudioRun studio;
        studio.keys.choose(s("room.cut"), QKeySequence(s("Ctrl+3")));
    }
    test::StudioRun studio;
    studio.desk.open(r.folder());
    QTest::keyClick(&studio.window, Qt::Key_F3);
    CHECK(studio.the<ui::Rail>().room() == 0);
    QTest::keyClick(&studio.window, Qt::Key_3, Qt::ControlModifier);
    CHECK(studio.the<ui::Rail>().room() == 2);
    studio.keys.choose(s("room.cut"), QKeySequence(Qt::Key_F3));
    QTest::keyClick(&studio.window, Qt::Key_F1);
    QTest::keyClick(&studio.window, Qt::Key_F3);
    CHECK(studio.the<ui::Rail>().room() == 2);
}

TEST_CASE("in Arabic the window speaks Arabic and is mirrored, and English has its plurals") {
    test::Rehearsal r;
    ui::apply_chosen_language(s("ar"));
    {
        test::StudioRun studio;
        studio.desk.open(r.folder());
        CHECK(studio.window.isRightToLeft());
        const auto jobs = studio.the<QToolButton>(s("jobs_button")).accessibleName();
        CHECK(jobs.contains(QRegularExpression(s("\\p{Arabic}"))));
        CHECK(studio.the<ui::Rail>().geometry().center().x() > studio.window.width() / 2);
        studio.desk.choose_interview(s("BTIB-0001"));
        CHECK(studio.the<ui::PromiseStrip>().text().contains(QRegularExpression(s("\\p{Arabic}"))));
    }
    ui::apply_chosen_language(s("en"));
    CHECK(QCoreApplication::translate("counterclip::ui::PromiseStrip", "%n open gap(s)", nullptr, 1) ==
          s("1 open gap"));
    CHECK(QCoreApplication::translate("counterclip::ui::PromiseStrip", "%n open gap(s)", nullptr, 3) ==
          s("3 open gaps"));
}
