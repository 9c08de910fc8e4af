// Library: every interview, filtered and searched; the chosen one is what all rooms show.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace counterclip::ui {

class Desk;
class InterviewTable;
class Player;

class LibraryRoom : public QWidget {
    Q_OBJECT
  public:
    explicit LibraryRoom(Desk& desk, QWidget* parent = nullptr);
    void find();  // puts the cursor into the search field

  private:
    void read_filter();
    void choose(const QModelIndex& index);
    void show_interview();
    Desk& desk_;
    InterviewTable* table_;
    QTableView* view_;
    QLineEdit* text_;
    QComboBox* consent_;
    QLabel* count_;
    Player* player_;
};

}  // namespace counterclip::ui
