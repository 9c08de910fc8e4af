#pragma once

#include "ui/shell/room.h"

namespace counterclip::ui {

class ConsentRoom : public Room {
    Q_OBJECT
  public:
    explicit ConsentRoom(const Studio& studio, QWidget* parent = nullptr);

  private:
    Studio studio_;
};

}  // namespace counterclip::ui
