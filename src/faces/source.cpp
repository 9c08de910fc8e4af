#include "faces/source.h"

#include <cmath>

#include "faces/shots.h"
#include "media/reader.h"
#include "media/scale.h"

namespace counterclip::faces {

namespace {

constexpr std::size_t decoded_ahead = 8;  // so that neither decoder nor crew waits long; each is a whole picture
constexpr int longest_side = 1920;         // px kept: memory; faces worth finding in a larger picture are large enough
constexpr std::size_t looked_ahead = 2;

media::VideoReader open(const std::filesystem::path& file, std::optional<Range> range, int track) {
    media::VideoReader::Options options;
    options.range = range;
    options.track = track;
    options.roughly = true;
    return {file, options};
}

}  // namespace

struct Source::Decoder {
    media::VideoReader reader;
    float pixel_aspect = 1;
    int width = 0;
    int height = 0;
};

Source::Source(const std::filesystem::path& file, std::optional<Range> range, int video_track)
    : decoder_(new Decoder{open(file, range, video_track)}), queue_(decoded_ahead) {
    const media::VideoTrack& track = decoder_->reader.track();
    if (track.sample_aspect.num > 0 && track.sample_aspect.den > 0) {
        decoder_->pixel_aspect =
            static_cast<float>(track.sample_aspect.num) / static_cast<float>(track.sample_aspect.den);
    }
    const int longer = std::max(track.width, track.height);
    if (longer > longest_side) {
        shrink_ = static_cast<float>(longer) / static_cast<float>(longest_side);
        decoder_->width = static_cast<int>(std::lround(static_cast<float>(track.width) / shrink_));
        decoder_->height = static_cast<int>(std::lround(static_cast<float>(track.height) / shrink_));
    }
    thread_ = std::jthread([this] { decode(); });
}

Source::~Source() {
    queue_.abandon();
}

void Source::decode() {
    try {
        std::int64_t damaged = 0;
        media::Frame frame;
        for (std::int64_t index = 0; decoder_->reader.next(frame); ++index) {
            Picture picture;
            picture.index = index;
            picture.pts = frame.pts();
            picture.frame = decoder_->width > 0 ? media::resized(frame, decoder_->width, decoder_->height) : frame;
            picture.pixel_aspect = decoder_->pixel_aspect;
            picture.thumb = thumb_of(picture.frame);
            picture.follows_damage = decoder_->reader.damaged() > damaged;
            damaged = decoder_->reader.damaged();
            if (!queue_.push(std::move(picture))) return;
        }
    } catch (...) {
        error_ = std::current_exception();
    }
    queue_.close();
}

void Source::fill_window() {
    while (!ended_ && window_.size() <= looked_ahead) {
        auto picture = queue_.pop();
        if (!picture) {
            ended_ = true;
            if (error_) std::rethrow_exception(error_);
            break;
        }
        window_.push_back(std::move(*picture));
    }
}

bool Source::next(Picture& picture) {
    fill_window();
    if (window_.empty()) return false;
    const auto thumb = [&](std::size_t i) { return i < window_.size() ? window_[i].thumb : cv::Mat(); };
    picture = std::move(window_.front());
    picture.first_of_shot = is_cut(before2_, before_, picture.thumb, thumb(1), thumb(2));
    window_.pop_front();
    // A shot's first picture has no picture before it to compare motion with.
    before2_ = picture.first_of_shot ? cv::Mat() : before_;
    before_ = picture.thumb;
    return true;
}

}  // namespace counterclip::faces
