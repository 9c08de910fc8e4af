#pragma once

#include "ui/shell/room.h"

namespace counterclip::ui {

class AuditRoom : public Room {
    Q_OBJECT
  public:
    explicit AuditRoom(const Studio& studio, QWidget* parent = nullptr);

  private:
    Studio studio_;
};

}  // namespace counterclip::ui
