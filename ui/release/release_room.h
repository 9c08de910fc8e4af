#pragma once

#include "ui/shell/room.h"

namespace counterclip::ui {

class ReleaseRoom : public Room {
    Q_OBJECT
  public:
    explicit ReleaseRoom(const Studio& studio, QWidget* parent = nullptr);

  private:
    Studio studio_;
};

}  // namespace counterclip::ui
