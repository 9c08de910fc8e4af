#include "voice/replay.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "media/spectrum.h"

namespace counterclip::voice {

namespace {

using Frame = Contour::Frame;

constexpr int length = 1024;  // samples of a frame
constexpr int hop = Contour::sample_rate / Contour::per_second;
constexpr double lowest = 150;  // Hz
constexpr double highest = 6000;
constexpr float floor_db = -65;   // of full scale, in a band
constexpr float speech_db = -50;  // in the loudest band of a frame
// How much a frame differs from those around it, over all bands: nine of ten frames of white noise by less than 2.5 dB,
// of a fan by less than 3.9, of a tone and a hum by nothing; three of four frames of speech by more than 5, in noise by
// more than 4.
constexpr float moves_db = 4;
constexpr std::size_t around = 4;                      // frames on each side
constexpr int least_spoken = Contour::per_second / 2;  // frames, and ...
constexpr double least_share = 0.2;                    // ... of the loud ones
constexpr double slowest = 0.9;
constexpr double fastest = 1.1;
constexpr double speed_step = 0.01;  // moves four seconds by less than a frame at either end

// The band of each frequency of the transform; -1 outside of all.
std::vector<int> bands_of_frequencies() {
    std::vector<int> bands(length / 2, -1);
    for (int k = 0; k < length / 2; ++k) {
        const double hz = static_cast<double>(k) * Contour::sample_rate / length;
        if (hz < lowest || hz >= highest) continue;
        bands[static_cast<std::size_t>(k)] =
            static_cast<int>(static_cast<double>(Contour::bands) * std::log(hz / lowest) / std::log(highest / lowest));
    }
    return bands;
}

std::vector<float> hann() {
    std::vector<float> window(length);
    for (int n = 0; n < length; ++n)
        window[static_cast<std::size_t>(n)] =
            static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * n / length));
    return window;
}

// Without what each band is on the average, so that neither a filter nor a level tells sounds apart or makes them
// alike.
std::vector<Frame> centred(std::span<const Frame> frames) {
    Frame mean{};
    for (const Frame& f : frames)
        for (std::size_t b = 0; b < mean.size(); ++b) mean[b] += f[b];
    for (float& m : mean) m /= static_cast<float>(frames.size());
    std::vector<Frame> out(frames.begin(), frames.end());
    for (Frame& f : out)
        for (std::size_t b = 0; b < mean.size(); ++b) f[b] -= mean[b];
    return out;
}

float product(const Frame& a, const Frame& b) {
    float sum = 0;
    for (std::size_t n = 0; n < a.size(); ++n) sum += a[n] * b[n];
    return sum;
}

// The piece at another speed, frame by frame between its neighbours.
std::vector<Frame> at_speed(const std::vector<Frame>& piece, double speed) {
    const auto count = static_cast<std::size_t>(static_cast<double>(piece.size()) * speed);
    std::vector<Frame> out(count);
    for (std::size_t n = 0; n < count; ++n) {
        const double at = std::min(static_cast<double>(n) / speed, static_cast<double>(piece.size() - 1));
        const auto first = static_cast<std::size_t>(at);
        const auto next = std::min(first + 1, piece.size() - 1);
        const auto share = static_cast<float>(at - static_cast<double>(first));
        for (std::size_t b = 0; b < out[n].size(); ++b)
            out[n][b] = (1 - share) * piece[first][b] + share * piece[next][b];
    }
    return out;
}

bool is_loud(const Frame& frame) {
    return *std::ranges::max_element(frame) > speech_db;
}

// Whether a frame is other than its neighbours on the average.
bool moves(std::span<const Frame> frames, std::size_t at) {
    const auto first = at - std::min(at, around);
    const auto near = frames.subspan(first, std::min(at + around + 1, frames.size()) - first);
    float sum = 0;
    for (std::size_t b = 0; b < Contour::bands; ++b) {
        float mean = 0;
        for (const Frame& f : near) mean += f[b];
        const float off = frames[at][b] - mean / static_cast<float>(near.size());
        sum += off * off;
    }
    return sum > moves_db * moves_db * static_cast<float>(Contour::bands);
}

// Two steady sounds are alike whatever they are, and what begins or ends in them is one moment: enough of the piece has
// to be loud and to change as speech does.
bool says_something(std::span<const Frame> piece) {
    int loud = 0;
    int spoken = 0;
    for (std::size_t n = 0; n < piece.size(); ++n) {
        if (!is_loud(piece[n])) continue;
        ++loud;
        spoken += moves(piece, n);
    }
    return loud >= Contour::per_second && spoken >= least_spoken && spoken >= least_share * loud;
}

}  // namespace

Contour contour_of(std::span<const float> samples) {
    static const std::vector<int> band_of = bands_of_frequencies();
    static const std::vector<float> window = hann();
    const media::Fourier fourier(length);
    Contour contour;
    media::Fourier::Values values(length);
    for (std::size_t at = 0; at + length <= samples.size(); at += hop) {
        for (std::size_t n = 0; n < length; ++n) values[n] = samples[at + n] * window[n];
        const auto spectrum = fourier.forward(values);
        std::array<double, Contour::bands> power{};
        for (std::size_t k = 0; k < band_of.size(); ++k)
            if (band_of[k] >= 0) power[static_cast<std::size_t>(band_of[k])] += std::norm(spectrum[k]);
        Frame frame{};
        constexpr double full_scale = static_cast<double>(length) * length / 16;  // of a sine, by the window
        for (std::size_t b = 0; b < frame.size(); ++b)
            frame[b] = std::max(floor_db, static_cast<float>(10 * std::log10(power[b] / full_scale + 1e-12)));
        contour.frames.push_back(frame);
    }
    return contour;
}

Replay replay_of(std::span<const Frame> piece, std::span<const Frame> all) {
    if (!says_something(piece)) return {};
    const auto wanted = centred(piece);
    Replay best;
    const auto steps = static_cast<int>(std::lround((fastest - slowest) / speed_step));
    for (int step = 0; step <= steps; ++step) {
        const double speed = slowest + step * speed_step;
        const auto here = centred(at_speed(wanted, speed));
        if (here.size() > all.size()) continue;
        float own = 0;
        for (const Frame& f : here) own += product(f, f);
        for (std::size_t at = 0; at + here.size() <= all.size(); ++at) {
            const auto there = all.subspan(at, here.size());
            Frame sum{};
            float together = 0;
            float other = 0;
            for (std::size_t n = 0; n < here.size(); ++n) {
                together += product(here[n], there[n]);
                other += product(there[n], there[n]);
                for (std::size_t b = 0; b < sum.size(); ++b) sum[b] += there[n][b];
            }
            // `here` is centred, so `there` need not be for the product.
            other -= product(sum, sum) / static_cast<float>(here.size());
            if (own <= 0 || other <= 0) continue;
            const double found = static_cast<double>(together) / std::sqrt(static_cast<double>(own) * other);
            if (found > best.found) best = {found, static_cast<double>(at) / Contour::per_second, speed};
        }
    }
    return best;
}

}  // namespace counterclip::voice
