#include "media/limiter.h"

#include <algorithm>

namespace counterclip::media {

namespace {

constexpr int pieces_a_second = 200;
constexpr double back_in_pieces = 50;  // from nothing to all

}  // namespace

Limiter::Limiter(double true_peak_db, int sample_rate, int channels)
    : limit_(factor_of(true_peak_db)), sample_rate_(sample_rate), channels_(channels), meter_(sample_rate, channels) {}

std::vector<AudioBlock> Limiter::apply(const AudioBlock& block) {
    if (!began_) gathered_at_ = block.first_sample;
    began_ = true;
    gathering_.insert(gathering_.end(), block.samples.begin(), block.samples.end());
    const auto piece = static_cast<std::size_t>(sample_rate_ / pieces_a_second * channels_);
    std::vector<AudioBlock> out;
    while (gathering_.size() >= piece) {
        std::vector<float> rest(gathering_.begin() + static_cast<std::ptrdiff_t>(piece), gathering_.end());
        gathering_.resize(piece);
        take_piece();
        gathering_ = std::move(rest);
        // What the interpolation between samples finds in one piece may lie at the edge of its neighbour.
        if (waiting_.size() == 3) give(out, std::min(waiting_[1].needed, waiting_[2].needed));
    }
    return out;
}

std::vector<AudioBlock> Limiter::finish() {
    if (!gathering_.empty()) take_piece();
    gathering_.clear();
    std::vector<AudioBlock> out;
    while (!waiting_.empty()) {
        double after = 1;
        for (std::size_t n = 1; n < waiting_.size() && n < 3; ++n) after = std::min(after, waiting_[n].needed);
        give(out, after);
    }
    return out;
}

void Limiter::take_piece() {
    Piece piece{{gathered_at_, channels_, sample_rate_, gathering_}, 1};
    meter_.add(piece.sound);
    const double peak = meter_.last_true_peak();
    if (peak > limit_) piece.needed = limit_ / peak;
    gathered_at_ += piece.sound.frames();
    waiting_.push_back(std::move(piece));
}

// The gain runs straight from what held at the piece's beginning to what holds at its end, and both are low enough for
// the piece itself and for its neighbours.
void Limiter::give(std::vector<AudioBlock>& out, double after) {
    Piece piece = std::move(waiting_.front());
    waiting_.pop_front();
    const double end = std::min({piece.needed, after, gain_ + 1 / back_in_pieces, 1.0});
    const double begin = std::min(gain_, piece.needed);
    const auto frames = piece.sound.frames();
    for (std::int64_t n = 0; n < frames; ++n) {
        const double gain = begin + (end - begin) * static_cast<double>(n + 1) / static_cast<double>(frames);
        for (int c = 0; c < channels_; ++c)
            piece.sound.samples[static_cast<std::size_t>(n * channels_ + c)] *= static_cast<float>(gain);
    }
    gain_ = end;
    out.push_back(std::move(piece.sound));
}

}  // namespace counterclip::media
