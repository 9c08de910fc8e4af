#pragma once

#include "ui/shell/room.h"

namespace counterclip::ui {

class CutRoom : public Room {
    Q_OBJECT
  public:
    explicit CutRoom(const Studio& studio, QWidget* parent = nullptr);

  private:
    Studio studio_;
};

}  // namespace counterclip::ui
