#include "ui/shell/jobs_panel.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/look/roles.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

// The engine's word for a stage, in words for people.
QString stage_words(const QString& stage) {
    if (stage == QLatin1String("faces")) return JobsPanel::tr("looking for faces");
    if (stage == QLatin1String("render")) return JobsPanel::tr("rendering");
    if (stage == QLatin1String("verify")) return JobsPanel::tr("proving it on the finished file");
    if (stage == QLatin1String("import")) return JobsPanel::tr("copying in");
    if (stage.startsWith(QLatin1String("check"))) return JobsPanel::tr("checking originals");
    return stage;
}

QString left_words(double seconds) {
    if (seconds < 0) return {};
    const auto s = std::lround(seconds);
    return JobsPanel::tr("%1:%2 left").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
}

QString state_words(const Job& job) {
    switch (job.state) {
        case Job::State::waiting:
            return JobsPanel::tr("waits");
        case Job::State::running:
            return QStringList{stage_words(job.stage), left_words(job.seconds_left())}
                .join(QStringLiteral("  "))
                .trimmed();
        case Job::State::paused:
            return JobsPanel::tr("paused");
        case Job::State::done:
            return JobsPanel::tr("✓ done");
        case Job::State::failed:
            return JobsPanel::tr("✕ %1").arg(job.message);
        case Job::State::cancelled:
            break;
    }
    return JobsPanel::tr("cancelled; nothing was changed");
}

}  // namespace

class JobRow : public QFrame {
  public:
    JobRow(Jobs& jobs, int row, QWidget* parent)
        : QFrame(parent),
          jobs_(jobs),
          row_(row),
          title_(new QLabel(this)),
          words_(new QLabel(this)),
          bar_(new QProgressBar(this)),
          pause_(button(QStringLiteral("⏸"))),
          cancel_(button(QStringLiteral("✕"))),
          again_(button(QStringLiteral("↻"))) {
        title_->setTextFormat(Qt::PlainText);
        words_->setTextFormat(Qt::PlainText);
        words_->setWordWrap(true);
        bar_->setTextVisible(false);
        bar_->setFixedHeight(4);
        auto* head = new QHBoxLayout;
        head->addWidget(title_, 1);
        for (auto* one : {pause_, again_, cancel_}) head->addWidget(one);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(16, 8, 16, 8);
        column->setSpacing(4);
        column->addLayout(head);
        column->addWidget(bar_);
        column->addWidget(words_);
        const auto name = [](QToolButton* one, const QString& what) {
            one->setToolTip(what);
            one->setAccessibleName(what);
        };
        name(cancel_, JobsPanel::tr("Cancel this job"));
        name(again_, JobsPanel::tr("Try again"));
        name(pause_, JobsPanel::tr("Pause or go on"));
        connect(pause_, &QToolButton::clicked, this,
                [this] { jobs_.set_paused(row_, jobs_.job(row_).state == Job::State::running); });
        connect(cancel_, &QToolButton::clicked, this, [this] { jobs_.cancel(row_); });
        connect(again_, &QToolButton::clicked, this, [this] { jobs_.try_again(row_); });
        read();
    }

    void read() {
        const auto& job = jobs_.job(row_);
        title_->setText(job.ask.title);
        words_->setText(state_words(job));
        const auto colour = job.state == Job::State::failed ? roles().stop : roles().dim;
        words_->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
        bar_->setVisible(job.state == Job::State::running || job.state == Job::State::paused);
        bar_->setRange(0, job.share() < 0 ? 0 : 1'000);
        bar_->setValue(static_cast<int>(job.share() * 1'000));
        const bool runs = job.state == Job::State::running || job.state == Job::State::paused;
        pause_->setText(job.state == Job::State::paused ? QStringLiteral("▶") : QStringLiteral("⏸"));
        pause_->setVisible(runs);
        cancel_->setVisible(job.is_open());
        again_->setVisible(job.state == Job::State::failed || job.state == Job::State::cancelled);
    }

  private:
    QToolButton* button(const QString& sign) {
        auto* made = new QToolButton(this);
        made->setText(sign);
        made->setAutoRaise(true);
        return made;
    }
    Jobs& jobs_;
    int row_;
    QLabel* title_;
    QLabel* words_;
    QProgressBar* bar_;
    QToolButton* pause_;
    QToolButton* cancel_;
    QToolButton* again_;
};

JobsPanel::JobsPanel(Jobs& jobs, QWidget* parent) : QFrame(parent), jobs_(jobs), none_(new QLabel(this)) {
    setObjectName(QStringLiteral("jobs"));
    setFixedWidth(360);
    auto* title = new QLabel(tr("JOBS"), this);
    title->setObjectName(QStringLiteral("heading"));
    auto* clear = new QToolButton(this);
    clear->setText(tr("Clear what has ended"));
    clear->setAutoRaise(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 8);
    head->addWidget(title, 1);
    head->addWidget(clear);
    none_->setText(tr("Nothing runs. Imports, analyses, renders and releases are listed here while they work."));
    none_->setWordWrap(true);
    none_->setContentsMargins(16, 8, 16, 8);
    auto* inside = new QWidget;
    list_ = new QVBoxLayout(inside);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(0);
    list_->addWidget(none_);
    list_->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    connect(clear, &QToolButton::clicked, &jobs_, &Jobs::clear_ended);
    connect(&jobs_, &QAbstractItemModel::rowsInserted, this, &JobsPanel::make_rows);
    connect(&jobs_, &QAbstractItemModel::modelReset, this, &JobsPanel::make_rows);
    connect(&jobs_, &QAbstractItemModel::dataChanged, this, &JobsPanel::read);
    make_rows();
}

// The newest on top.
void JobsPanel::make_rows() {
    for (auto* row : rows_) row->deleteLater();
    rows_.clear();
    for (int row = 0; row < jobs_.rowCount(); ++row) {
        rows_.push_back(new JobRow(jobs_, row, this));
        list_->insertWidget(0, rows_.back());
    }
    none_->setVisible(rows_.empty());
}

void JobsPanel::read() {
    for (auto* row : rows_) row->read();
}

}  // namespace counterclip::ui
