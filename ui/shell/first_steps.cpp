#include "ui/shell/first_steps.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "ui/desk/desk.h"
#include "ui/shell/practice.h"

namespace counterclip::ui {

namespace {

constexpr int remembered = 6;
const auto setting = QStringLiteral("archives/recent");

}  // namespace

QStringList recent_archives() {
    auto all = QSettings().value(setting).toStringList();
    all.removeIf([](const QString& folder) { return !QFileInfo(folder).isDir(); });
    return all;
}

void remember_archive(const QString& folder) {
    auto all = recent_archives();
    all.removeAll(folder);
    all.prepend(folder);
    QSettings().setValue(setting, all.mid(0, remembered));
}

FirstSteps::FirstSteps(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      recent_(new QVBoxLayout),
      practice_(new QPushButton(tr("Make an archive to learn with …"), this)),
      bar_(new QProgressBar(this)),
      words_(new QLabel(this)) {
    setObjectName(QStringLiteral("first_steps"));
    auto* title = new QLabel(tr("Interviews to clips that are safe to publish"), this);
    title->setObjectName(QStringLiteral("title"));
    auto* about = new QLabel(tr("An archive is one folder with everything of a project: recordings, what each person "
                                "asked for, clips, and who "
                                "did what. Faces that must be hidden are hidden on every screen."),
                             this);
    about->setWordWrap(true);
    auto* open = new QPushButton(tr("Open an archive …"), this);
    auto* make = new QPushButton(tr("New archive …"), this);
    open->setDefault(true);
    practice_->setToolTip(tr("A drawn puppet's interview and four operators; nothing in it is real"));
    bar_->setTextVisible(false);
    bar_->setFixedHeight(4);
    bar_->hide();
    words_->setWordWrap(true);
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    for (QWidget* one : std::initializer_list<QWidget*>{title, about, open, make, practice_, bar_, words_})
        column->addWidget(one);
    column->addSpacing(16);
    column->addLayout(recent_);
    auto* middle = new QWidget(this);
    middle->setLayout(column);
    middle->setFixedWidth(480);
    auto* all = new QVBoxLayout(this);
    all->addStretch(1);
    auto* row = new QHBoxLayout;  // an alignment instead would take the height of wrapped words for one line's
    row->addStretch();
    row->addWidget(middle);
    row->addStretch();
    all->addLayout(row);
    all->addStretch(2);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT open_asked({}); });
    connect(make, &QPushButton::clicked, this, &FirstSteps::new_asked);
    connect(practice_, &QPushButton::clicked, this, &FirstSteps::ask_for_practice);
    list_recent();
}

void FirstSteps::list_recent() {
    const auto folders = recent_archives();
    if (folders.isEmpty()) return;
    auto* heading = new QLabel(tr("OPENED BEFORE"), this);
    heading->setObjectName(QStringLiteral("heading"));
    recent_->addWidget(heading);
    for (const auto& folder : folders) {
        auto* button = new QPushButton(QDir::toNativeSeparators(folder), this);
        connect(button, &QPushButton::clicked, this, [this, folder] { Q_EMIT open_asked(folder); });
        recent_->addWidget(button);
    }
}

void FirstSteps::say(const QString& text) {
    words_->setText(text);
}

void FirstSteps::ask_for_practice() {
    const auto folder = QFileDialog::getSaveFileName(this, tr("Where to make it"),
                                                     QDir::homePath() + QStringLiteral("/counterclip-practice"));
    if (!folder.isEmpty()) make_practice(folder);
}

void FirstSteps::make_practice(const QString& folder) {
    const auto others = findChildren<QPushButton*>();
    for (auto* button : others) button->setEnabled(false);
    bar_->show();
    auto* practice = new Practice(desk_, folder, this);
    bar_->setRange(0, 1'000);
    connect(practice, &Practice::stepped, this,
            [this](const QString& what, int step, int steps, double share, double whole) {
                bar_->setValue(static_cast<int>(whole * 1'000));
                auto words = tr("Step %1 of %2: %3").arg(step).arg(steps).arg(what);
                if (share >= 0) words += QStringLiteral(" · ") + tr("%1 %").arg(static_cast<int>(share * 100));
                say(words);
            });
    connect(practice, &Practice::ended, this, [this](const QString& why_not) {
        for (auto* button : findChildren<QPushButton*>()) button->setEnabled(true);
        bar_->hide();
        say(why_not);
        if (why_not.isEmpty())
            desk_.say(Desk::Tone::done,
                      tr("You are amina, who edits. samir approves, lina releases, ruth is the admin: sign in as each; "
                         "here they need no passphrase. Next: Consent (F2)."));
    });
    practice->start();
}

}  // namespace counterclip::ui
