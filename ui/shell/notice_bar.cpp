#include "ui/shell/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

constexpr int shown_for_ms = 8'000;

}  // namespace

NoticeBar::NoticeBar(Desk& desk, QWidget* parent)
    : QFrame(parent), sign_(new QLabel(this)), words_(new QLabel(this)), close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("notices"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setAccessibleName(tr("Notice"));
    words_->setTextFormat(Qt::PlainText);
    close_->setText(QStringLiteral("✕"));
    close_->setToolTip(tr("Close this notice"));
    close_->setAccessibleName(tr("Close this notice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->addWidget(sign_);
    row->addWidget(words_, 1);
    row->addWidget(close_);
    until_.setSingleShot(true);
    connect(&until_, &QTimer::timeout, this, &QWidget::hide);
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    connect(&desk, &Desk::said, this, &NoticeBar::show_notice);
    auto keeps_place = sizePolicy();  // or everything would move under the pointer when it comes and goes
    keeps_place.setRetainSizeWhenHidden(true);
    setSizePolicy(keeps_place);
    hide();
}

QString NoticeBar::text() const {
    return words_->text();
}

void NoticeBar::show_notice(Desk::Tone tone, const QString& text) {
    const bool trouble = tone == Desk::Tone::trouble;
    sign_->setText(trouble                      ? QStringLiteral("✕")
                   : tone == Desk::Tone::advice ? QStringLiteral("!")
                                                : QStringLiteral("✓"));
    const auto& r = roles();
    const auto colour = trouble ? r.stop : tone == Desk::Tone::advice ? r.warn : r.safe;
    sign_->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;").arg(colour.name()));
    words_->setText(text);
    show();
    if (trouble)
        until_.stop();
    else
        until_.start(shown_for_ms);
}

void NoticeBar::leave_behind() {
    if (until_.isActive()) hide();
}

void NoticeBar::show_progress(const QString& title, qint64 done, qint64 total) {
    sign_->setText(QStringLiteral("◔"));
    sign_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().dim.name()));
    words_->setText(total > 0 ? tr("%1: %2 %  (Esc stops it)").arg(title).arg(100 * done / total)
                              : tr("%1 …  (Esc stops it)").arg(title));
    show();
    until_.start(shown_for_ms);
}

}  // namespace counterclip::ui
