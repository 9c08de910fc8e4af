#include "ui/cut/next_step.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/words/tr.h"

namespace counterclip::ui {

NextStep::NextStep(QPushButton& way, QPushButton& render, QWidget* parent)
    : QWidget(parent), way_(way), render_(render), line_(new QLabel(this)) {
    line_->setObjectName(QStringLiteral("what_stops"));
    line_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line_->setTextFormat(Qt::PlainText);
    way_.setObjectName(QStringLiteral("next_step"));
    way_.setDefault(true);
    way_.setFocusPolicy(Qt::TabFocus);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(line_);
    connect(&way_, &QPushButton::clicked, this, [this] {
        const auto finding = finding_;  // going there may show another
        if (finding) Q_EMIT mend_asked(*finding);
    });
    show_finding({});
}

void NextStep::show_finding(const std::optional<ClipFinding>& finding) {
    finding_ = finding;
    const auto way = finding && finding->words ? finding->words->way : Way::none;
    const bool is_render = way == Way::render;
    way_.setText(label_of(way));
    way_.setVisible(way != Way::none && !is_render);
    render_.setDefault(!finding || is_render);
    words_.clear();
    if (finding) {
        const auto name = finding->words ? finding->words->name : isolated(finding->what);
        words_ = finding->blocks_render ? tr("✕ Stops it: %1").arg(name)
                 : finding->blocks      ? tr("✕ Before release: %1").arg(name)
                                        : tr("⚠ To be known: %1").arg(name);
        way_.setToolTip(finding->words ? finding->words->mend : finding->mend);
        line_->setToolTip(words_ + QStringLiteral("\n") + isolated(finding->what));
    }
    setVisible(finding.has_value());
    show_line();
}

void NextStep::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    show_line();
}

void NextStep::show_line() {
    line_->setAccessibleName(words_);
    line_->setText(line_->fontMetrics().elidedText(words_, Qt::ElideRight, line_->width()));
}

}  // namespace counterclip::ui
