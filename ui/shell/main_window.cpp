#include "ui/shell/main_window.h"

#include <algorithm>

#include <QCloseEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/promise/promise_strip.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/rail.h"
#include "ui/shell/rooms.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

MainWindow::MainWindow(const Studio& studio, QWidget* parent)
    : QMainWindow(parent),
      studio_(studio),
      rail_(new Rail(this)),
      places_(new QStackedWidget(this)),
      notices_(new NoticeBar(studio.desk, this)) {
    auto* inner = new QHBoxLayout;
    inner->setSpacing(0);
    inner->addWidget(rail_);
    inner->addWidget(places_, 1);
    auto* all = new QVBoxLayout;
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new PromiseStrip(studio.desk, this));
    all->addLayout(inner, 1);
    all->addWidget(notices_);
    auto* middle = new QWidget(this);
    middle->setLayout(all);
    setCentralWidget(middle);

    int number = 0;
    for (const auto& kind : room_kinds()) {
        rooms_.push_back(nullptr);
        rail_->add(kind.sign, kind.title());
        places_->addWidget(new QWidget(this));
        studio_.keys.add(*this, tr("Everywhere"), QStringLiteral("room.") + kind.name, kind.title(),
                         QKeySequence(Qt::Key_F1 + number), [this, number] { rail_->go_to(number); });
        ++number;
    }
    make_menus();
    connect(rail_, &Rail::chosen, this, &MainWindow::show_room);
    connect(&studio_.desk, &Desk::opened, this, &MainWindow::read_title);
    connect(&studio_.desk, &Desk::interview_chosen, this, &MainWindow::read_title);
    connect(&studio_.desk, &Desk::asked_for, this, &MainWindow::go_to);
    connect(&studio_.edits, &Edits::failed, this, [this](const QString& title, const QString& why) {
        studio_.desk.say(Desk::Tone::trouble, title + QStringLiteral(": ") + why);
    });
    connect(&studio_.edits, &Edits::advised, this, [this](const QStringList& remarks) {
        studio_.desk.say(Desk::Tone::advice, remarks.join(QStringLiteral("  ")));
    });
    connect(&studio_.jobs, &Jobs::failed, this, [this](const QString& title, const QString& why) {
        studio_.desk.say(Desk::Tone::trouble, title + QStringLiteral(": ") + why);
    });
    resize(1280, 720);
    restoreGeometry(QSettings().value(QStringLiteral("window/geometry")).toByteArray());
    show_room(0);
    read_title();
}

void MainWindow::make_menus() {
    auto* file = menuBar()->addMenu(tr("&File"));
    const auto everywhere = tr("Everywhere");
    file->addAction(studio_.keys.add(
        *this, everywhere, QStringLiteral("archive.open"), tr("Open archive …"), QKeySequence::Open, [this] {
            const auto folder = QFileDialog::getExistingDirectory(this, tr("Open an archive"));
            if (!folder.isEmpty()) open(folder.toStdString());
        }));
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    auto* edit = menuBar()->addMenu(tr("&Edit"));
    auto* undo = studio_.keys.add(*this, everywhere, QStringLiteral("edit.undo"), tr("Undo"), QKeySequence::Undo,
                                  [this] { studio_.edits.undo(); });
    auto* redo = studio_.keys.add(*this, everywhere, QStringLiteral("edit.redo"), tr("Redo"),
                                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { studio_.edits.redo(); });
    edit->addAction(undo);
    edit->addAction(redo);
    const auto read = [this, undo, redo] {
        const auto named = [](const QString& verb, const QString& title) {
            return title.isEmpty() ? verb : verb + QStringLiteral(": ") + title;
        };
        undo->setText(named(tr("Undo"), studio_.edits.undo_title()));
        redo->setText(named(tr("Redo"), studio_.edits.redo_title()));
        undo->setEnabled(!studio_.edits.undo_title().isEmpty() || studio_.edits.is_busy());
        redo->setEnabled(!studio_.edits.redo_title().isEmpty());
    };
    connect(&studio_.edits, &Edits::moved, this, read);
    read();
}

Room& MainWindow::room(const QString& name) {
    const auto& kinds = room_kinds();
    const auto found = std::ranges::find(kinds, name, &RoomKind::name);
    const auto at = static_cast<std::size_t>(found - kinds.begin());
    if (!rooms_.at(at)) {
        rooms_[at] = found->make(studio_, this);
        places_->insertWidget(static_cast<int>(at), rooms_[at]);
        delete places_->widget(static_cast<int>(at) + 1);
    }
    return *rooms_[at];
}

void MainWindow::show_room(int at) {
    if (at == shown_) return;
    auto& next = room(room_kinds()[static_cast<std::size_t>(at)].name);
    if (shown_ >= 0) rooms_[static_cast<std::size_t>(shown_)]->leave();
    shown_ = at;
    places_->setCurrentWidget(&next);
    next.enter();
    next.setFocus();
}

void MainWindow::go_to(const QString& name, qint64 pts) {
    const auto& kinds = room_kinds();
    const auto found = std::ranges::find(kinds, name, &RoomKind::name);
    if (found == kinds.end()) return;
    rail_->go_to(static_cast<int>(found - kinds.begin()));
    room(name).go_to(pts);
}

void MainWindow::open(const std::filesystem::path& folder) {
    try {
        studio_.desk.open(folder);
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
}

void MainWindow::read_title() {
    QStringList words;
    if (!studio_.desk.interview().isEmpty()) words << studio_.desk.interview();
    if (studio_.desk.is_open()) words << QString::fromStdString(studio_.desk.archive_folder().filename().string());
    words << QStringLiteral("counterclip");
    setWindowTitle(words.join(QStringLiteral(" — ")));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (const int open = studio_.jobs.open_jobs()) {
        const auto answer = QMessageBox::question(
            this, tr("counterclip"),
            tr("%n job(s) are not done. Stop them and quit? Nothing that is finished is lost.", nullptr, open));
        if (answer != QMessageBox::Yes) return event->ignore();
        studio_.jobs.cancel_all();
    }
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace counterclip::ui
