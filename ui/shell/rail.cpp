#include "ui/shell/rail.h"

#include <QButtonGroup>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace counterclip::ui {

Rail::Rail(const QStringList& rooms, QWidget* parent) : QFrame(parent), buttons_(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(88);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    buttons_->setExclusive(true);
    for (int n = 0; n < rooms.size(); ++n) {
        auto* button = new QToolButton(this);
        button->setText(rooms[n]);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(40);
        button->setToolTip(tr("%1  (F%2)").arg(rooms[n]).arg(n + 1));
        auto* key = new QShortcut(QKeySequence(Qt::Key_F1 + n), this);
        connect(key, &QShortcut::activated, this, [this, n] { go_to(n); });
        buttons_->addButton(button, n);
        column->addWidget(button);
    }
    column->addStretch();
    connect(buttons_, &QButtonGroup::idClicked, this, &Rail::chosen);
    if (auto* first = buttons_->button(0)) first->setChecked(true);
}

void Rail::go_to(int room) {
    if (auto* button = buttons_->button(room)) button->click();
}

int Rail::room() const {
    return buttons_->checkedId();
}

}  // namespace counterclip::ui
