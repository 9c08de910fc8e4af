#include "voice/likeness.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace counterclip::voice {

namespace {

constexpr int length = 2 * Likeness::longest;  // zeros behind, so that no shift wraps round
constexpr double lowest = 100;                 // Hz: below is rumble and hum
constexpr double highest = 7000;
constexpr float faint = 1e-4F;  // of the strongest frequency: below it lies rounding

using Values = media::Fourier::Values;

Values padded(std::span<const float> samples) {
    Values values(length);
    const auto count = std::min<std::size_t>(samples.size(), Likeness::longest);
    for (std::size_t n = 0; n < count; ++n) {
        // A window that ends softly, so that the edges are nothing both have.
        const double edge = std::min<double>({1.0, 20.0 * static_cast<double>(n + 1) / static_cast<double>(count),
                                              20.0 * static_cast<double>(count - n) / static_cast<double>(count)});
        values[n] = samples[n] * static_cast<float>(edge);
    }
    return values;
}

float strongest(const Values& values) {
    float most = 0;
    for (const auto& v : values) most = std::max(most, std::abs(v));
    return most;
}

}  // namespace

Likeness::Likeness() : fourier_(length) {}

Likeness::Result Likeness::of(std::span<const float> a, std::span<const float> b) const {
    const Values fa = fourier_.forward(padded(a));
    const Values fb = fourier_.forward(padded(b));
    const float least_a = strongest(fa) * faint;
    const float least_b = strongest(fb) * faint;
    if (least_a <= 0 || least_b <= 0) return {};
    Values phases(length);
    int used = 0;
    const auto first = static_cast<int>(lowest * length / sample_rate);
    const auto last = static_cast<int>(highest * length / sample_rate);
    for (int k = first; k <= last; ++k) {
        const auto n = static_cast<std::size_t>(k);
        if (std::abs(fa[n]) <= least_a || std::abs(fb[n]) <= least_b) continue;
        const auto product = fa[n] * std::conj(fb[n]);
        phases[n] = product / std::abs(product);
        phases[length - n] = std::conj(phases[n]);
        ++used;
    }
    if (used == 0) return {};
    const Values shifts = fourier_.inverse(phases);
    double best = 0;
    for (int shift = -reach; shift <= reach; ++shift)
        best = std::max(
            best, std::abs(static_cast<double>(shifts[static_cast<std::size_t>((shift + length) % length)].real())));
    // Neighbouring frequencies of short sounds say the same: what is independent follows from how long they are.
    const double independent = std::max(1.0, static_cast<double>(used) * static_cast<double>(a.size()) / length);
    const double spread = std::sqrt(1 / (2 * independent));
    return {best / (2.0 * used), spread * std::sqrt(2 * std::log(1000.0 * (2 * reach + 1)))};
}

double level_of(std::span<const float> samples) {
    double sum = 0;
    for (const float s : samples) sum += static_cast<double>(s) * s;
    return samples.empty() ? 0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

double level_beside_tone(std::span<const float> samples, int sample_rate) {
    const double step = 2 * std::numbers::pi * 1000 / sample_rate;
    double cosine = 0;
    double sine = 0;
    for (std::size_t n = 0; n < samples.size(); ++n) {
        cosine += samples[n] * std::cos(step * static_cast<double>(n));
        sine += samples[n] * std::sin(step * static_cast<double>(n));
    }
    const double share = 2 / static_cast<double>(std::max<std::size_t>(1, samples.size()));
    double sum = 0;
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double rest = samples[n] - share * (cosine * std::cos(step * static_cast<double>(n)) +
                                                  sine * std::sin(step * static_cast<double>(n)));
        sum += rest * rest;
    }
    return samples.empty() ? 0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

}  // namespace counterclip::voice
