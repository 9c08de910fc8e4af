#include "ui/derived/thumbnails.h"

#include <algorithm>

#include <QPainter>

#include "ui/look/roles.h"
#include "ui/player/veiled_film.h"
#include "ui/timeline/scale.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr int picture_width = 160;  // px, read; shown smaller
constexpr int picture_height = 90;
constexpr std::size_t most_kept = 600;  // of about 50 kB

// Pictures stand on a grid of time that halves with the zoom, so that those that are known serve the next scale too.
Time step_for(Time wished) {
    Time step = 250ms;
    while (step < wished) step *= 2;
    return step;
}

}  // namespace

Thumbnails::Thumbnails(QObject* parent)
    : QObject(parent), reader_([this](const std::stop_token& stop) { work(stop); }) {}

Thumbnails::~Thumbnails() {
    reader_.request_stop();
    asked_.notify_all();
}

void Thumbnails::open(const std::filesystem::path& archive, std::int64_t recording, Time duration) {
    close();
    duration_ = duration;
    const std::scoped_lock lock(mutex_);
    source_ = Source{archive, recording};
}

void Thumbnails::close() {
    forget();
    duration_ = {};
    const std::scoped_lock lock(mutex_);
    source_.reset();
}

void Thumbnails::forget() {
    pictures_.clear();
    ++number_;
    {
        const std::scoped_lock lock(mutex_);
        wanted_.clear();
        wanted_number_ = number_;
    }
    Q_EMIT grew();
}

void Thumbnails::paint(QPainter& painter, QRect place, Range visible) {
    if (duration_ == 0s || is_empty(visible)) return;
    const Scale scale{visible, static_cast<double>(place.left()), static_cast<double>(place.width())};
    const int wide = place.height() * picture_width / picture_height;
    const auto step = step_for(length_of(scale, wide));
    std::vector<Time> missing;
    for (auto n = visible.in / step; step * n < std::min(visible.out, duration_); ++n) {
        const auto at = step * n;
        const QRectF slot(x_of(scale, at), place.top(), x_of(scale, at + step) - x_of(scale, at) - 1, place.height());
        const auto found = pictures_.find(at);
        if (found == pictures_.end()) {
            missing.push_back(at);
            painter.fillRect(slot, roles().raised);
            continue;
        }
        painter.save();
        painter.setClipRect(slot, Qt::IntersectClip);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const auto& image = found->second;
        const double high = std::max<double>(place.height(), slot.width() * image.height() / image.width());
        const double across = high * image.width() / image.height();
        painter.drawImage(QRectF(slot.center().x() - across / 2, slot.center().y() - high / 2, across, high), image);
        painter.restore();
    }
    const std::scoped_lock lock(mutex_);
    wanted_ = std::move(missing);
    wanted_number_ = number_;
    if (!wanted_.empty()) asked_.notify_one();
}

void Thumbnails::take(Time at, const QImage& image, quint64 number) {
    if (number != number_) return;
    if (pictures_.size() >= most_kept) pictures_.clear();
    pictures_[at] = image;
    Q_EMIT grew();
}

// One film stays open as long as it is the same recording and nothing was forgotten. What cannot be read is left grey:
// the player says why.
void Thumbnails::work(const std::stop_token& stop) {
    std::unique_ptr<VeiledFilm> film;
    quint64 film_number = 0;
    while (true) {
        Time at{};
        quint64 number = 0;
        std::optional<Source> source;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return source_ && !wanted_.empty(); }) || stop.stop_requested())
                return;
            at = wanted_.front();
            wanted_.erase(wanted_.begin());
            number = wanted_number_;
            source = source_;
        }
        QImage image(picture_width, picture_height, QImage::Format_RGB32);
        image.fill(roles().raised);
        try {
            if (!film || film_number != number) {
                film = std::make_unique<VeiledFilm>(source->archive, source->recording);
                film->fit_into(picture_width, picture_height);
                film_number = number;
            }
            if (const auto picture = film->at(at)) image = picture->image;
        } catch (const std::exception&) {
            film.reset();
        }
        QMetaObject::invokeMethod(
            this, [this, at, image, number] { take(at, image, number); }, Qt::QueuedConnection);
    }
}

}  // namespace counterclip::ui
