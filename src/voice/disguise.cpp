#include "voice/disguise.h"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::voice {

namespace {

using media::AudioBlock;

struct DisguiseRow {
    Disguise disguise;
    double pitch;  // factor of pitch and formants: about a third down or up
};
constexpr DisguiseRow disguises[] = {
    {Disguise::deeper, 0.78},
    {Disguise::higher, 1.30},
};

// Formants move with the pitch: they tell voices apart as much as the pitch does. The two channels stay in phase.
std::string graph_of(Disguise disguise) {
    for (const DisguiseRow& row : disguises)
        if (row.disguise == disguise)
            return fmt::format("rubberband=pitch={:.3f}:formant=shifted:channels=together", row.pitch);
    return "anull";
}

AudioBlock silence(std::int64_t first, std::int64_t frames, int sample_rate, int channels) {
    return {first, channels, sample_rate, std::vector<float>(static_cast<std::size_t>(frames * channels))};
}

// Where the middle of a block's energy lies, in samples.
class Centre {
  public:
    void add(const AudioBlock& block) {
        for (std::int64_t n = 0; n < block.frames(); ++n) {
            const double sample = block.samples[static_cast<std::size_t>(n)];
            energy_ += sample * sample;
            moment_ += sample * sample * static_cast<double>(block.first_sample + n);
        }
    }
    double at() const { return energy_ > 0 ? moment_ / energy_ : 0; }

  private:
    double energy_ = 0;
    double moment_ = 0;
};

// How many samples later than it went in a sound comes out. Rubber Band does not tell libavfilter, and what it takes
// out by itself is some milliseconds off, so a short burst of noise is sent through and timed.
std::int64_t measured_delay(const std::string& graph, int sample_rate) {
    AudioBlock burst = silence(0, sample_rate, sample_rate, 1);
    std::uint32_t random = 1;
    for (int n = 0; n < sample_rate / 30; ++n) {
        random = random * 1664525U + 1013904223U;
        burst.samples[static_cast<std::size_t>(sample_rate / 3 + n)] =
            static_cast<float>(random >> 8U) / 0x1p24F - 0.5F;
    }
    Centre in;
    Centre out;
    in.add(burst);
    media::AudioFilter filter(graph, sample_rate, 1);
    for (const AudioBlock& block : filter.apply(burst)) out.add(block);
    return std::llround(out.at() - in.at());
}

}  // namespace

DisguiseFilter::DisguiseFilter(Disguise disguise, int sample_rate, int channels)
    : sample_rate_(sample_rate), channels_(channels), filter_(graph_of(disguise), sample_rate, channels) {
    const std::int64_t delay = measured_delay(graph_of(disguise), sample_rate);
    to_drop_ = std::max<std::int64_t>(0, delay) * channels;
    ready_.resize(static_cast<std::size_t>(std::max<std::int64_t>(0, -delay) * channels));
}

std::vector<AudioBlock> DisguiseFilter::apply(const AudioBlock& block) {
    if (put_in_ == 0) first_ = block.first_sample;
    put_in_ += block.frames();
    collect(filter_.apply(block));
    return give();
}

// Silence pushes the last of the voice out. The filter is never told of the end: libavfilter's rubberband then throws
// away what it has still queued, and fails when that was more than a piece.
std::vector<AudioBlock> DisguiseFilter::finish() {
    const auto missing = static_cast<std::size_t>((put_in_ - given_) * channels_);
    const std::int64_t piece = sample_rate_ / 10;
    for (int n = 0; n < 20 && ready_.size() < missing; ++n)
        collect(filter_.apply(silence(first_ + put_in_ + n * piece, piece, sample_rate_, channels_)));
    if (ready_.size() < missing)
        throw Error("disguise the voice", "the filter gives back less sound than it was given");
    return give();
}

void DisguiseFilter::collect(const std::vector<AudioBlock>& blocks) {
    for (const AudioBlock& block : blocks) {
        const auto dropped = std::min(to_drop_, static_cast<std::int64_t>(block.samples.size()));
        to_drop_ -= dropped;
        ready_.insert(ready_.end(), block.samples.begin() + dropped, block.samples.end());
    }
}

// Never more than was put in: what the filter gave ahead of time waits.
std::vector<AudioBlock> DisguiseFilter::give() {
    const auto waiting = static_cast<std::int64_t>(ready_.size()) / channels_;
    const std::int64_t frames = std::min(waiting, put_in_ - given_);
    if (frames == 0) return {};
    const auto end = ready_.begin() + frames * channels_;
    AudioBlock block{first_ + given_, channels_, sample_rate_, std::vector<float>(ready_.begin(), end)};
    ready_.erase(ready_.begin(), end);
    given_ += frames;
    return {std::move(block)};
}

}  // namespace counterclip::voice
