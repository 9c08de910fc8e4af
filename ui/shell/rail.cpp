#include "ui/shell/rail.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace counterclip::ui {

Rail::Rail(QWidget* parent) : QFrame(parent), buttons_(new QButtonGroup(this)), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(80);
    column_->setContentsMargins(8, 8, 8, 8);
    column_->setSpacing(4);
    column_->addStretch();
    buttons_->setExclusive(true);
    connect(buttons_, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::add(const QString& sign, const QString& name) {
    auto* button = new QToolButton(this);
    button->setText(sign + QStringLiteral("\n") + name);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(52);
    button->setToolTip(tr("%1  (F%2)").arg(name).arg(rooms_ + 1));
    button->setAccessibleName(name);
    buttons_->addButton(button, rooms_);
    column_->insertWidget(rooms_, button);
    if (rooms_ == 0) button->setChecked(true);
    ++rooms_;
}

void Rail::add_below(QWidget* widget) {
    column_->addWidget(widget);
}

void Rail::go_to(int room) {
    if (auto* button = buttons_->button(room)) button->click();
}

int Rail::room() const {
    return buttons_->checkedId();
}

}  // namespace counterclip::ui
