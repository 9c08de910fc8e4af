// counterclip-studio: the desktop application.
#include <QApplication>
#include <QCommandLineParser>

#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/look/roles.h"
#include "ui/shell/main_window.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("counterclip"));
    QApplication::setApplicationName(QStringLiteral("counterclip-studio"));
    QCommandLineParser line;
    line.setApplicationDescription(QApplication::translate("main", "Interviews to clips that are safe to publish."));
    line.addHelpOption();
    line.addPositionalArgument(QStringLiteral("archive"), QApplication::translate("main", "The archive's folder"));
    line.addOption({QStringLiteral("light"), QApplication::translate("main", "Light colours")});
    line.process(application);
    counterclip::ui::apply(
        line.isSet(QStringLiteral("light")) ? counterclip::ui::light_roles() : counterclip::ui::dark_roles(),
        application);
    counterclip::ui::Desk desk;
    counterclip::ui::Edits edits(desk);
    counterclip::ui::Jobs jobs(desk);
    counterclip::ui::Keys keys;
    counterclip::ui::MainWindow window({desk, edits, jobs, keys});
    window.show();
    const auto arguments = line.positionalArguments();
    if (!arguments.isEmpty()) window.open(arguments.front().toStdString());
    return QApplication::exec();
}
