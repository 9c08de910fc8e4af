#include "voice/cover.h"

#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::voice {

namespace {

constexpr double bleep_frequency = 1000;  // Hz, what broadcasters use
constexpr double bleep_level = 0.1;       // of full scale: -20 dB, about as loud as speech
constexpr int ramps_a_second = 200;       // a ramp lasts 5 ms, so that the tone does not click

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

// The tone of one stretch at its n-th sample, rising and falling inside of it.
float bleep(const Stretch& stretch, std::int64_t n, int sample_rate) {
    const std::int64_t length = stretch.end - stretch.first;
    const std::int64_t ramp = std::min<std::int64_t>(sample_rate / ramps_a_second, length / 2);
    const std::int64_t from_edge = std::min(n, length - 1 - n);
    const double level = from_edge < ramp ? static_cast<double>(from_edge) / static_cast<double>(ramp) : 1.0;
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

void cover(media::AudioBlock& block, std::span<const Stretch> stretches) {
    for (const Stretch& s : stretches)
        replace(block, s,
                [&](std::int64_t n) { return s.cover == Cover::bleep ? bleep(s, n, block.sample_rate) : 0.0F; });
}

}  // namespace counterclip::voice
