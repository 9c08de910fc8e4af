#include "ui/keys/own_keys.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

namespace counterclip::ui {

namespace {

bool is_worked_by(const QObject& control, int key) {
    switch (key) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
            return qobject_cast<const QComboBox*>(&control);
        case Qt::Key_Left:
        case Qt::Key_Right:
            return qobject_cast<const QTabBar*>(&control);
        case Qt::Key_Space:
            return qobject_cast<const QAbstractButton*>(&control) || qobject_cast<const QComboBox*>(&control);
        default:
            return false;
    }
}

// QComboBox takes these as ShortcutOverride already; what is held back here, its open list never gets.
bool closes_a_list(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_F4;
}

}  // namespace

bool OwnKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto* widget = qobject_cast<const QWidget*>(watched);
    const auto& pressed = *static_cast<QKeyEvent*>(event);
    if (widget && widget->window()->windowType() == Qt::Popup) {  // an open list has all keys
        event->accept();
        return !closes_a_list(pressed.key());
    }
    if (pressed.modifiers() != Qt::NoModifier || !is_worked_by(*watched, pressed.key())) return false;
    event->accept();
    return true;
}

}  // namespace counterclip::ui
