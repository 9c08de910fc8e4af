#include "ui/application.h"

#include <QStandardPaths>
#include <QTest>

#include "ui/look/roles.h"
#include "ui/shell/settings.h"

namespace counterclip::test {

namespace {

std::unique_ptr<QApplication> the_one;

void make_application() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("COUNTERCLIP_PROGRAM", COUNTERCLIP_PROGRAM);
    QStandardPaths::setTestModeEnabled(true);  // no settings of the person who runs it
    static int argc = 1;
    static char name[] = "test_ui";
    static char* argv[] = {name, nullptr};
    the_one = std::make_unique<QApplication>(argc, argv);
    ui::apply_chosen_language(qEnvironmentVariable("COUNTERCLIP_LANGUAGE", "en"));
    ui::apply(qEnvironmentVariableIsSet("COUNTERCLIP_LIGHT") ? ui::light_roles() : ui::dark_roles(), *the_one);
}

// One application for the run: made before the first test, since even a bare widget's members need it, and gone
// before the program's end, as Qt wants.
struct ApplicationOfTheRun : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;
    void testRunStarting(const Catch::TestRunInfo& run) override {
        TestEventListenerBase::testRunStarting(run);
        make_application();
    }
    void testRunEnded(const Catch::TestRunStats& stats) override {
        TestEventListenerBase::testRunEnded(stats);
        the_one.reset();
    }
};
CATCH_REGISTER_LISTENER(ApplicationOfTheRun)

}  // namespace

bool comes_true(const std::function<bool()>& so) {
    return QTest::qWaitFor(so, 10'000);
}

void take_screenshot(QWidget& window, const QString& name) {
    const auto folder = qEnvironmentVariable("COUNTERCLIP_SCREENSHOTS");
    if (!folder.isEmpty()) window.grab().save(folder + QStringLiteral("/") + name + QStringLiteral(".png"));
}

}  // namespace counterclip::test
