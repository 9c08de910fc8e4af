// counterclip-studio: the desktop application.
#include <optional>

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>

#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

namespace {

// `again` is set when somebody asked for another start, with its arguments.
int run(const QStringList& arguments, std::optional<QStringList>& again) {
    counterclip::ui::Desk desk;
    counterclip::ui::Edits edits(desk);
    counterclip::ui::Jobs jobs(desk);
    counterclip::ui::Keys keys;
    counterclip::ui::MainWindow window({desk, edits, jobs, keys});
    QObject::connect(&window, &counterclip::ui::MainWindow::start_again_asked, &window,
                     [&](const QStringList& with) { again = with; });
    window.show();
    if (!arguments.isEmpty()) window.open(arguments.front().toStdString());
    return QApplication::exec();
}

}  // namespace

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
    std::optional<QStringList> again;
    const int code = run(line.positionalArguments(), again);
    // When everything is closed: two windows of one person would work in one archive.
    if (again) QProcess::startDetached(QApplication::applicationFilePath(), *again);
    return code;
}
