// The rooms at the side, in the order of the work; F1 to F6.
#pragma once

#include <QFrame>

class QButtonGroup;

namespace counterclip::ui {

class Rail : public QFrame {
    Q_OBJECT
  public:
    // One button a name.
    explicit Rail(const QStringList& rooms, QWidget* parent = nullptr);
    void go_to(int room);
    int room() const;

  Q_SIGNALS:
    void chosen(int room);

  private:
    QButtonGroup* buttons_;
};

}  // namespace counterclip::ui
