#include "voice/disguise.h"

#include <rubberband/RubberBandStretcher.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace counterclip::voice {

namespace {

using media::AudioBlock;
using RubberBand::RubberBandStretcher;

// How often a wandering shift is set anew, and the most that is put in at once.
constexpr std::int64_t step = 512;

// Constants move formants with the pitch: they tell voices apart as much as the pitch does.
std::function<Shift(double)> shift_of(Disguise disguise, std::int64_t seed) {
    switch (disguise) {
        case Disguise::deeper:
            return [](double) { return Shift{0.78, 0.78}; };  // about a third down
        case Disguise::higher:
            return [](double) { return Shift{1.30, 1.30}; };
        case Disguise::drawn:
            if (seed == 0) throw Error("disguise the voice", "nothing was drawn for it yet; change the clip once more");
            return [drawn = Drawn(seed)](double seconds) { return drawn.at(seconds); };
        default:
            throw Error("disguise the voice", "'" + to_string(disguise) + "' is no disguise");
    }
}

std::unique_ptr<RubberBandStretcher> new_stretcher(int sample_rate, int channels) {
    // The third engine moves formants apart from the pitch; channels stay in phase.
    const int options = RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner |
                        RubberBandStretcher::OptionPitchHighConsistency | RubberBandStretcher::OptionFormantPreserved |
                        RubberBandStretcher::OptionChannelsTogether;
    return std::make_unique<RubberBandStretcher>(static_cast<std::size_t>(sample_rate),
                                                 static_cast<std::size_t>(channels), options);
}

std::vector<std::vector<float>> apart(const float* interleaved, std::int64_t frames, int channels) {
    std::vector<std::vector<float>> planes(static_cast<std::size_t>(channels));
    for (int c = 0; c < channels; ++c)
        for (std::int64_t n = 0; n < frames; ++n)
            planes[static_cast<std::size_t>(c)].push_back(interleaved[n * channels + c]);
    return planes;
}

// All that it has ready, interleaved, at the end of `out`.
void retrieve(RubberBandStretcher& stretcher, int channels, std::vector<float>& out) {
    while (stretcher.available() > 0) {
        const auto frames = static_cast<std::size_t>(stretcher.available());
        std::vector<std::vector<float>> planes(static_cast<std::size_t>(channels), std::vector<float>(frames));
        std::vector<float*> pointers;
        for (auto& plane : planes) pointers.push_back(plane.data());
        const std::size_t got = stretcher.retrieve(pointers.data(), frames);
        if (got == 0) return;
        for (std::size_t n = 0; n < got; ++n)
            for (const auto& plane : planes) out.push_back(plane[n]);
    }
}

void process(RubberBandStretcher& stretcher, const float* interleaved, std::int64_t frames, int channels, bool last) {
    const auto planes = apart(interleaved, frames, channels);
    std::vector<const float*> pointers;
    for (const auto& plane : planes) pointers.push_back(plane.data());
    stretcher.process(pointers.data(), static_cast<std::size_t>(frames), last);
}

}  // namespace

DisguiseFilter::DisguiseFilter(Disguise disguise, std::int64_t seed, int sample_rate, int channels)
    : shift_(shift_of(disguise, seed)),
      sample_rate_(sample_rate),
      channels_(channels),
      stretcher_(new_stretcher(sample_rate, channels)) {
    shift_as_of(0);
    const auto pad = static_cast<std::int64_t>(stretcher_->getPreferredStartPad());
    to_drop_ = static_cast<std::int64_t>(stretcher_->getStartDelay());
    put(std::vector<float>(static_cast<std::size_t>(pad * channels)));
}
DisguiseFilter::~DisguiseFilter() = default;
DisguiseFilter::DisguiseFilter(DisguiseFilter&&) noexcept = default;

void DisguiseFilter::shift_as_of(std::int64_t sample) {
    const Shift shift = shift_(static_cast<double>(sample) / sample_rate_);
    stretcher_->setPitchScale(shift.pitch);
    stretcher_->setFormantScale(shift.formants / shift.pitch);  // it is told on top of the pitch
}

void DisguiseFilter::put(const std::vector<float>& interleaved) {
    const auto frames = static_cast<std::int64_t>(interleaved.size()) / channels_;
    for (std::int64_t n = 0; n < frames; n += step) {
        shift_as_of(put_in_ + n);
        process(*stretcher_, interleaved.data() + n * channels_, std::min(step, frames - n), channels_, false);
        retrieve(*stretcher_, channels_, ready_);
        const auto dropped = std::min(to_drop_, static_cast<std::int64_t>(ready_.size()) / channels_);
        ready_.erase(ready_.begin(), ready_.begin() + dropped * channels_);
        to_drop_ -= dropped;
    }
}

std::vector<AudioBlock> DisguiseFilter::apply(const AudioBlock& block) {
    if (put_in_ == 0) first_ = block.first_sample;
    put(block.samples);
    put_in_ += block.frames();
    return give();
}

// Silence pushes the last of the voice out.
std::vector<AudioBlock> DisguiseFilter::finish() {
    const auto missing = static_cast<std::size_t>((put_in_ - given_) * channels_);
    const std::vector<float> silence(static_cast<std::size_t>(sample_rate_ / 10 * channels_));
    for (int n = 0; n < 20 && ready_.size() < missing; ++n) put(silence);
    if (ready_.size() < missing)
        throw Error("disguise the voice", "the filter gives back less sound than it was given");
    return give();
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

std::vector<float> stretched(const std::vector<float>& mono, int sample_rate, double ratio) {
    if (mono.empty()) return {};
    RubberBandStretcher stretcher(static_cast<std::size_t>(sample_rate), 1,
                                  RubberBandStretcher::OptionProcessOffline | RubberBandStretcher::OptionEngineFiner,
                                  ratio);
    const float* samples = mono.data();
    stretcher.setExpectedInputDuration(mono.size());
    stretcher.setMaxProcessSize(mono.size());
    stretcher.study(&samples, mono.size(), true);
    stretcher.process(&samples, mono.size(), true);
    std::vector<float> out;
    retrieve(stretcher, 1, out);
    return out;
}

}  // namespace counterclip::voice
