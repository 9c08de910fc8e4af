// Reads pictures away from the window's thread: one answer for each request, and none for one that is out of date.
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "ui/player/film.h"

namespace counterclip::ui {

class FrameWorker : public QObject {
    Q_OBJECT
  public:
    // From the window's thread: whatever was asked for before this is dropped. Gives the number to ask with.
    quint64 begin_anew() { return ++current_; }

  public Q_SLOTS:
    void open(const counterclip::ui::FilmMaker& make);
    void close();
    void fit_into(int width, int height);
    void show_at(qint64 pts, quint64 number);
    void show_next(quint64 number);
    void forget_masks();

  Q_SIGNALS:
    void ready(const counterclip::ui::Picture& picture, quint64 number);
    void ended(quint64 number);
    void failed(const QString& why, quint64 number);

  private:
    template <class Read>
    void answer(quint64 number, Read&& read);
    std::atomic<quint64> current_{0};
    std::unique_ptr<Film> film_;
    int width_ = 960;
    int height_ = 540;
};

}  // namespace counterclip::ui

Q_DECLARE_METATYPE(counterclip::ui::Picture)
