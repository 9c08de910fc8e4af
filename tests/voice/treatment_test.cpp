#include "voice/treatment.h"

#include <cmath>
#include <numbers>

#include "core/error.h"

using namespace counterclip;
using namespace counterclip::voice;
using namespace std::chrono_literals;
using media::AudioBlock;

namespace {

constexpr int rate = 16000;

// A spoken vowel that rises and falls: a pulse train through two formants, in both channels, the right one softer.
std::vector<float> vowel(double seconds, double pitch, int channels = 1, int sample_rate = rate) {
    std::vector<float> samples;
    const auto frames = static_cast<std::int64_t>(seconds * sample_rate);
    for (std::int64_t n = 0; n < frames; ++n) {
        const double t = static_cast<double>(n) / sample_rate;
        double value = 0;
        for (int k = 1; k * pitch < 3500; ++k) {
            const double f = k * pitch;
            const double formants = 1 / (1 + std::pow((f - 650) / 120, 2)) + 0.6 / (1 + std::pow((f - 1100) / 150, 2));
            value += formants * std::sin(2 * std::numbers::pi * f * t + k * k);
        }
        value *= 0.08 * (1 + 0.4 * std::sin(2 * std::numbers::pi * 3.1 * t));
        for (int c = 0; c < channels; ++c) samples.push_back(static_cast<float>(c == 0 ? value : value / 2));
    }
    return samples;
}

// Sends the sound through in blocks of odd sizes and joins what comes out, checking that it has no holes.
std::vector<float> treated(const Treatment& treatment, const std::vector<float>& samples, int channels = 1,
                           int sample_rate = rate, std::int64_t first = 0) {
    Treater treater(treatment, sample_rate, channels);
    std::vector<float> out;
    const auto take = [&](const std::vector<AudioBlock>& blocks) {
        for (const AudioBlock& block : blocks) {
            REQUIRE(block.first_sample == first + static_cast<std::int64_t>(out.size()) / channels);
            REQUIRE(block.channels == channels);
            REQUIRE(block.sample_rate == sample_rate);
            out.insert(out.end(), block.samples.begin(), block.samples.end());
        }
    };
    std::size_t at = 0;
    for (std::size_t frames = 1; at < samples.size(); frames = frames * 7 % 2039) {
        const std::size_t size = std::min(frames * channels, samples.size() - at);
        AudioBlock block{first + static_cast<std::int64_t>(at) / channels, channels, sample_rate, {}};
        block.samples.assign(samples.begin() + at, samples.begin() + at + size);
        at += size;
        take(treater.apply(std::move(block)));
    }
    take(treater.finish());
    return out;
}

double energy(const std::vector<float>& samples, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t n = from; n < to; ++n) sum += double(samples[n]) * samples[n];
    return sum;
}

// The strongest likeness of two stretches at any shift up to 100 ms, 0 to 1.
double likeness(const std::vector<float>& a, const std::vector<float>& b, std::size_t from, std::size_t to) {
    double best = 0;
    for (int shift = -rate / 10; shift <= rate / 10; ++shift) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (std::size_t n = from; n < to; ++n) {
            const double x = a[n + shift];
            const double y = b[n];
            dot += x * y;
            aa += x * x;
            bb += y * y;
        }
        if (aa > 0 && bb > 0) best = std::max(best, std::abs(dot) / std::sqrt(aa * bb));
    }
    return best;
}

// The pitch by autocorrelation, in Hz, between 60 and 400.
double pitch_of(const std::vector<float>& samples, std::size_t from, std::size_t to) {
    double best = 0;
    int best_lag = 0;
    for (int lag = rate / 400; lag <= rate / 60; ++lag) {
        double sum = 0;
        for (std::size_t n = from; n + lag < to; ++n) sum += double(samples[n]) * samples[n + lag];
        if (sum > best) {
            best = sum;
            best_lag = lag;
        }
    }
    return best_lag ? double(rate) / best_lag : 0;
}

// Where the energy of a stretch lies, in samples.
double centre(const std::vector<float>& samples, std::size_t from, std::size_t to) {
    double moment = 0;
    for (std::size_t n = from; n < to; ++n) moment += double(n) * samples[n] * samples[n];
    return moment / energy(samples, from, to);
}

}  // namespace

TEST_CASE("sound that nobody asked to treat comes out as it went in") {
    const auto samples = vowel(1, 120, 2);
    CHECK(treated({}, samples, 2) == samples);
}

// Sound fades within 8 ms of a stretch that is taken out; further away nothing is changed.
constexpr std::size_t faded = rate / 125;

TEST_CASE("a silenced stretch is zero from its first sample to its last, and a ramp away nothing is changed") {
    const auto samples = vowel(1, 120, 2);
    const auto out = treated({.redactions = {{{250ms, 500ms}, Cover::silence}}}, samples, 2);
    REQUIRE(out.size() == samples.size());
    for (std::size_t n = 0; n < out.size(); ++n) {
        const bool is_redacted = n / 2 >= rate / 4 && n / 2 < rate / 2;
        const bool is_faded = n / 2 + faded >= rate / 4 && n / 2 < rate / 2 + faded;
        if (is_redacted && out[n] != 0.0F) FAIL("sample " << n);
        if (!is_faded && out[n] != samples[n]) FAIL("sample " << n);
        if (is_faded && std::abs(out[n]) > std::abs(samples[n])) FAIL("sample " << n);
    }
}

TEST_CASE("the sound before and after a stretch that is taken out does not click") {
    const std::vector<float> ones(rate, 0.5F);
    const auto out = treated({.redactions = {{{250ms, 500ms}, Cover::silence}, {{700ms, 800ms}, Cover::bleep}}}, ones);
    // A tone of 1 kHz at a tenth of full scale moves by 0.04 a sample at most.
    for (std::size_t n = 1; n < out.size(); ++n)
        if (std::abs(out[n] - out[n - 1]) > 0.05F) FAIL("a step at sample " << n << ": " << out[n] - out[n - 1]);
}

TEST_CASE("a redaction between two samples covers both") {
    const std::vector<float> ones(100, 1.0F);
    const Time sample = to_time(1, {1, rate});  // 62,500 ns
    const auto out = treated({.redactions = {{{sample * 10 + 40us, sample * 20 - 40us}, Cover::silence}}}, ones);
    for (std::size_t n = 0; n < out.size(); ++n) CHECK((out[n] == 0.0F) == (n >= 10 && n < 20));
}

TEST_CASE("a redaction given in times of samples covers those samples at every usual rate") {
    for (const int sample_rate : {8000, 11025, 22050, 44100, 48000, 96000, 192000}) {
        const std::vector<float> ones(5000, 1.0F);
        for (const std::int64_t first : {1, 7, 441, 1601, 4409}) {
            const Range range{to_time(first, {1, sample_rate}), to_time(first + 11, {1, sample_rate})};
            const auto out = treated({.redactions = {{range, Cover::silence}}}, ones, 1, sample_rate);
            for (std::int64_t n = 0; n < 5000; ++n) {
                const bool is_redacted = n >= first && n < first + 11;
                if ((out[static_cast<std::size_t>(n)] == 0.0F) != is_redacted) FAIL(sample_rate << " Hz, sample " << n);
            }
        }
    }
}

TEST_CASE("times count from the sound's clock, not from the first block given") {
    const std::vector<float> ones(rate, 1.0F);
    const auto out = treated({.redactions = {{{10s, 10s + 1ms}, Cover::silence}}}, ones, 1, rate, 10 * rate - 8);
    for (std::size_t n = 0; n < 40; ++n) CHECK((out[n] == 0.0F) == (n >= 8 && n < 24));
}

TEST_CASE("a bleep is a soft 1 kHz tone that rises and falls inside of its stretch") {
    const auto samples = vowel(1, 120);
    const auto out = treated({.redactions = {{{250ms, 500ms}, Cover::bleep}}}, samples);
    const std::size_t first = rate / 4;
    const std::size_t end = rate / 2;
    for (std::size_t n = 0; n < out.size(); ++n)
        if ((n + faded < first || n >= end + faded) && out[n] != samples[n]) FAIL("sample " << n << " outside");
    float loudest = 0;
    int crossings = 0;
    for (std::size_t n = first; n < end; ++n) {
        loudest = std::max(loudest, std::abs(out[n]));
        if (n > first && (out[n] < 0) != (out[n - 1] < 0)) ++crossings;
    }
    CHECK(loudest > 0.05F);
    CHECK(loudest <= 0.1F);
    CHECK(crossings == Approx(2 * 1000 * 0.25).margin(4));
    CHECK(std::abs(out[first]) < 0.01F);
    CHECK(std::abs(out[end - 1]) < 0.01F);
}

TEST_CASE("nothing of the speech is left under a cover, disguised or not") {
    const auto samples = vowel(2, 120);
    for (const Disguise disguise : {Disguise::none, Disguise::deeper, Disguise::higher}) {
        const auto silenced =
            treated({.disguise = disguise, .redactions = {{{500ms, 900ms}, Cover::silence}}}, samples);
        CHECK(energy(silenced, rate / 2, rate * 9 / 10) == 0);
        const auto bleeped = treated({.disguise = disguise, .redactions = {{{500ms, 900ms}, Cover::bleep}}}, samples);
        CHECK(likeness(samples, bleeped, rate / 2, rate * 9 / 10) < 0.1);
    }
}

TEST_CASE("no sample out depends on a redacted sample in, not even at the edges") {
    auto samples = vowel(2, 120);
    auto changed = samples;
    for (std::size_t n = rate / 2; n < rate * 9 / 10; ++n) changed[n] = n % 3 == 0 ? 0.9F : -0.7F;
    for (const Disguise disguise : {Disguise::none, Disguise::deeper, Disguise::higher})
        for (const Cover with : {Cover::silence, Cover::bleep}) {
            const Treatment treatment{.disguise = disguise, .redactions = {{{500ms, 900ms}, with}}};
            CHECK(treated(treatment, samples) == treated(treatment, changed));
        }
}

TEST_CASE("a disguise keeps the number of samples, at any length and rate") {
    for (const Disguise disguise : {Disguise::deeper, Disguise::higher})
        for (const int sample_rate : {16000, 44100, 48000})
            for (const std::size_t frames : {1, 1000, 44099}) {
                CAPTURE(static_cast<int>(disguise), sample_rate, frames);
                CHECK(treated({.disguise = disguise}, std::vector<float>(frames * 2, 0.1F), 2, sample_rate).size() ==
                      frames * 2);
            }
    CHECK(treated({.disguise = Disguise::deeper}, {}).empty());
}

TEST_CASE("a disguise moves the pitch down or up, far enough to hear") {
    const auto samples = vowel(2, 160);
    REQUIRE(pitch_of(samples, rate / 2, rate * 3 / 2) == Approx(160).epsilon(0.02));
    const auto deeper = treated({.disguise = Disguise::deeper}, samples);
    CHECK(pitch_of(deeper, rate / 2, rate * 3 / 2) == Approx(160 * 0.78).epsilon(0.03));
    const auto higher = treated({.disguise = Disguise::higher}, samples);
    CHECK(pitch_of(higher, rate / 2, rate * 3 / 2) == Approx(160 * 1.30).epsilon(0.03));
    CHECK(likeness(samples, deeper, rate / 2, rate * 3 / 2) < 0.5);
}

TEST_CASE("a disguised voice stays in step with the picture") {
    // Two short words, half a second apart.
    auto samples = vowel(2, 140);
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const bool is_word = (n >= 8000 && n < 9600) || (n >= 24000 && n < 25600);
        if (!is_word) samples[n] = 0;
    }
    for (const Disguise disguise : {Disguise::deeper, Disguise::higher}) {
        const auto out = treated({.disguise = disguise}, samples);
        CHECK(energy(out, 0, out.size()) > energy(samples, 0, samples.size()) / 4);
        for (const std::size_t from : {4000, 20000}) {
            const double moved = centre(out, from, from + 9600) - centre(samples, from, from + 9600);
            CHECK(std::abs(moved) < rate * 0.008);  // a fifth of a frame
        }
    }
}

TEST_CASE("of two covers that overlap the later one counts, and every sample of both is replaced") {
    const std::vector<float> ones(rate, 1.0F);
    const auto out = treated({.redactions = {{{100ms, 300ms}, Cover::bleep}, {{200ms, 400ms}, Cover::silence}}}, ones);
    for (std::size_t n = 1600; n < 3200; ++n) CHECK(std::abs(out[n]) <= 0.1F);
    for (std::size_t n = 3200; n < 6400; ++n) CHECK(out[n] == 0);
    CHECK(out[1599 - faded] == 1.0F);
    CHECK(out[6400 + faded] == 1.0F);
}

TEST_CASE("a request that makes no sense is an error that says what was expected") {
    CHECK_THROWS_WITH(Treater({.redactions = {{{2s, 1s}, Cover::silence}}}, rate, 1), Catch::Contains("0:00:02.000"));
    CHECK_THROWS_WITH(disguise_from("robot"), Catch::Contains("'robot'") && Catch::Contains("none, deeper, higher"));
    for (const char* word : {"none", "deeper", "higher", "silence", "drawn", "revoice", "dub"})
        CHECK(to_string(disguise_from(word)) == word);

    Treater treater({}, rate, 1);
    CHECK_THROWS_AS(treater.apply({0, 2, rate, {0, 0}}), Error);
    treater.apply({0, 1, rate, {0, 0}});
    CHECK_THROWS_WITH(treater.apply({3, 1, rate, {0, 0}}), Catch::Contains("sample 2 was expected"));
}
