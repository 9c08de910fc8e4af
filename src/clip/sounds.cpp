#include "clip/sounds.h"

#include <limits>

namespace counterclip::clip {

namespace {
constexpr std::int64_t block_frames = 1024;
}

Sounds::Sounds(const Plan& plan) : plan_(plan) {
    open(0);
}
Sounds::~Sounds() = default;

std::int64_t Sounds::sample_at(Time t) const {
    return to_pts(t, {1, plan_.sample_rate});
}

Time Sounds::position() const {
    return to_time(given_, {1, plan_.sample_rate});
}

media::AudioBlock Sounds::silence(std::int64_t frames) const {
    media::AudioBlock block;
    block.channels = plan_.channels;
    block.sample_rate = plan_.sample_rate;
    block.samples.assign(static_cast<std::size_t>(frames * plan_.channels), 0.0F);
    return block;
}

void Sounds::open(std::size_t piece) {
    piece_ = piece;
    reader_.reset();
    treater_.reset();
    ready_.clear();
    as_long_as_the_file_ = false;
    if (piece == 0) {
        end_ = sample_at(plan_.card_length);
        return;
    }
    if (piece > plan_.parts.size()) {
        if (plan_.end_card_length > Time::zero()) end_ = std::max(given_, sample_at(duration(plan_)));
        return;
    }
    const auto& part = plan_.parts[piece - 1];
    end_ = sample_at(part.at + duration(part.range));
    as_long_as_the_file_ = part.whole_file && part.has_sound;
    if (as_long_as_the_file_) end_ = std::numeric_limits<std::int64_t>::max();
    if (!part.has_sound) return;
    media::AudioReader::Options options;
    options.sample_rate = plan_.sample_rate;
    options.channels = plan_.channels;
    if (!part.whole_file) options.range = part.range;
    reader_ = std::make_unique<media::AudioReader>(part.file, options);
    treater_ = std::make_unique<voice::Treater>(voice::Treatment{plan_.disguise, part.redactions}, plan_.sample_rate,
                                                plan_.channels);
}

std::optional<media::AudioBlock> Sounds::next_of_piece() {
    while (ready_.empty() && reader_) {
        media::AudioBlock block;
        if (reader_->next(block)) {
            for (auto& treated : treater_->apply(std::move(block))) ready_.push_back(std::move(treated));
        } else {
            for (auto& treated : treater_->finish()) ready_.push_back(std::move(treated));
            reader_.reset();
        }
    }
    if (ready_.empty()) return std::nullopt;
    auto block = std::move(ready_.front());
    ready_.pop_front();
    return block;
}

std::optional<media::AudioBlock> Sounds::next() {
    while (true) {
        while (given_ >= end_ && piece_ <= plan_.parts.size()) open(piece_ + 1);
        if (given_ >= end_) return std::nullopt;
        auto block = next_of_piece();
        if (!block && as_long_as_the_file_) {
            end_ = given_;
            continue;
        }
        // A source whose sound ends before its picture is silent for the rest; one that runs longer is cut.
        if (!block) block = silence(std::min(block_frames, end_ - given_));
        const auto wanted = std::min(block->frames(), end_ - given_);
        block->samples.resize(static_cast<std::size_t>(wanted * block->channels));
        block->first_sample = given_;
        given_ += wanted;
        return block;
    }
}

}  // namespace counterclip::clip
