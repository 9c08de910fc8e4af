// Release: what can go out and what stands in its way, to whom, and the ledger of what is out and must come down.
#pragma once

#include "ui/shell/room.h"

namespace counterclip::ui {

class DestinationPanel;
class LedgerPanel;
class OutgoingList;
class OutgoingPanel;

class ReleaseRoom : public Room {
    Q_OBJECT
  public:
    explicit ReleaseRoom(const Studio& studio, QWidget* parent = nullptr);
    void enter() override;

  private:
    void read();
    void show_chosen();
    Studio studio_;
    OutgoingList* clips_;
    OutgoingPanel* outgoing_;
    DestinationPanel* destinations_;
    LedgerPanel* ledger_;
    bool out_of_date_ = true;
};

}  // namespace counterclip::ui
