#include "ui/promise/promise_strip.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/look/flow_layout.h"
#include "ui/look/roles.h"
#include "ui/promise/promises.h"

namespace counterclip::ui {

namespace {

QLabel* chip(const Promise& promise) {
    auto* label = new QLabel(promise.sign + QStringLiteral(" ") + promise.words);
    const auto colour = colour_of(promise.mood);
    label->setStyleSheet(QStringLiteral("border: 1px solid %1; border-radius: 10px; padding: 1px 8px; color: %2;")
                             .arg(colour.name(), text_colour_of(promise.mood).name()));
    label->setToolTip(promise.why);
    label->setAccessibleName(promise.words);
    label->setAccessibleDescription(promise.why);
    return label;
}

}  // namespace

PromiseStrip::PromiseStrip(Desk& desk, QWidget* parent)
    : QFrame(parent),
      desk_(desk),
      who_(new QLabel(this)),
      about_(new QLabel(this)),
      chips_(new FlowLayout),
      waiting_(new QToolButton(this)) {
    setObjectName(QStringLiteral("promises"));
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("What this person asked for; click to see it whole"));
    who_->setObjectName(QStringLiteral("who"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(12);
    row->addWidget(who_);
    row->addWidget(about_);
    chips_->setSpacing(8);
    row->addLayout(chips_, 1);  // in two lines where one is too narrow
    row->addWidget(waiting_);
    waiting_->setObjectName(QStringLiteral("waiting"));
    waiting_->hide();
    connect(waiting_, &QToolButton::clicked, this, [this] { Q_EMIT desk_.asked_for(QStringLiteral("faces"), -1); });
    connect(&desk_, &Desk::opened, this, &PromiseStrip::read);
    connect(&desk_, &Desk::interview_chosen, this, &PromiseStrip::read);
    connect(&desk_, &Desk::changed, this, &PromiseStrip::read);
    read();
}

void PromiseStrip::read() {
    while (auto* item = chips_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    about_->clear();
    waiting_->hide();
    if (desk_.interview().isEmpty()) {
        who_->setText(desk_.is_open() ? tr("No interview chosen") : tr("No archive open"));
        return;
    }
    who_->setText(desk_.interview());
    try {
        const auto code = desk_.interview().toStdString();
        const auto interview = desk_.archive().interview(code);
        if (!interview.pseudonym.empty())
            about_->setText(QStringLiteral("“%1”").arg(QString::fromStdString(interview.pseudonym)));
        for (const auto& promise : promises_of(interview, desk_.archive().latest_consent(code)))
            chips_->addWidget(chip(promise));
        read_open_gaps(code);
    } catch (const Error& error) {
        // What was asked for cannot be read: nothing may be shown then.
        chips_->addWidget(chip(
            {Mood::stop, QStringLiteral("✕"), tr("consent cannot be read"), QString::fromStdString(error.what())}));
    }
}

// Of all its recordings; tracks, of which there can be many, are not read.
void PromiseStrip::read_open_gaps(const std::string& interview) {
    int open = 0;
    for (const auto& recording : desk_.archive().recordings(interview))
        if (const auto known = desk_.archive().analysis(recording.id, Range{Time(0), Time(1)}))
            open += static_cast<int>(
                std::ranges::count_if(known->gaps, [](const faces::Gap& gap) { return gap.resolved_by.empty(); }));
    waiting_->setVisible(open > 0);
    waiting_->setText(tr("%n open gap(s)", nullptr, open));
    waiting_->setToolTip(
        tr("Where the machine is not sure of a face: those pictures are hidden whole until somebody looks"));
    waiting_->setStyleSheet(QStringLiteral("border: 1px solid %1; border-radius: 10px; padding: 1px 8px; color: %1;")
                                .arg(roles().warn.name()));
}

void PromiseStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (!desk_.interview().isEmpty() && event->button() == Qt::LeftButton)
        Q_EMIT desk_.asked_for(QStringLiteral("consent"), -1);
}

QString PromiseStrip::text() const {
    QStringList words{who_->text()};
    for (int n = 0; n < chips_->count(); ++n)
        if (auto* label = qobject_cast<QLabel*>(chips_->itemAt(n)->widget())) words << label->accessibleName();
    return words.join(QStringLiteral(", "));
}

}  // namespace counterclip::ui
