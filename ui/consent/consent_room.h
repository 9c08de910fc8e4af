// Consent: what each person of the chosen interview allowed, how they said so, and how it changed.
#pragma once

#include "ui/shell/room.h"

class QPushButton;
class QStackedWidget;

namespace counterclip::ui {

class HistoryPanel;
class InterviewForm;
class Player;
class RevisionEditor;

class ConsentRoom : public Room {
    Q_OBJECT
  public:
    explicit ConsentRoom(const Studio& studio, QWidget* parent = nullptr);
    void leave() override;
    void go_to(qint64 pts) override;

  private:
    QWidget* make_middle();
    QWidget* make_side();
    void add_keys();
    void open_recording();
    void mark(bool begin);
    void withdraw();
    void new_interview();
    void describe();
    void save_interview();
    void show_revision();
    Studio studio_;
    HistoryPanel* history_;
    Player* player_;
    QStackedWidget* pages_;
    QWidget* foot_;
    RevisionEditor* editor_;
    InterviewForm* interview_;
};

}  // namespace counterclip::ui
