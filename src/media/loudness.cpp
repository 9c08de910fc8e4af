#include "media/loudness.h"

#include <ebur128.h>

#include <cmath>
#include <new>

#include "core/error.h"

namespace counterclip::media {

namespace {

struct FreeMeter {
    void operator()(ebur128_state* p) const noexcept { ebur128_destroy(&p); }
};

template <class Peak>
double highest(ebur128_state& meter, Peak peak) {
    double highest = 0;
    for (unsigned channel = 0; channel < meter.channels; ++channel) {
        double value = 0;
        if (peak(&meter, channel, &value) == EBUR128_SUCCESS) highest = std::max(highest, value);
    }
    return highest;
}

}  // namespace

struct LoudnessMeter::State {
    std::unique_ptr<ebur128_state, FreeMeter> meter;
};

LoudnessMeter::LoudnessMeter(int sample_rate, int channels) {
    std::unique_ptr<ebur128_state, FreeMeter> meter(ebur128_init(static_cast<unsigned>(channels),
                                                                 static_cast<unsigned long>(sample_rate),
                                                                 EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
    if (!meter) throw Error("measure loudness", "libebur128 does not take this rate and so many channels");
    // Sound on one channel is heard from two loudspeakers.
    if (channels == 1) ebur128_set_channel(meter.get(), 0, EBUR128_DUAL_MONO);
    state_ = std::make_unique<State>(State{std::move(meter)});
}
LoudnessMeter::~LoudnessMeter() = default;
LoudnessMeter::LoudnessMeter(LoudnessMeter&&) noexcept = default;

void LoudnessMeter::add(const AudioBlock& block) {
    ebur128_state& meter = *state_->meter;
    if (static_cast<unsigned>(block.channels) != meter.channels ||
        static_cast<unsigned long>(block.sample_rate) != meter.samplerate)
        throw Error("measure loudness", "a block of sound is of another rate, or has other channels");
    if (ebur128_add_frames_float(&meter, block.samples.data(), static_cast<std::size_t>(block.frames())) !=
        EBUR128_SUCCESS)
        throw std::bad_alloc();
}

std::optional<double> LoudnessMeter::integrated() const {
    double lufs = 0;
    if (ebur128_loudness_global(state_->meter.get(), &lufs) != EBUR128_SUCCESS || !std::isfinite(lufs))
        return std::nullopt;
    return lufs;
}

std::optional<double> LoudnessMeter::true_peak() const {
    const double peak = highest(*state_->meter, ebur128_true_peak);
    if (peak <= 0) return std::nullopt;
    return db_of(peak);
}

double LoudnessMeter::last_true_peak() const {
    return highest(*state_->meter, ebur128_prev_true_peak);
}

double factor_of(double db) noexcept {
    return std::pow(10.0, db / 20);
}
double db_of(double factor) noexcept {
    return 20 * std::log10(factor);
}

}  // namespace counterclip::media
