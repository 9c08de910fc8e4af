// Colours that change while the window is open, the language that needs another start, and the sheet of keys.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>

#include "clip/rehearsal.h"
#include "ui/keys/key_sheet.h"
#include "ui/look/roles.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/rooms.h"
#include "ui/shell/settings.h"
#include "ui/studio.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::comes_true;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

// The settings of this test are nobody else's.
struct Chosen {
    explicit Chosen(const char* setting) : setting_(s(setting)), before_(QSettings().value(setting_)) {}
    ~Chosen() { before_.isValid() ? QSettings().setValue(setting_, before_) : QSettings().remove(setting_); }
    Chosen(const Chosen&) = delete;
    Chosen& operator=(const Chosen&) = delete;

  private:
    QString setting_;
    QVariant before_;
};

struct Work {
    Work() {
        r.store_true_faces();
        r.cut("BTIB-0001-1", 200ms, 2800ms);
        r.add_destination("web");
    }
    // As whoever opens the program now would see it.
    void begin(test::StudioRun& studio) {
        studio.desk.open(r.folder());
        studio.desk.sign_in(s("ruth"));
        studio.desk.choose_interview(s("BTIB-0001"));
        studio.desk.choose_clip(s("BTIB-0001-1"));
    }
    test::Rehearsal r;
};

QComboBox& choice_of(ui::Settings& settings, const char* value) {
    for (auto* box : settings.findChildren<QComboBox*>())
        if (box->findData(s(value)) >= 0) return *box;
    FAIL("nothing offers " << value);
    throw;
}

// Pixels that differ visibly, of a thousand.
double apart(const QImage& a, const QImage& b) {
    REQUIRE(a.size() == b.size());
    int differ = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24) ++differ;
    return 1000.0 * differ / (a.width() * a.height());
}

QImage picture_of(test::StudioRun& studio, const QString& room) {
    studio.window.go_to(room);
    studio.desk.choose_interview(s("BTIB-0001"));
    studio.desk.choose_clip(s("BTIB-0001-1"));
    return studio.window.grab().toImage();
}

}  // namespace

TEST_CASE("light and dark are changed in every room at once, without another start") {
    Work work;
    const Chosen colours("look/colours");
    QSettings().setValue(s("look/colours"), s("dark"));
    ui::apply(ui::dark_roles(), *qApp);
    {
        test::StudioRun changed;
        work.begin(changed);
        for (const auto& room : ui::room_kinds()) changed.window.go_to(room.name);
        QTest::qWait(500);
        ui::Settings settings(changed.keys, changed.the<ui::IdleLock>(), &changed.window);
        auto& box = choice_of(settings, "light");
        box.setCurrentIndex(box.findData(s("light")));
        QTest::qWait(500);
        for (const auto* widget : QApplication::allWidgets())
            for (const auto& colour : {ui::dark_roles().dim, ui::dark_roles().stop, ui::dark_roles().warn,
                                       ui::dark_roles().safe, ui::dark_roles().text})
                CHECK_FALSE(widget->styleSheet().contains(colour.name()));
        test::StudioRun begun;  // in light
        work.begin(begun);
        for (const auto& room : ui::room_kinds()) begun.window.go_to(room.name);
        QTest::qWait(500);
        // Thumbnails and findings come from elsewhere. Which line of the library has the focus is another matter.
        for (const auto* room : {"consent", "cut", "faces", "audit", "release"}) {
            INFO(room);
            CHECK(comes_true([&] { return apart(picture_of(changed, s(room)), picture_of(begun, s(room))) < 2; }));
            test::take_screenshot(changed.window, s("live-") + s(room));
        }
    }
    ui::apply(ui::dark_roles(), *qApp);
}

TEST_CASE("another language says that it needs another start, and begins one with what is open") {
    Work work;
    const Chosen language("look/language");
    QSettings().setValue(s("look/language"), s("en"));
    test::StudioRun studio;
    work.begin(studio);
    ui::Settings settings(studio.keys, studio.the<ui::IdleLock>(), &studio.window);
    settings.show();
    auto& note = *settings.findChild<QWidget*>(s("language_note"));
    CHECK_FALSE(note.isVisible());
    auto& box = choice_of(settings, "ar");
    box.setCurrentIndex(box.findData(s("ar")));
    CHECK(note.isVisible());
    test::take_screenshot(settings, s("settings-language"));
    box.setCurrentIndex(box.findData(s("en")));
    CHECK_FALSE(note.isVisible());

    QSignalSpy asked(&settings, &ui::Settings::start_again_asked);
    note.findChild<QPushButton*>(s("start_again"))->click();
    CHECK(asked.count() == 1);
    QSignalSpy again(&studio.window, &ui::MainWindow::start_again_asked);
    studio.window.start_again();
    REQUIRE(again.count() == 1);
    CHECK(again.front().front().toStringList() == QStringList{QString::fromStdString(work.r.folder().string())});
    CHECK_FALSE(studio.window.isVisible());
}

TEST_CASE("starting again asks about jobs first, and a no leaves everything as it is") {
    Work work;
    test::StudioRun studio;
    work.begin(studio);
    studio.jobs.add({s("long work"), {s("60")}, {}, s("/bin/sleep")});
    REQUIRE(comes_true([&] { return studio.jobs.open_jobs() == 1; }));
    QSignalSpy again(&studio.window, &ui::MainWindow::start_again_asked);
    const auto answer = [](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box) box->button(button)->click();
        });
    };
    answer(QMessageBox::No);
    studio.window.start_again();
    CHECK(again.count() == 0);
    CHECK(studio.window.isVisible());
    CHECK(studio.jobs.open_jobs() == 1);
    answer(QMessageBox::Yes);
    studio.window.start_again();
    CHECK(again.count() == 1);
    CHECK(comes_true([&] { return studio.jobs.open_jobs() == 0; }));
}

TEST_CASE("the sheet of keys fits a small window, begins with the room one is in, and finds a key by word or key") {
    Work work;
    test::StudioRun studio;
    studio.window.resize(960, 600);
    work.begin(studio);
    for (const auto& room : ui::room_kinds()) studio.window.go_to(room.name);
    studio.window.go_to(s("cut"));
    QTest::keyClick(&studio.window.room(s("cut")), Qt::Key_Question, Qt::ShiftModifier);
    CHECK_FALSE(studio.window.findChild<ui::KeySheet*>());  // here it is "identifying"
    auto& button = studio.the<QToolButton>(s("keys_button"));
    CHECK(button.isVisible());
    CHECK_THAT(button.text().toStdString(), Catch::Contains("Ctrl+/"));
    QTest::mouseClick(&button, Qt::LeftButton);
    auto& sheet = studio.the<ui::KeySheet>();
    REQUIRE(comes_true([&] { return sheet.isVisible(); }));
    CHECK(sheet.width() <= studio.window.width());
    CHECK(sheet.height() <= studio.window.height());
    auto& scroll = *sheet.findChild<QScrollArea*>();
    QCoreApplication::processEvents();
    CHECK_FALSE(scroll.horizontalScrollBar()->isVisible());
    CHECK(scroll.horizontalScrollBar()->maximum() == 0);
    test::take_screenshot(sheet, s("keys-small"));
    const auto shown = [&] {
        QStringList texts;
        for (const auto* label : scroll.widget()->findChildren<QLabel*>())
            if (label->isVisible()) texts << label->text();
        return texts;
    };
    CHECK(shown().front() == s("CUT"));
    for (const auto* label : scroll.widget()->findChildren<QLabel*>())
        if (label->isVisible()) CHECK(label->width() >= label->sizeHint().width());
    auto& search = *sheet.findChild<QLineEdit*>();
    search.setText(s("render"));
    CHECK(shown().contains(s("Render the clip")));
    CHECK_FALSE(shown().contains(s("Mark in")));
    search.setText(s("ctrl+e"));
    CHECK(shown().contains(s("Render the clip")));
    search.setText(s("no such key"));
    CHECK(shown().isEmpty());
}
