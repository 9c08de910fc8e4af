// Controls that the keyboard reached keep the keys by which they are worked, whatever these mean to the room: arrows in
// a list to choose from, Space on a button, arrows on tabs. Without it nobody could use them without a mouse.
#pragma once

#include <QObject>

namespace counterclip::ui {

// A filter for the whole application.
class OwnKeys : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace counterclip::ui
