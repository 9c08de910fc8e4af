#include "ui/application.h"

#include <QStandardPaths>
#include <QTest>

#include "ui/look/roles.h"
#include "ui/shell/settings.h"

namespace counterclip::test {

namespace {

std::unique_ptr<QApplication> the_one;

// Qt wants its application gone before the program's end.
struct EndOfRun : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;
    void testRunEnded(const Catch::TestRunStats& stats) override {
        TestEventListenerBase::testRunEnded(stats);
        the_one.reset();
    }
};
CATCH_REGISTER_LISTENER(EndOfRun)

}  // namespace

QApplication& application() {
    if (the_one) return *the_one;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("COUNTERCLIP_PROGRAM", COUNTERCLIP_PROGRAM);
    QStandardPaths::setTestModeEnabled(true);  // no settings of the person who runs it
    static int argc = 1;
    static char name[] = "test_ui";
    static char* argv[] = {name, nullptr};
    the_one = std::make_unique<QApplication>(argc, argv);
    ui::apply_chosen_language(qEnvironmentVariable("COUNTERCLIP_LANGUAGE", "en"));
    ui::apply(qEnvironmentVariableIsSet("COUNTERCLIP_LIGHT") ? ui::light_roles() : ui::dark_roles(), *the_one);
    return *the_one;
}

bool comes_true(const std::function<bool()>& so) {
    return QTest::qWaitFor(so, 10'000);
}

void take_screenshot(QWidget& window, const QString& name) {
    const auto folder = qEnvironmentVariable("COUNTERCLIP_SCREENSHOTS");
    if (!folder.isEmpty()) window.grab().save(folder + QStringLiteral("/") + name + QStringLiteral(".png"));
}

}  // namespace counterclip::test
