// How much of a render was really seen and heard in this sitting, from the pictures that were shown while it played.
#pragma once

#include <vector>

#include <QWidget>

#include "core/time.h"

namespace counterclip::ui {

// Stretches of one render, apart and rising.
class Watched {
  public:
    // A picture was shown while the film played forward. `seen`: all of it; `heard`: with its sound, at its own pace.
    struct Noticed {
        bool seen = true;
        bool heard = false;
    };
    void note(Time pts, Time length, Noticed noticed);
    // Playing stopped, or began elsewhere: what lies between was not seen.
    void interrupt() { is_running_ = false; }
    const std::vector<Range>& seen() const { return seen_; }
    const std::vector<Range>& heard() const { return heard_; }

  private:
    std::vector<Range> seen_;
    std::vector<Range> heard_;
    Time last_{};
    bool is_running_ = false;
    Noticed was_{false, false};
};

Time length_of(const std::vector<Range>& ranges);
// All but what rounding at both ends leaves.
bool is_all(const std::vector<Range>& ranges, Time duration);

class WatchedBar : public QWidget {
    Q_OBJECT
  public:
    explicit WatchedBar(QWidget* parent = nullptr);
    void show_watched(const Watched& watched, Time duration);
    QString text() const { return text_; }
    QSize sizeHint() const override { return {240, 24}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Watched watched_;
    Time duration_{};
    QString text_;
};

}  // namespace counterclip::ui
