// The clips of the chosen interview with how far each has come; Return or a double click opens one in Cut.
#pragma once

#include <QListWidget>

namespace counterclip::ui {

class Desk;

class ClipList : public QListWidget {
    Q_OBJECT
  public:
    explicit ClipList(Desk& desk, QWidget* parent = nullptr);
    void read();

  private:
    void open(const QListWidgetItem* item);
    Desk& desk_;
};

}  // namespace counterclip::ui
