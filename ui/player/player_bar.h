// Below a player's picture: play and pause, where it stands and how long it is, the bar, and the speed, for hands that
// hold a mouse. What it shows it is told; what a person asks for it tells.
#pragma once

#include <QWidget>

#include "core/time.h"

class QLabel;
class QSlider;
class QToolButton;

namespace counterclip::ui {

class PlayerBar : public QWidget {
    Q_OBJECT
  public:
    explicit PlayerBar(QWidget* parent = nullptr);
    void show_position(Time at, Time duration);  // duration 0: there is nothing to play
    void show_rate(double rate);                 // times the speed; 0 = it stands; negative: backwards

  Q_SIGNALS:
    void toggle_asked();
    void rate_asked(double rate);
    void seek_asked(qint64 pts);

  private:
    void make_speeds();
    QToolButton* play_;
    QLabel* time_;
    QSlider* bar_;
    QToolButton* speed_;
    Time duration_{};
};

}  // namespace counterclip::ui
