// A film with a bar, sound and the editors' keys: J K L shuttle, space, arrows, Home, End. What it shows and how it is
// hidden is the film's affair: open() takes an archive's recording, which is veiled; a room that may show more hands in
// a film of its own. Who may not read what is said (Desk) does not hear it either, whatever the film.
//
// Window's thread; pictures are read in a thread of its own and never waited for. The picture follows the sound where
// there is any (sound.h), else a clock.
#pragma once

#include <deque>

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include "archive/records.h"
#include "ui/player/film.h"
#include "ui/player/frame_worker.h"
#include "ui/player/sound.h"

namespace counterclip::ui {

class Desk;
class PictureView;
class PlayerBar;

class Player : public QWidget {
    Q_OBJECT
  public:
    explicit Player(Desk& desk, QWidget* parent = nullptr);
    ~Player() override;

    // The recording with its veil on.
    void open(const archive::Recording& recording);
    // `film` empty: there is sound only.
    void open(FilmMaker film, Time duration, std::optional<SoundFile> sound);
    // The same film made in another way (original, masks, as rendered), at the time where it is.
    void replace_film(FilmMaker film);
    void close();

    void play(double rate = 1);  // times the speed; negative: backwards
    // Plays the range once and stops at its end.
    void play_range(Range range);
    void pause();
    bool is_playing() const { return rate_ != 0; }
    double rate() const { return rate_; }
    void seek(Time t);
    void step(int frames);  // heard as a blink of sound
    void shuttle(int direction);
    void toggle();  // plays from the beginning where it stands at the end
    Time position() const { return position_; }
    Time duration() const { return duration_; }
    Time frame_length() const { return frame_length_; }
    int dropped() const { return dropped_; }
    PictureView& view() const { return *view_; }
    Sound& sound() { return sound_; }
    // Reads the picture shown anew: its masks changed.
    void reread();

  Q_SIGNALS:
    void moved(qint64 pts);  // the picture at `pts` is on the screen
    void playing_changed(bool playing);
    void opened();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void make(FilmMaker film);
    void open_sound();
    void take(const Picture& picture, quint64 number);
    void on_end(quint64 number);
    void tick();
    void present(const Picture& picture);
    Time due();  // where the clock is

    Desk& desk_;
    PictureView* view_;
    PlayerBar* bar_;
    QThread thread_;
    FrameWorker* worker_;
    Sound sound_;
    std::optional<SoundFile> sound_file_;  // what is heard by who may hear it
    QTimer timer_;
    QElapsedTimer clock_;
    std::deque<Picture> ahead_;
    quint64 number_ = 0;
    Time position_{};
    Time started_at_{};
    Time heard_{-1};
    Time frame_length_{std::chrono::milliseconds(40)};
    Time duration_{};
    Time stop_at_ = Time::max();
    double rate_ = 0;
    bool has_film_ = false;
    bool ahead_dropped_ = false;  // the reader stands further than what is shown
    bool waiting_ = false;        // for the first picture: the clock starts with it
    int asked_ = 0;               // pictures on their way
    int dropped_ = 0;
};

}  // namespace counterclip::ui
