#include "ui/player/film.h"

#include <algorithm>

namespace counterclip::ui {

using namespace std::chrono_literals;

FileFilm::FileFilm(std::filesystem::path file, Hide hide) : file_(std::move(file)), hide_(std::move(hide)) {
    read_from(0s);
}

Time FileFilm::frame_length() const {
    const auto rate = reader_->track().frame_rate;
    return rate.num > 0 ? to_time(1, {rate.den, rate.num}) : Time(40ms);
}

void FileFilm::fit_into(int width, int height) {
    box_width_ = std::max(16, width);
    box_height_ = std::max(16, height);
    scaler_.reset();
}

void FileFilm::read_from(Time t) {
    reader_ = std::make_unique<media::VideoReader>(
        file_, media::VideoReader::Options{.range = Range{std::max(Time(0), t), Time::max()}});
}

std::optional<Picture> FileFilm::at(Time t) {
    read_from(t - frame_length() / 2);
    auto picture = next();
    if (picture) return picture;
    // In the last half of the last picture: that one is still seen.
    read_from(t - 2 * frame_length());
    while (auto later = next()) picture = std::move(later);
    return picture;
}

std::optional<Picture> FileFilm::next() {
    media::Frame frame;
    if (!reader_->next(frame)) return std::nullopt;
    const bool hidden_whole = hide_ && hide_(frame);
    const auto& track = reader_->track();
    const double wide =
        track.width * static_cast<double>(track.sample_aspect.num) / static_cast<double>(track.sample_aspect.den);
    if (!scaler_) {
        const double scale = std::min({box_width_ / wide, static_cast<double>(box_height_) / track.height, 1.0});
        scaler_ = std::make_unique<media::Scaler>(std::max(2, static_cast<int>(wide * scale)),
                                                  std::max(2, static_cast<int>(track.height * scale)));
    }
    const auto& bgr = scaler_->to_bgr(frame);
    const QImage packed(bgr.pixels.data(), bgr.width, bgr.height, bgr.width * 3, QImage::Format_BGR888);
    return Picture{packed.convertToFormat(QImage::Format_RGB32), QSize(track.width, track.height), frame.pts(),
                   frame_length(), hidden_whole};
}

}  // namespace counterclip::ui
