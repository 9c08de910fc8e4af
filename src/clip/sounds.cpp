#include "clip/sounds.h"

#include <cmath>
#include <limits>
#include <numbers>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::clip {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t block_frames = 1024;
constexpr Time fade_at_cut = 15ms;

// What was said by somebody who is heard is not said again.
bool is_heard(const captions::Cue& cue, const Plan& plan) {
    Time heard{};
    for (const auto& part : plan.parts)
        for (const Range& spared : part.spared) {
            const auto shared = intersection(cue.range, {part.at + spared.in, part.at + spared.out});
            if (!is_empty(shared)) heard += duration(shared);
        }
    return !cue.speaker.empty() && cue.speaker != "subject" && 2 * heard > duration(cue.range);
}

std::vector<voice::Line> lines_of(const Plan& plan) {
    std::vector<voice::Line> lines;
    for (const auto& cue : plan.said)
        if (!is_heard(cue, plan)) lines.push_back({cue.range, cue.text});
    if (lines.empty())
        throw Error("speak the captions of " + plan.clip,
                    "it has none; import a transcript of what is said and name its language with --language",
                    ErrorKind::usage);
    return lines;
}

}  // namespace

Sounds::Sounds(const Plan& plan) : plan_(plan) {
    if (voice::takes_voice_out(plan.disguise)) room_.emplace(plan.sample_rate, plan.channels);
    if (plan.disguise == voice::Disguise::revoice)
        speech_.emplace(lines_of(plan), plan.voice, plan.language, duration(plan), plan.sample_rate);
    open(0);
}
Sounds::~Sounds() = default;

std::int64_t Sounds::sample_at(Time t) const {
    return to_pts(t, {1, plan_.sample_rate});
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
    waits_ = 0;
    as_long_as_the_file_ = false;
    begin_ = given_;
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
    if (plan_.disguise == voice::Disguise::dub)
        open_dub(part);
    else if (part.has_sound)
        open_recording(part);
}

void Sounds::open_recording(const PlannedPart& part) {
    media::AudioReader::Options options;
    options.sample_rate = plan_.sample_rate;
    options.channels = plan_.channels;
    options.track = part.sound_track;
    options.side = part.sound_side;
    if (!part.whole_file) options.range = part.range;
    reader_ = std::make_unique<media::AudioReader>(part.file, options);
    treater_ = std::make_unique<voice::Treater>(
        voice::Treatment{plan_.disguise, plan_.voice_seed, part.redactions, part.spared}, plan_.sample_rate,
        plan_.channels);
}

// What must not be heard of the recording must not be heard of what is said in its place.
void Sounds::open_dub(const PlannedPart& part) {
    if (part.dub.empty()) return;
    const Range on_dub{part.range.in - part.dub_offset, part.range.out - part.dub_offset};
    if (on_dub.out <= Time::zero()) return;
    media::AudioReader::Options options;
    options.sample_rate = plan_.sample_rate;
    options.channels = plan_.channels;
    options.range = Range{std::max(on_dub.in, Time::zero()), on_dub.out};
    reader_ = std::make_unique<media::AudioReader>(part.dub, options);
    // It begins later than the part: until then there is nothing, and what is treated counts from there.
    const Time late = std::max(Time::zero(), -on_dub.in);
    waits_ = sample_at(late);
    auto redactions = part.redactions;
    for (auto& r : redactions) r.range = {r.range.in - late, r.range.out - late};
    treater_ = std::make_unique<voice::Treater>(voice::Treatment{voice::Disguise::none, 0, redactions, {}},
                                                plan_.sample_rate, plan_.channels);
}

std::optional<media::AudioBlock> Sounds::next_of_piece() {
    if (waits_ > 0) {
        const auto frames = std::min(block_frames, waits_);
        waits_ -= frames;
        return silence(frames);
    }
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

// Sound that begins or breaks off in the middle of a wave clicks.
void Sounds::fade_at_cuts(media::AudioBlock& block) const {
    const std::int64_t fade = sample_at(fade_at_cut);
    const std::int64_t end = block.first_sample + block.frames();
    if (block.first_sample >= begin_ + fade && end <= end_ - fade) return;
    for (std::int64_t n = 0; n < block.frames(); ++n) {
        const std::int64_t at = block.first_sample + n;
        const std::int64_t from_edge = std::min(at - begin_, end_ - 1 - at);
        if (from_edge >= fade) continue;
        const double share = static_cast<double>(from_edge) / static_cast<double>(fade);
        const auto gain = static_cast<float>((1 - std::cos(std::numbers::pi * share)) / 2);
        for (int c = 0; c < block.channels; ++c)
            block.samples[static_cast<std::size_t>(n * block.channels + c)] *= gain;
    }
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
        fade_at_cuts(*block);
        if (room_ && piece_ > 0) room_->add_to(*block);
        if (speech_) speech_->add_to(*block);
        return block;
    }
}

std::vector<std::string> Sounds::remarks() const {
    return speech_ ? speech_->remarks() : std::vector<std::string>{};
}

}  // namespace counterclip::clip
