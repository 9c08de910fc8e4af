#include "ui/player/player.h"

#include <algorithm>

#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/desk/desk.h"
#include "ui/player/picture_view.h"
#include "ui/player/player_bar.h"
#include "ui/player/veiled_film.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

// Enough to bridge a slow picture, few enough to stay small.
constexpr int pictures_ahead = 5;
constexpr Time backward_step = 100ms;

}  // namespace

Player::Player(Desk& desk, QWidget* parent)
    : QWidget(parent), desk_(desk), view_(new PictureView(this)), bar_(new PlayerBar(this)), worker_(new FrameWorker) {
    qRegisterMetaType<Picture>();
    setFocusPolicy(Qt::StrongFocus);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(view_, 1);
    all->addWidget(bar_);

    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &FrameWorker::ready, this, &Player::take);
    connect(worker_, &FrameWorker::ended, this, &Player::on_end);
    connect(worker_, &FrameWorker::failed, this, [this](const QString& why, quint64 number) {
        if (number != number_) return;
        pause();
        view_->show_message(why);
    });
    connect(view_, &PictureView::resized, worker_, &FrameWorker::fit_into);
    connect(&desk_, &Desk::changed, this, &Player::reread);
    connect(&desk_, &Desk::signed_in, this, &Player::open_sound);
    connect(bar_, &PlayerBar::toggle_asked, this, &Player::toggle);
    connect(bar_, &PlayerBar::rate_asked, this, &Player::play);
    connect(bar_, &PlayerBar::seek_asked, this, [this](qint64 pts) { seek(Time(pts)); });
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(5);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
    thread_.start();
    close();
}

Player::~Player() {
    worker_->begin_anew();
    thread_.quit();
    thread_.wait();
}

void Player::open(const archive::Recording& recording) {
    const auto folder = desk_.archive_folder();
    std::optional<SoundFile> sound;
    if (recording.has_sound) sound = SoundFile{desk_.archive().path(recording.file)};
    FilmMaker film;
    if (recording.has_picture) film = [folder, id = recording.id] { return std::make_unique<VeiledFilm>(folder, id); };
    open(std::move(film), recording.duration, std::move(sound));
}

void Player::open(FilmMaker film, Time duration, std::optional<SoundFile> sound) {
    pause();
    position_ = {};
    dropped_ = 0;
    duration_ = duration;
    has_film_ = static_cast<bool>(film);
    sound_file_ = std::move(sound);
    sound_.open(std::nullopt);
    if (has_film_) {
        view_->show_message(tr("Opening …"));
        make(std::move(film));
    } else {
        view_->show_message(desk_.may_read_words() ? tr("This recording has sound only.")
                                                   : tr("This recording has sound only. Sign in to hear it."));
    }
    open_sound();
    seek(0s);
    Q_EMIT opened();
}

void Player::replace_film(FilmMaker film) {
    has_film_ = true;
    if (view_->picture().isNull()) view_->show_message(tr("Opening …"));
    make(std::move(film));
    seek(position_);
}

void Player::make(FilmMaker film) {
    QMetaObject::invokeMethod(
        worker_, [w = worker_, film = std::move(film)] { w->open(film); }, Qt::QueuedConnection);
}

// Sound says names as text does.
void Player::open_sound() {
    sound_.open(desk_.may_read_words() ? sound_file_ : std::nullopt);
    if (rate_ > 0) seek(position_);  // what plays goes on, heard or not
}

void Player::reread() {
    if (!has_film_) return;
    QMetaObject::invokeMethod(worker_, &FrameWorker::forget_masks, Qt::QueuedConnection);
    if (!is_playing()) seek(position_);
}

void Player::close() {
    pause();
    number_ = worker_->begin_anew();
    duration_ = {};
    has_film_ = false;
    sound_file_.reset();
    sound_.open(std::nullopt);
    QMetaObject::invokeMethod(worker_, &FrameWorker::close, Qt::QueuedConnection);
    view_->show_message(tr("Choose an interview."));
    bar_->show_position({}, {});
}

void Player::seek(Time t) {
    t = std::clamp(t, Time(0), std::max(Time(0), duration_ - Time(1)));
    number_ = worker_->begin_anew();
    ahead_.clear();
    ahead_dropped_ = false;
    position_ = t;
    if (rate_ > 0) {
        sound_.stop();
        play(rate_);
    }
    if (!has_film_) return present({.pts = t, .length = frame_length_});
    asked_ = 1;
    QMetaObject::invokeMethod(
        worker_, [w = worker_, pts = t.count(), n = number_] { w->show_at(pts, n); }, Qt::QueuedConnection);
}

void Player::step(int frames) {
    pause();
    if (has_film_) sound_.scrub(std::max(Time(0), position_ + frames * frame_length_));
    if (has_film_ && frames == 1 && asked_ == 0 && !ahead_dropped_) {
        asked_ = 1;
        QMetaObject::invokeMethod(
            worker_, [w = worker_, n = number_] { w->show_next(n); }, Qt::QueuedConnection);
        return;
    }
    seek(position_ + frames * frame_length_);
}

void Player::play(double rate) {
    if (duration_ == Time(0)) return;
    const bool was_playing = is_playing();
    rate_ = rate;
    bar_->show_rate(rate);
    waiting_ = has_film_ && rate > 0;
    started_at_ = position_;
    heard_ = Time(-1);
    clock_.start();
    if (waiting_)
        sound_.stop();
    else
        sound_.start({position_, duration_}, rate);
    timer_.start();
    if (!was_playing) Q_EMIT playing_changed(true);
}

void Player::play_range(Range range) {
    pause();
    stop_at_ = range.out;
    rate_ = 1;
    bar_->show_rate(rate_);
    seek(range.in);
    Q_EMIT playing_changed(true);
}

void Player::toggle() {
    if (is_playing()) return pause();
    if (duration_ > Time(0) && position_ >= duration_ - frame_length_ * 3 / 2) seek(0s);
    play();
}

void Player::pause() {
    const bool was_playing = is_playing();
    rate_ = 0;
    bar_->show_rate(0);
    stop_at_ = Time::max();
    timer_.stop();
    sound_.stop();
    ahead_.clear();
    if (was_playing) {
        // What was read ahead is not what a step comes to next.
        number_ = worker_->begin_anew();
        asked_ = 0;
        ahead_dropped_ = true;
        Q_EMIT playing_changed(false);
    }
}

// Between two tellings of the sound device the clock goes on from the last.
Time Player::due() {
    if (sound_.is_heard()) {
        const auto heard = sound_.position();
        if (heard != heard_) {
            heard_ = started_at_ = heard;
            clock_.restart();
        }
    }
    return started_at_ + Time(static_cast<std::int64_t>(static_cast<double>(clock_.nsecsElapsed()) * rate_));
}

void Player::take(const Picture& picture, quint64 number) {
    if (number != number_) return;
    --asked_;
    frame_length_ = picture.length;
    if (rate_ <= 0) return present(picture);
    ahead_.push_back(picture);
    if (std::exchange(waiting_, false)) {
        started_at_ = picture.pts;
        clock_.start();
        sound_.start({picture.pts, duration_}, rate_);
    }
    tick();
}

void Player::on_end(quint64 number) {
    if (number != number_) return;
    asked_ = 0;
    if (rate_ > 0 && ahead_.empty()) pause();
}

void Player::tick() {
    if (rate_ < 0) {
        if (asked_ == 0) {
            const auto back = due();
            if (position_ == Time(0)) return pause();
            if (position_ - back < backward_step) return;
            const double rate = rate_;
            seek(back);
            rate_ = rate;
        }
        return;
    }
    if (rate_ == 0) return;
    const Time now = due();
    if (now >= stop_at_ || (!has_film_ && now >= duration_)) return pause();
    if (!has_film_) return present({.pts = now, .length = frame_length_});
    while (ahead_.size() > 1 && ahead_[1].pts <= now) {
        ahead_.pop_front();
        ++dropped_;
    }
    if (!ahead_.empty() && ahead_.front().pts <= now) {
        present(ahead_.front());
        ahead_.pop_front();
    }
    for (; asked_ + static_cast<int>(ahead_.size()) < pictures_ahead; ++asked_)
        QMetaObject::invokeMethod(
            worker_, [w = worker_, n = number_] { w->show_next(n); }, Qt::QueuedConnection);
}

void Player::present(const Picture& picture) {
    if (!picture.image.isNull()) view_->show_picture(picture);
    position_ = picture.pts;
    bar_->show_position(position_, duration_);
    Q_EMIT moved(position_.count());
}

// L again is faster, as is J; the other way stops first.
void Player::shuttle(int direction) {
    const bool same = rate_ * direction > 0;
    play(same ? std::clamp(rate_ * 2, -8.0, 8.0) : direction);
}

void Player::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
        case Qt::Key_Space:
            return toggle();
        case Qt::Key_K:
            return pause();
        case Qt::Key_L:
            return shuttle(1);
        case Qt::Key_J:
            return shuttle(-1);
        case Qt::Key_Right:
            return shift ? seek(position_ + 1s) : step(1);
        case Qt::Key_Left:
            return shift ? seek(position_ - 1s) : step(-1);
        case Qt::Key_Home:
            return seek(0s);
        case Qt::Key_End:
            return seek(duration_ - frame_length_);
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace counterclip::ui
