// The rooms at the side, in the order of the work, with jobs and the operator below them.
#pragma once

#include <QFrame>

class QButtonGroup;
class QVBoxLayout;

namespace counterclip::ui {

class Rail : public QFrame {
    Q_OBJECT
  public:
    explicit Rail(QWidget* parent = nullptr);
    // One more room, below those there are; F1, F2 ... in its tooltip.
    void add(const QString& sign, const QString& name);
    // A widget at the foot.
    void add_below(QWidget* widget);
    void go_to(int room);
    int room() const;

  Q_SIGNALS:
    void chosen(int room);

  private:
    QButtonGroup* buttons_;
    QVBoxLayout* column_;
    int rooms_ = 0;
};

}  // namespace counterclip::ui
