#include "voice/cover.h"

#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::voice {

namespace {

constexpr double bleep_frequency = 1000;  // Hz, what broadcasters use
constexpr double bleep_level = 0.1;       // of full scale: -20 dB, about as loud as speech
constexpr int ramps_a_second = 125;       // a ramp lasts 8 ms, so that nothing clicks

// A Time made from a sample reads back as that sample; any other reads as the nearest one, which is then corrected.
std::int64_t floor_sample(Time t, int sample_rate) {
    const Rational sample{1, sample_rate};
    const std::int64_t n = to_pts(t, sample);
    return to_time(n, sample) > t ? n - 1 : n;
}

std::int64_t ceil_sample(Time t, int sample_rate) {
    const Rational sample{1, sample_rate};
    const std::int64_t n = to_pts(t, sample);
    return to_time(n, sample) < t ? n + 1 : n;
}

// From 0 at the edge to 1 a ramp away: half a period of a cosine.
double raised_cosine(std::int64_t from_edge, std::int64_t ramp) {
    if (from_edge >= ramp) return 1;
    const double share = static_cast<double>(from_edge) / static_cast<double>(std::max<std::int64_t>(1, ramp));
    return (1 - std::cos(std::numbers::pi * share)) / 2;
}

// The tone of one stretch at its n-th sample, rising and falling inside of it.
float bleep(const Stretch& stretch, std::int64_t n, int sample_rate) {
    const std::int64_t length = stretch.end - stretch.first;
    const std::int64_t ramp = std::min<std::int64_t>(sample_rate / ramps_a_second, length / 2);
    const std::int64_t from_edge = std::min(n, length - 1 - n);
    const double level = raised_cosine(from_edge, ramp);
    const double phase = 2 * std::numbers::pi * bleep_frequency * static_cast<double>(n) / sample_rate;
    return static_cast<float>(bleep_level * level * std::sin(phase));
}

template <class Sample>
void replace(media::AudioBlock& block, const Stretch& stretch, Sample sample) {
    const std::int64_t first = std::max(stretch.first, block.first_sample);
    const std::int64_t end = std::min(stretch.end, block.first_sample + block.frames());
    for (std::int64_t n = first; n < end; ++n) {
        const auto at = block.samples.begin() + (n - block.first_sample) * block.channels;
        std::fill_n(at, block.channels, sample(n - stretch.first));
    }
}

}  // namespace

std::vector<Stretch> stretches(const std::vector<Redaction>& redactions, int sample_rate) {
    std::vector<Stretch> all;
    for (const Redaction& r : redactions) {
        if (r.range.out < r.range.in)
            throw Error("redact sound",
                        fmt::format("the range {} to {} ends before it begins", format_time(r.range.in),
                                    format_time(r.range.out)),
                        ErrorKind::usage);
        if (is_empty(r.range)) continue;
        all.push_back({floor_sample(r.range.in, sample_rate), ceil_sample(r.range.out, sample_rate), r.cover});
    }
    return all;
}

void clear(media::AudioBlock& block, std::span<const Stretch> stretches) {
    for (const Stretch& s : stretches) replace(block, s, [](std::int64_t) { return 0.0F; });
}

void fade_around(media::AudioBlock& block, std::span<const Stretch> stretches) {
    const std::int64_t ramp = std::max(1, block.sample_rate / ramps_a_second);
    for (const Stretch& s : stretches) {
        const std::int64_t first = std::max(s.first - ramp, block.first_sample);
        const std::int64_t end = std::min(s.end + ramp, block.first_sample + block.frames());
        for (std::int64_t n = first; n < end; ++n) {
            if (n >= s.first && n < s.end) continue;
            const auto gain = static_cast<float>(raised_cosine(n < s.first ? s.first - n : n - s.end + 1, ramp));
            for (int c = 0; c < block.channels; ++c)
                block.samples[static_cast<std::size_t>((n - block.first_sample) * block.channels + c)] *= gain;
        }
    }
}

double spared(std::span<const Stretch> stretches, std::int64_t sample, int sample_rate) {
    const std::int64_t ramp = std::max(1, sample_rate / ramps_a_second);
    double share = 0;
    for (const Stretch& s : stretches)
        if (sample >= s.first && sample < s.end)
            share = std::max(share, raised_cosine(std::min(sample - s.first, s.end - 1 - sample), ramp));
    return share;
}

void cover(media::AudioBlock& block, std::span<const Stretch> stretches) {
    for (const Stretch& s : stretches)
        replace(block, s,
                [&](std::int64_t n) { return s.cover == Cover::bleep ? bleep(s, n, block.sample_rate) : 0.0F; });
}

}  // namespace counterclip::voice
