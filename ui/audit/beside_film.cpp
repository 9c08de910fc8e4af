#include "ui/audit/beside_film.h"

#include "ui/player/veiled_film.h"

namespace counterclip::ui {

namespace {

constexpr std::size_t kept = 16;  // more than a player reads ahead

// What of the recording's picture the clip shows: all of it, or what its crop cuts out.
QImage as_cut(const Picture& picture, const clip::Crop& crop) {
    if (crop.width <= 0 || picture.source.isEmpty()) return picture.image;
    const auto cut = clip::at(crop, picture.pts, picture.source.width(), picture.source.height());
    const double x = static_cast<double>(picture.image.width()) / picture.source.width();
    const double y = static_cast<double>(picture.image.height()) / picture.source.height();
    return picture.image.copy(QRectF(cut.x * x, cut.y * y, cut.width * x, cut.height * y).toRect());
}

}  // namespace

void BesidePictures::put(Time pts, const QImage& image) {
    const std::lock_guard lock(mutex_);
    if (is_closed_) return;
    if (images_.size() >= kept) images_.erase(pts > images_.begin()->first ? images_.begin() : --images_.end());
    images_[pts] = image;
}

QImage BesidePictures::at(Time pts) const {
    const std::lock_guard lock(mutex_);
    const auto found = images_.find(pts);
    return found == images_.end() ? QImage() : found->second;
}

void BesidePictures::close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    images_.clear();
}

BesideFilm::BesideFilm(const std::filesystem::path& archive, std::shared_ptr<const ClipAudit> audit, BesideKind kind,
                       std::shared_ptr<BesidePictures> pictures)
    : archive_(archive),
      audit_(std::move(audit)),
      kind_(kind),
      pictures_(std::move(pictures)),
      file_(archive / audit_->render.value().file) {}

void BesideFilm::fit_into(int width, int height) {
    width_ = width;
    height_ = height;
    file_.fit_into(width, height);
    if (source_) source_->fit_into(width, height);
}

std::optional<Picture> BesideFilm::at(Time t) {
    return with_source(file_.at(t), true);
}

std::optional<Picture> BesideFilm::next() {
    return with_source(file_.next(), false);
}

void BesideFilm::forget_masks() {
    if (source_) source_->forget_masks();
}

void BesideFilm::open_source(const SourceMoment& moment) {
    if (part_ == moment.part && source_) return;
    part_ = moment.part;
    if (kind_ == BesideKind::original)
        source_ = std::make_unique<FileFilm>(audit_->plan->parts[moment.part].file);
    else
        source_ = std::make_unique<VeiledFilm>(archive_, moment.recording);
    source_->fit_into(width_, height_);
}

// The next picture of the recording is read on; where it is not the one of this moment it is looked for.
std::optional<Picture> BesideFilm::with_source(std::optional<Picture> picture, bool anew) {
    if (!picture) return picture;
    const auto moment = source_of(*audit_, picture->pts);
    if (!moment) {
        source_at_.reset();
        return picture;
    }
    if (part_ != moment->part) source_at_.reset();
    open_source(*moment);
    const auto half = picture->length / 2;
    std::optional<Picture> beside;
    if (!anew && source_at_) beside = source_->next();
    if (!beside || abs(beside->pts - moment->at) > half) beside = source_->at(moment->at);
    source_at_.reset();
    if (!beside) return picture;
    source_at_ = beside->pts;
    pictures_->put(picture->pts, as_cut(*beside, audit_->plan->parts[moment->part].crop));
    return picture;
}

}  // namespace counterclip::ui
