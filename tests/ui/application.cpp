#include "ui/application.h"

#include <QTest>

#include "ui/look/roles.h"

namespace counterclip::test {

QApplication& application() {
    static QApplication& one = []() -> QApplication& {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        static int argc = 1;
        static char name[] = "test_ui";
        static char* argv[] = {name, nullptr};
        static QApplication made(argc, argv);
        ui::apply(qEnvironmentVariableIsSet("COUNTERCLIP_LIGHT") ? ui::light_roles() : ui::dark_roles(), made);
        return made;
    }();
    return one;
}

bool comes_true(const std::function<bool()>& so) {
    return QTest::qWaitFor(so, 10'000);
}

void take_screenshot(QWidget& window, const QString& name) {
    const auto folder = qEnvironmentVariable("COUNTERCLIP_SCREENSHOTS");
    if (!folder.isEmpty()) window.grab().save(folder + QStringLiteral("/") + name + QStringLiteral(".png"));
}

}  // namespace counterclip::test
