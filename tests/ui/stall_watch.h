// How long the window's thread was away from its events: what a person feels as a window that freezes.
#pragma once

#include <algorithm>

#include <QElapsedTimer>
#include <QTimer>

namespace counterclip::test {

// While it lives, ticks every 2 ms; longest_ms() is the longest time between two ticks, less those 2 ms.
class StallWatch {
  public:
    StallWatch() {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(2);
        QObject::connect(&timer_, &QTimer::timeout, &timer_,
                         [this] { longest_ = std::max(longest_, clock_.restart() - 2); });
        clock_.start();
        timer_.start();
    }
    qint64 longest_ms() const { return longest_; }

  private:
    QTimer timer_;
    QElapsedTimer clock_;
    qint64 longest_ = 0;
};

}  // namespace counterclip::test
