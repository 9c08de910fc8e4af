// Plays one recording, veiled: transport, clock and view. Keys as editors know them: J K L, space, arrows.
//
// Pictures come from a worker thread; the window's thread only paints. Where pictures cannot be read in time the clock
// goes on and late ones are dropped; `dropped()` counts them.
#pragma once

#include <deque>

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include "ui/player/frame_worker.h"

class QLabel;
class QSlider;

namespace counterclip::ui {

class Desk;
class PictureView;

class Player : public QWidget {
    Q_OBJECT
  public:
    explicit Player(Desk& desk, QWidget* parent = nullptr);
    ~Player() override;

    void open(const archive::Recording& recording);
    void close();
    void play(double rate = 1.0);  // negative: backwards
    void pause();
    bool is_playing() const { return rate_ != 0; }
    void seek(Time t);
    void step(int frames);
    Time position() const { return position_; }
    int dropped() const { return dropped_; }
    const PictureView& view() const { return *view_; }

  Q_SIGNALS:
    void moved(qint64 pts);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void take(const Picture& picture, quint64 number);
    void on_end(quint64 number);
    void tick();
    void present(const Picture& picture);
    void shuttle(int direction);
    Time due() const;  // where the clock is

    Desk& desk_;
    PictureView* view_;
    QLabel* time_;
    QSlider* bar_;
    QThread thread_;
    FrameWorker* worker_;
    QTimer timer_;
    QElapsedTimer clock_;
    std::deque<Picture> ahead_;
    quint64 number_ = 0;
    Time position_{};
    Time started_at_{};
    Time frame_length_{std::chrono::milliseconds(40)};
    Time duration_{};
    double rate_ = 0;
    bool waiting_ = false;  // for the first picture: the clock starts with it
    int asked_ = 0;         // pictures on their way
    int dropped_ = 0;
};

}  // namespace counterclip::ui
