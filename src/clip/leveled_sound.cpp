#include "clip/leveled_sound.h"

#include <cmath>

#include "core/error.h"
#include "media/loudness.h"

namespace counterclip::clip {

namespace {

// Quieter than this nobody speaks: raising it would raise a room's noise.
constexpr double quietest_speech = -55;  // LUFS
constexpr double most_raised = 30;       // dB
// AAC and Opus move peaks a little when they are decoded again.
constexpr double spare_for_codec = 1;  // dB
constexpr int most_passes = 3;
constexpr double near_enough = 0.15;  // LU

double ceiling(const Plan& plan) {
    return plan.preset.true_peak - spare_for_codec;
}

struct Measured {
    std::optional<double> loudness;
    double peak = 0;  // dBTP
};

Measured measured(const Plan& plan, const Level& level, Progress& progress) {
    progress.begin("measure loudness", duration(plan).count());
    LeveledSound sound(plan, level);
    media::LoudnessMeter meter(plan.sample_rate, plan.channels);
    while (auto block = sound.next()) {
        progress.stop_if_cancelled("render " + plan.clip);
        meter.add(*block);
        progress.advance(sound.position().count());
    }
    progress.end();
    return {meter.integrated(), meter.true_peak().value_or(-200)};
}

}  // namespace

Level level_of(const Plan& plan, Progress& progress) {
    if (!plan.sound || !plan.levels) return {};
    const auto as_it_comes = measured(plan, {}, progress);
    if (!as_it_comes.loudness || *as_it_comes.loudness < quietest_speech) return {1, as_it_comes.peak > ceiling(plan)};
    double raise = std::min(most_raised, plan.preset.loudness - *as_it_comes.loudness);
    if (as_it_comes.peak + raise <= ceiling(plan)) return {media::factor_of(raise), false};
    // Holding peaks down takes loudness away again, and more of it the more is put back.
    for (int n = 0; n < most_passes; ++n) {
        const auto held_down = measured(plan, {media::factor_of(raise), true}, progress);
        const double missing = plan.preset.loudness - held_down.loudness.value_or(plan.preset.loudness);
        if (std::abs(missing) <= near_enough) break;
        raise = std::min(most_raised, raise + missing);
    }
    return {media::factor_of(raise), true};
}

LeveledSound::LeveledSound(const Plan& plan, const Level& level) : plan_(plan), level_(level), sounds_(plan) {
    if (level.limited) limiter_.emplace(ceiling(plan), plan.sample_rate, plan.channels);
}

Time LeveledSound::position() const {
    return to_time(given_, {1, plan_.sample_rate});
}

std::optional<media::AudioBlock> LeveledSound::next_raised() {
    auto block = sounds_.next();
    if (block && level_.gain != 1)
        for (float& sample : block->samples) sample *= static_cast<float>(level_.gain);
    return block;
}

std::optional<media::AudioBlock> LeveledSound::next() {
    while (ready_.empty() && !ended_) {
        auto block = next_raised();
        ended_ = !block;
        if (!limiter_ && block) ready_.push_back(std::move(*block));
        if (!limiter_) continue;
        for (auto& held : block ? limiter_->apply(*block) : limiter_->finish()) ready_.push_back(std::move(held));
    }
    if (ready_.empty()) return std::nullopt;
    auto block = std::move(ready_.front());
    ready_.pop_front();
    given_ += block.frames();
    return block;
}

}  // namespace counterclip::clip
