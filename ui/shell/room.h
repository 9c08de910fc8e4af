// One screen. The window makes it when it is first gone to and shows it; it looks at the Desk and changes things
// through Edits and Jobs. Rooms know neither each other nor the window: Desk::asked_for() sends a person to another.
#pragma once

#include <QWidget>

namespace counterclip::ui {

class Desk;
class Edits;
class Jobs;
class Keys;

// What every room is given; outlives it.
struct Studio {
    Desk& desk;
    Edits& edits;
    Jobs& jobs;
    Keys& keys;
};

class Room : public QWidget {
    Q_OBJECT
  public:
    using QWidget::QWidget;
    // It is on the screen now, or no longer: what plays stops, what is out of date is read.
    virtual void enter() {}
    virtual void leave() {}
    // Somebody was sent here: to the time, of the interview or clip that is chosen; negative: as it is.
    virtual void go_to(qint64 /*pts*/) {}
};

}  // namespace counterclip::ui
