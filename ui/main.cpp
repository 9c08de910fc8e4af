// counterclip-studio: the desktop application.
#include <QApplication>
#include <QCommandLineParser>

#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("counterclip"));
    QApplication::setApplicationName(QStringLiteral("counterclip-studio"));
    QApplication::setDesktopFileName(QStringLiteral("counterclip-studio"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/counterclip.svg")));
    QCommandLineParser line;
    line.setApplicationDescription(QApplication::translate("main", "Interviews to clips that are safe to publish."));
    line.addHelpOption();
    line.addPositionalArgument(QStringLiteral("archive"), QApplication::translate("main", "The archive's folder"));
    line.addOption({QStringLiteral("light"), QApplication::translate("main", "Light colours")});
    line.addOption(
        {QStringLiteral("language"), QApplication::translate("main", "Of the window: en, ar"), QStringLiteral("code")});
    line.process(application);
    counterclip::ui::apply_chosen_language(line.value(QStringLiteral("language")));
    counterclip::ui::apply_chosen_look(line.isSet(QStringLiteral("light")));
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
