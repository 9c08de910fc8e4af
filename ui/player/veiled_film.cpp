#include "ui/player/veiled_film.h"

#include <algorithm>

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

// How much of tracks is read at once around what is looked at: a five-hour recording has many.
constexpr Time reach = 30s;

}  // namespace

VeiledFilm::VeiledFilm(const std::filesystem::path& archive, std::int64_t recording)
    : archive_(archive::Archive::open(archive)),
      recording_(archive_.recording(recording)),
      obscurer_(faces::ObscureOptions{}) {
    read_from(0s);
}

VeiledFilm::~VeiledFilm() = default;

Time VeiledFilm::frame_length() const {
    const auto rate = reader_->track().frame_rate;
    return rate.num > 0 ? to_time(1, {rate.den, rate.num}) : Time(40ms);
}

void VeiledFilm::fit_into(int width, int height) {
    box_width_ = std::max(16, width);
    box_height_ = std::max(16, height);
    scaler_.reset();
}

void VeiledFilm::read_from(Time t) {
    reader_ = std::make_unique<media::VideoReader>(
        archive_.path(recording_.file), media::VideoReader::Options{.range = Range{std::max(Time(0), t), Time::max()}});
    obscurer_.forget();
}

const clip::PlannedPart& VeiledFilm::hidden_near(Time t) {
    const bool known = hidden_ && hidden_->range.in <= t && t < hidden_->range.out;
    if (!known) hidden_ = clip::plan_stretch(archive_, recording_.id, Range{std::max(Time(0), t - reach), t + reach});
    return *hidden_;
}

void VeiledFilm::forget_masks() {
    hidden_.reset();
}

std::optional<Picture> VeiledFilm::at(Time t) {
    read_from(t - frame_length() / 2);
    return next();
}

std::optional<Picture> VeiledFilm::next() {
    media::Frame frame;
    if (!reader_->next(frame)) return std::nullopt;
    const auto mask = clip::mask_at(hidden_near(frame.pts()), frame.pts());
    obscurer_.apply(frame, mask);
    if (!scaler_) {
        const auto& track = reader_->track();
        const double wide =
            track.width * static_cast<double>(track.sample_aspect.num) / static_cast<double>(track.sample_aspect.den);
        const double scale = std::min({box_width_ / wide, static_cast<double>(box_height_) / track.height, 1.0});
        scaler_ = std::make_unique<media::Scaler>(std::max(2, static_cast<int>(wide * scale)),
                                                  std::max(2, static_cast<int>(track.height * scale)));
    }
    const auto& bgr = scaler_->to_bgr(frame);
    const QImage packed(bgr.pixels.data(), bgr.width, bgr.height, bgr.width * 3, QImage::Format_BGR888);
    return Picture{packed.convertToFormat(QImage::Format_RGB32), frame.pts(), frame_length(), mask.whole};
}

}  // namespace counterclip::ui
