#pragma once

#include "ui/shell/room.h"

namespace counterclip::ui {

class FacesRoom : public Room {
    Q_OBJECT
  public:
    explicit FacesRoom(const Studio& studio, QWidget* parent = nullptr);

  private:
    Studio studio_;
};

}  // namespace counterclip::ui
