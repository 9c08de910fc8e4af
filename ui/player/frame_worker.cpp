#include "ui/player/frame_worker.h"

#include <exception>

namespace counterclip::ui {

template <class Read>
void FrameWorker::answer(quint64 number, Read&& read) {
    if (number != current_) return;
    try {
        if (!film_) return;
        if (auto picture = read(*film_))
            Q_EMIT ready(*picture, number);
        else
            Q_EMIT ended(number);
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()), number);
    }
}

void FrameWorker::open(const FilmMaker& make) {
    film_.reset();
    try {
        film_ = make();
        film_->fit_into(width_, height_);
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()), current_);
    }
}

void FrameWorker::close() {
    film_.reset();
}

void FrameWorker::fit_into(int width, int height) {
    width_ = width;
    height_ = height;
    if (film_) film_->fit_into(width, height);
}

void FrameWorker::show_at(qint64 pts, quint64 number) {
    answer(number, [&](Film& film) { return film.at(Time(pts)); });
}

void FrameWorker::show_next(quint64 number) {
    answer(number, [](Film& film) { return film.next(); });
}

void FrameWorker::forget_masks() {
    if (film_) film_->forget_masks();
}

}  // namespace counterclip::ui
