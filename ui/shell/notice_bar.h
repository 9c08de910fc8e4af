// The line at the foot of the window: what was done, what is advised, what went wrong and what next. Trouble stays
// until it is closed or something newer comes; the rest fades to nothing after a while.
#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/desk/desk.h"

class QLabel;
class QToolButton;

namespace counterclip::ui {

class NoticeBar : public QFrame {
    Q_OBJECT
  public:
    explicit NoticeBar(Desk& desk, QWidget* parent = nullptr);
    QString text() const;
    void show_notice(Desk::Tone tone, const QString& text);
    // Advice belongs to the room it was given in; trouble stays.
    void leave_behind();
    // How far something is that people wait for; total 0 = not known.
    void show_progress(const QString& title, qint64 done, qint64 total);

  private:
    QLabel* sign_;
    QLabel* words_;
    QToolButton* close_;
    QTimer until_;
};

}  // namespace counterclip::ui
