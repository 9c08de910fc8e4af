#include "ui/shell/main_window.h"

#include <algorithm>

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScrollArea>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "release/manifest.h"
#include "ui/desk/desk.h"
#include "ui/keys/key_sheet.h"
#include "ui/keys/keys.h"
#include "ui/keys/own_keys.h"
#include "ui/look/roles.h"
#include "ui/promise/promise_strip.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/jobs_panel.h"
#include "ui/shell/new_archive.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/rail.h"
#include "ui/shell/rooms.h"
#include "ui/shell/settings.h"
#include "ui/shell/sign_in.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

// A room that needs more than there is must not push the window off the screen, nor make the others as wide.
QScrollArea* scrolled_if_small(Room* room) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(room);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

}  // namespace

MainWindow::MainWindow(const Studio& studio, QWidget* parent)
    : QMainWindow(parent),
      studio_(studio),
      rail_(new Rail(this)),
      places_(new QStackedWidget(this)),
      notices_(new NoticeBar(studio.desk, this)),
      jobs_panel_(new JobsPanel(studio.jobs, this)),
      lock_(new IdleLock(studio.desk, this)),
      look_(&roles()) {
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
    // Over the room, which keeps its size: a window must not grow out of the screen for it.
    jobs_panel_->setParent(middle);
    jobs_panel_->hide();
    places_->installEventFilter(this);

    int number = 0;
    for (const auto& kind : room_kinds()) {
        rooms_.push_back(nullptr);
        rail_->add(kind.sign, kind.title());
        places_->addWidget(new QWidget(this));
        studio_.keys.add(*this, tr("Everywhere"), QStringLiteral("room.") + kind.name, kind.title(),
                         QKeySequence(Qt::Key_F1 + number), [this, number] { rail_->go_to(number); });
        ++number;
    }
    make_foot_of_rail();
    make_menus();
    make_help();
    // Menus without letters of their own, as in Arabic, are reached by this alone.
    studio_.keys.add(*this, tr("Everywhere"), QStringLiteral("menu"), tr("Menu"), QKeySequence(Qt::Key_F10),
                     [this] { menuBar()->setActiveAction(menuBar()->actions().constFirst()); });
    connect(rail_, &Rail::chosen, this, &MainWindow::show_room);
    connect(&studio_.desk, &Desk::opened, this, [this] {
        show_first_steps();
        read_title();
        remember_archive(QString::fromStdString(studio_.desk.archive_folder().string()));
    });
    connect(&studio_.desk, &Desk::signed_in, this, &MainWindow::read_operator);
    connect(&studio_.jobs, &Jobs::moved, this, &MainWindow::read_jobs);
    connect(&studio_.desk, &Desk::interview_chosen, this, &MainWindow::read_title);
    connect(&studio_.desk, &Desk::asked_for, this, &MainWindow::go_to);
    connect(&studio_.edits, &Edits::failed, this, [this](const QString& title, const QString& why) {
        studio_.desk.say(Desk::Tone::trouble, title + QStringLiteral(": ") + why);
    });
    connect(&studio_.edits, &Edits::progressed, notices_, &NoticeBar::show_progress);
    connect(&studio_.edits, &Edits::advised, this, [this](const QStringList& remarks) {
        studio_.desk.say(Desk::Tone::advice, remarks.join(QStringLiteral("  ")));
    });
    connect(&studio_.jobs, &Jobs::failed, this, [this](const QString& title, const QString& why) {
        studio_.desk.say(Desk::Tone::trouble, title + QStringLiteral(": ") + why);
    });
    qApp->installEventFilter(new OwnKeys(this));
    // Title bar and frame lie outside of it, and what lies below the screen nobody reads.
    resize(QSize(1280, 720).boundedTo(screen()->availableSize() - QSize(16, 48)));
    restoreGeometry(QSettings().value(QStringLiteral("window/geometry")).toByteArray());
    show_room(0);
    show_first_steps();
    read_title();
    read_operator();
    read_jobs();
}

void MainWindow::make_foot_of_rail() {
    const auto button = [this](const QString& name) {
        auto* made = new QToolButton(this);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        made->setMinimumHeight(52);
        made->setObjectName(name);
        rail_->add_below(made);
        return made;
    };
    jobs_button_ = button(QStringLiteral("jobs_button"));
    jobs_button_->setCheckable(true);
    operator_button_ = button(QStringLiteral("operator_button"));
    connect(jobs_button_, &QToolButton::toggled, this, [this](bool shown) {
        jobs_panel_->setVisible(shown);
        place_jobs();
    });
    connect(operator_button_, &QToolButton::clicked, this,
            [this] { studio_.desk.by().isEmpty() ? sign_in() : open_operator_menu(); });
}

void MainWindow::place_jobs() {
    const QRect room = places_->geometry();
    const QRect place(room.right() + 1 - jobs_panel_->width(), room.top(), jobs_panel_->width(), room.height());
    jobs_panel_->setGeometry(QStyle::visualRect(layoutDirection(), room, place));
    jobs_panel_->raise();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == places_ && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) place_jobs();
    return QMainWindow::eventFilter(watched, event);
}

// One click on the own name must not end what one is at.
void MainWindow::open_operator_menu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Sign out %1").arg(studio_.desk.by()), &studio_.desk, &Desk::sign_out);
    menu->addAction(tr("Sign in as somebody else …"), this, &MainWindow::sign_in);
    menu->popup(operator_button_->mapToGlobal(QPoint(operator_button_->width(), 0)));
}

// In the place of all rooms while there is no archive.
void MainWindow::show_first_steps() {
    const bool needed = !studio_.desk.is_open();
    rail_->setEnabled(!needed);
    if (!needed) {
        if (first_steps_) {
            places_->removeWidget(first_steps_);
            first_steps_->deleteLater();
            first_steps_ = nullptr;
            places_->setCurrentIndex(shown_);
        }
        return;
    }
    auto* page = new FirstSteps(studio_.desk, this);
    first_steps_ = page;
    places_->addWidget(page);
    places_->setCurrentWidget(page);
    connect(page, &FirstSteps::new_asked, this, &MainWindow::new_archive);
    connect(page, &FirstSteps::open_asked, this, [this](const QString& named) {
        const auto folder = named.isEmpty() ? QFileDialog::getExistingDirectory(this, tr("Open an archive")) : named;
        if (!folder.isEmpty()) open(folder.toStdString());
    });
}

void MainWindow::sign_in() {
    if (!studio_.desk.is_open()) return;
    auto* dialog = new SignIn(studio_.desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::new_archive() {
    auto* dialog = new NewOperator(studio_.desk, true, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewOperator::archive_made, this, [this](const QString& folder, const QString& code) {
        open(folder.toStdString(),
             tr("The archive is there. Sign in as %1, then add an editor, an auditor and a distributor: File, "
                "New operator.")
                 .arg(code));
    });
    dialog->open();
}

void MainWindow::read_operator() {
    const auto by = studio_.desk.by();
    operator_button_->setText(QStringLiteral("☻\n") + (by.isEmpty() ? tr("Sign in") : by));
    operator_button_->setToolTip(by.isEmpty()
                                     ? tr("Sign in: without it one may look at what is veiled, and change nothing")
                                     : tr("Signed in as %1").arg(by));
    operator_button_->setAccessibleName(operator_button_->toolTip());
    operator_button_->setEnabled(studio_.desk.is_open());
}

void MainWindow::read_jobs() {
    const int open = studio_.jobs.open_jobs();
    jobs_button_->setText(QStringLiteral("◔\n") + tr("%n job(s)", nullptr, open));
    jobs_button_->setToolTip(tr("What works in the background"));
    jobs_button_->setAccessibleName(jobs_button_->text());
}

void MainWindow::make_menus() {
    auto* file = menuBar()->addMenu(tr("&File"));
    const auto everywhere = tr("Everywhere");
    file->addAction(studio_.keys.add(
        *this, everywhere, QStringLiteral("archive.open"), tr("Open archive …"), QKeySequence::Open, [this] {
            const auto folder = QFileDialog::getExistingDirectory(this, tr("Open an archive"));
            if (!folder.isEmpty()) open(folder.toStdString());
        }));
    file->addAction(tr("&New archive …"), this, &MainWindow::new_archive);
    file->addSeparator();
    file->addAction(tr("&Sign in …"), this, &MainWindow::sign_in);
    file->addAction(tr("Sign &out"), &studio_.desk, &Desk::sign_out);
    file->addAction(tr("New o&perator …"), this, [this] {
        if (!studio_.desk.is_open()) return;
        auto* dialog = new NewOperator(studio_.desk, false, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    file->addAction(tr("S&ettings …"), this, [this] {
        auto* dialog = new Settings(studio_.keys, *lock_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &Settings::start_again_asked, this, [this, dialog] {
            dialog->close();
            start_again();
        });
        dialog->open();
    });
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

void MainWindow::make_help() {
    auto* help = menuBar()->addMenu(tr("&Help"));
    auto* keys = studio_.keys.add(*this, tr("Everywhere"), QStringLiteral("help.keys"), tr("Keys"),
                                  QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { show_keys(); });
    help->addAction(keys);
    auto* button = new QToolButton(menuBar());  // in sight in every room, for whoever looks for it
    button->setObjectName(QStringLiteral("keys_button"));
    button->setFocusPolicy(Qt::NoFocus);
    button->setAutoRaise(true);
    const auto read = [button, keys] {
        button->setText(
            QStringLiteral("⌨ %1  %2").arg(keys->text(), keys->shortcut().toString(QKeySequence::NativeText)));
        button->setToolTip(keys->toolTip());
        button->setAccessibleName(keys->text());
    };
    connect(keys, &QAction::changed, button, read);
    connect(button, &QToolButton::clicked, this, &MainWindow::show_keys);
    read();
    menuBar()->setCornerWidget(button);
    help->addAction(tr("&About counterclip"), this, [this] {
        QMessageBox::about(
            this, tr("About counterclip"),
            tr("counterclip %1\nQt %2\n\nInterviews to clips that are safe to publish. Everything this "
               "window does, the command line can do.")
                .arg(QString::fromStdString(std::string(release::tool_version())), QString::fromLatin1(qVersion())));
    });
}

void MainWindow::show_keys() {
    const auto here = shown_ < 0 ? QString() : room_kinds()[static_cast<std::size_t>(shown_)].title();
    auto* sheet = new KeySheet(studio_.keys, here, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Question) return show_keys();
    QMainWindow::keyPressEvent(event);
}

Room& MainWindow::room(const QString& name) {
    const auto& kinds = room_kinds();
    const auto found = std::ranges::find(kinds, name, &RoomKind::name);
    const auto at = static_cast<std::size_t>(found - kinds.begin());
    if (!rooms_.at(at)) {
        rooms_[at] = found->make(studio_, this);
        places_->insertWidget(static_cast<int>(at), scrolled_if_small(rooms_[at]));
        delete places_->widget(static_cast<int>(at) + 1);
    }
    return *rooms_[at];
}

void MainWindow::show_room(int at) {
    if (at == shown_) return;
    auto& next = room(room_kinds()[static_cast<std::size_t>(at)].name);
    if (shown_ >= 0) rooms_[static_cast<std::size_t>(shown_)]->leave();
    shown_ = at;
    notices_->leave_behind();
    places_->setCurrentIndex(at);
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

void MainWindow::open(const std::filesystem::path& folder, const QString& welcome) {
    struct Opened {
        std::optional<archive::Archive> archive{};
        QString error{};
    };
    notices_->show_notice(Desk::Tone::advice, tr("Opening %1 …").arg(QString::fromStdString(folder.string())));
    opening_.run(
        [folder]() -> Opened {
            try {
                return {archive::Archive::open(folder)};
            } catch (const std::exception& error) {
                return {{}, QString::fromStdString(error.what())};
            }
        },
        [this, welcome](Opened opened) {
            notices_->leave_behind();
            if (!opened.archive) return studio_.desk.say(Desk::Tone::trouble, opened.error);
            studio_.desk.take(std::move(*opened.archive));
            if (!welcome.isEmpty()) studio_.desk.say(Desk::Tone::done, welcome);
        });
}

// The new one opens what is open here. Options of the command line were for the start that had them: what was chosen
// since holds.
void MainWindow::start_again() {
    const auto archive =
        studio_.desk.is_open() ? QString::fromStdString(studio_.desk.archive_folder().string()) : QString();
    if (close()) Q_EMIT start_again_asked(archive.isEmpty() ? QStringList() : QStringList{archive});
}

// Colours that were put into items and images are read anew; everything else follows by itself.
void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || look_ == &roles()) return;
    look_ = &roles();
    QTimer::singleShot(0, &studio_.desk, &Desk::refresh);
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
            tr("%n job(s) are not done. Stop them and quit? Nothing that is finished is lost.", nullptr, open),
            QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
        if (answer != QMessageBox::Yes) return event->ignore();
        studio_.jobs.cancel_all();
    }
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace counterclip::ui
