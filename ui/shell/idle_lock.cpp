#include "ui/shell/idle_lock.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QSettings>

#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

constexpr int standard_minutes = 10;

bool is_somebody(QEvent::Type type) {
    return type == QEvent::KeyPress || type == QEvent::MouseMove || type == QEvent::MouseButtonPress ||
           type == QEvent::Wheel || type == QEvent::TouchBegin || type == QEvent::TabletPress;
}

// What a person was being asked is not answered by the next. Whether anything was asked.
bool close_questions() {
    bool any = false;
    for (auto* window : QApplication::topLevelWidgets()) {
        auto* question = qobject_cast<QDialog*>(window);
        if (!question || !question->isVisible()) continue;
        question->reject();
        any = true;
    }
    return any;
}

}  // namespace

IdleLock::IdleLock(Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &IdleLock::lock);
    set_after(std::chrono::minutes(QSettings().value(QStringLiteral("lock/minutes"), standard_minutes).toInt()));
    qApp->installEventFilter(this);
}

void IdleLock::set_after(std::chrono::minutes idle) {
    timer_.setInterval(idle);
    if (idle.count() > 0)
        timer_.start();
    else
        timer_.stop();
}

void IdleLock::lock() {
    if (desk_.by().isEmpty()) return;
    desk_.sign_out();
    const bool asked = close_questions();
    desk_.say(Desk::Tone::advice,
              asked ? tr("Locked: nobody was here for a while. Sign in to go on; what was being asked was "
                         "closed, and nothing of it done.")
                    : tr("Locked: nobody was here for a while. Sign in to go on."));
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event) {
    if (timer_.interval() > 0 && is_somebody(event->type())) timer_.start();
    return QObject::eventFilter(watched, event);
}

}  // namespace counterclip::ui
