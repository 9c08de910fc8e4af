// Clips in the order of how near they are to going out: approved ones first, then those that wait for something, each
// with its stage in words.
#pragma once

#include <QListWidget>

namespace counterclip::ui {

class Desk;

class OutgoingList : public QListWidget {
    Q_OBJECT
  public:
    explicit OutgoingList(Desk& desk, QWidget* parent = nullptr);
    void read();  // keeps what is chosen
    QString clip() const;
    void choose(const QString& clip);
    int ready() const { return ready_; }  // approved

  private:
    Desk& desk_;
    int ready_ = 0;
};

}  // namespace counterclip::ui
