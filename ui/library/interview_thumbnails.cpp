#include "ui/library/interview_thumbnails.h"

#include <algorithm>

#include "ui/desk/desk.h"
#include "ui/player/veiled_film.h"

namespace counterclip::ui {

namespace {

// More than a screen of rows; those scrolled past long ago are asked for again when they come back.
constexpr std::size_t most_wanted = 40;
constexpr int most_known = 2'000;

// Where somebody is likely to be seen already.
constexpr int share_of_length = 10;

QImage picture_of(archive::Archive& archive, const QString& interview) {
    for (const auto& recording : archive.recordings(interview.toStdString())) {
        if (!recording.has_picture || !recording.purged_at.empty()) continue;
        VeiledFilm film(archive.folder(), recording.id);
        film.fit_into(InterviewThumbnails::width, InterviewThumbnails::height);
        const auto picture = film.at(recording.duration / share_of_length);
        return picture ? picture->image : QImage();
    }
    return {};
}

}  // namespace

void ThumbnailWorker::make(const QString& folder, const QString& interview, quint64 generation) {
    QImage image;
    try {
        if (!archive_ || folder_ != folder.toStdString()) {
            archive_.reset();
            folder_ = folder.toStdString();
            archive_.emplace(archive::Archive::open(folder_));
        }
        image = picture_of(*archive_, interview);
    } catch (const std::exception&) {
        // The row says what it is without a picture; the player says why there is none.
    }
    Q_EMIT made(interview, image, generation);
}

InterviewThumbnails::InterviewThumbnails(Desk& desk, QObject* parent)
    : QObject(parent), desk_(desk), worker_(new ThumbnailWorker) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &ThumbnailWorker::made, this,
            [this](const QString& interview, const QImage& image, quint64 generation) {
                making_.clear();
                if (generation == generation_) {
                    if (known_.size() >= most_known) known_.clear();
                    known_.insert(interview, image);
                    Q_EMIT ready(interview);
                }
                go_on();
            });
    connect(&desk_, &Desk::opened, this, &InterviewThumbnails::forget);
    connect(&desk_, &Desk::changed, this, &InterviewThumbnails::forget);
    thread_.start(QThread::LowPriority);
}

InterviewThumbnails::~InterviewThumbnails() {
    thread_.quit();
    thread_.wait();
}

// A picture shows what might be shown when it was made: consent or tracks may say otherwise now.
void InterviewThumbnails::forget() {
    ++generation_;
    known_.clear();
    wanted_.clear();
}

QImage InterviewThumbnails::of(const QString& interview) {
    if (const auto found = known_.constFind(interview); found != known_.constEnd()) return *found;
    if (interview == making_) return {};
    std::erase(wanted_, interview);
    wanted_.push_front(interview);
    if (wanted_.size() > most_wanted) wanted_.pop_back();
    go_on();
    return {};
}

void InterviewThumbnails::go_on() {
    if (!making_.isEmpty() || wanted_.empty() || !desk_.is_open()) return;
    making_ = wanted_.front();
    wanted_.pop_front();
    QMetaObject::invokeMethod(
        worker_,
        [w = worker_, folder = QString::fromStdString(desk_.archive_folder().string()), interview = making_,
         generation = generation_] { w->make(folder, interview, generation); },
        Qt::QueuedConnection);
}

}  // namespace counterclip::ui
