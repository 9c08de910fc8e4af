// Library: every interview, filtered and searched; the chosen one is what all rooms show.
#pragma once

#include "ui/shell/room.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace counterclip::ui {

class InterviewTable;
class Player;

class LibraryRoom : public Room {
    Q_OBJECT
  public:
    explicit LibraryRoom(const Studio& studio, QWidget* parent = nullptr);
    void find();  // puts the cursor into the search field

    void leave() override;

  private:
    void read_filter();
    void choose(const QModelIndex& index);
    void show_interview();
    Studio studio_;
    Desk& desk_;
    InterviewTable* table_;
    QTableView* view_;
    QLineEdit* text_;
    QComboBox* consent_;
    QLabel* count_;
    Player* player_;
};

}  // namespace counterclip::ui
