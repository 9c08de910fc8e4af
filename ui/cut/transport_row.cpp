#include "ui/cut/transport_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace counterclip::ui {

namespace {

QString written(std::optional<Time> t) {
    return t ? QString::fromStdString(format_time(*t)) : QStringLiteral("…");
}

}  // namespace

TransportRow::TransportRow(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)), range_(new QLabel(this)) {
    row_->setContentsMargins(8, 4, 8, 4);
    row_->setSpacing(6);
    QFont fixed(QStringLiteral("Noto Sans Mono"));
    fixed.setPixelSize(12);
    range_->setFont(fixed);
    range_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // marks must not move the columns
    range_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    range_->setAccessibleName(tr("Marked stretch"));
    range_->setObjectName(QStringLiteral("marked_range"));
}

void TransportRow::add(QAction& action, const QString& text) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(action.toolTip());
    button->setAccessibleName(action.text());
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QToolButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, button, [button, &action] { button->setToolTip(action.toolTip()); });
    row_->addWidget(button);
}

void TransportRow::finish() {
    row_->addWidget(range_, 1);
}

void TransportRow::show_range(std::optional<Time> in, std::optional<Time> out) {
    if (!in && !out) return range_->setText({});
    auto text = written(in) + QStringLiteral(" – ") + written(out);
    if (in && out) text += QStringLiteral(" · ") + tr("%1 s").arg(seconds(*out - *in), 0, 'f', 2);
    range_->setText(text);
}

}  // namespace counterclip::ui
