#include "ui/shell/main_window.h"

#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/library/library_room.h"
#include "ui/promise/promise_strip.h"
#include "ui/shell/rail.h"

namespace counterclip::ui {

MainWindow::MainWindow(Desk& desk, QWidget* parent)
    : QMainWindow(parent), desk_(desk), rail_(new Rail({tr("Library")}, this)), rooms_(new QStackedWidget(this)) {
    auto* library = new LibraryRoom(desk, this);
    rooms_->addWidget(library);
    auto* inner = new QHBoxLayout;
    inner->setSpacing(0);
    inner->addWidget(rail_);
    inner->addWidget(rooms_, 1);
    auto* all = new QVBoxLayout;
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new PromiseStrip(desk, this));
    all->addLayout(inner, 1);
    auto* middle = new QWidget(this);
    middle->setLayout(all);
    setCentralWidget(middle);

    auto* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open archive …"), QKeySequence::Open, this, &MainWindow::ask_for_archive);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    connect(rail_, &Rail::chosen, rooms_, &QStackedWidget::setCurrentIndex);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, library, &LibraryRoom::find);
    connect(&desk_, &Desk::opened, this, &MainWindow::read_title);
    connect(&desk_, &Desk::interview_chosen, this, &MainWindow::read_title);
    resize(1280, 720);
    read_title();
}

void MainWindow::open(const std::filesystem::path& folder) {
    try {
        desk_.open(folder);
    } catch (const Error& error) {
        QMessageBox::warning(this, tr("counterclip"), QString::fromStdString(error.what()));
    }
}

void MainWindow::ask_for_archive() {
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Open an archive"));
    if (!folder.isEmpty()) open(folder.toStdString());
}

void MainWindow::read_title() {
    QStringList words;
    if (!desk_.interview().isEmpty()) words << desk_.interview();
    if (desk_.is_open()) words << QString::fromStdString(desk_.archive().folder().filename().string());
    words << QStringLiteral("counterclip");
    setWindowTitle(words.join(QStringLiteral(" — ")));
}

}  // namespace counterclip::ui
