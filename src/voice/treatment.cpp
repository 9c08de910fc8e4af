#include "voice/treatment.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/words.h"
#include "voice/cover.h"
#include "voice/disguise.h"

namespace counterclip::voice {

namespace {

using media::AudioBlock;

constexpr Words<7> words{"voice disguise", {"none", "deeper", "higher", "silence", "drawn", "revoice", "dub"}};

std::vector<Stretch> stretches_of(const std::vector<Range>& ranges, int sample_rate) {
    std::vector<Redaction> as_redactions;
    for (const Range& range : ranges) as_redactions.push_back({range, Cover::silence});
    return stretches(as_redactions, sample_rate);
}

}  // namespace

std::string to_string(Disguise disguise) {
    return word(words, disguise);
}
Disguise disguise_from(std::string_view text) {
    return value<Disguise>(words, text);
}
bool takes_voice_out(Disguise disguise) noexcept {
    return disguise == Disguise::silence || disguise == Disguise::revoice || disguise == Disguise::dub;
}

struct Treater::State {
    int sample_rate;
    int channels;
    bool silent;
    std::vector<Stretch> redacted;
    std::vector<Stretch> heard;  // spared
    std::optional<DisguiseFilter> disguise{};
    std::vector<float> as_recorded{};    // went into the disguise and has not come out; only where some is spared
    std::optional<std::int64_t> next{};  // the first sample of the block that must come next

    void expect(const AudioBlock& block);
    void spare(AudioBlock& treated, const float* recorded) const;
    std::vector<AudioBlock> covered(std::vector<AudioBlock> blocks);
};

void Treater::State::expect(const AudioBlock& block) {
    if (block.sample_rate != sample_rate || block.channels != channels)
        throw Error("treat the voice",
                    fmt::format("sound of {} Hz and {} channels was expected, not of {} Hz and {} channels",
                                sample_rate, channels, block.sample_rate, block.channels));
    if (next && block.first_sample != *next)
        throw Error("treat the voice", fmt::format("sample {} was expected next, not {}", *next, block.first_sample));
    next = block.first_sample + block.frames();
}

// Puts the recording back where somebody else speaks.
void Treater::State::spare(AudioBlock& treated, const float* recorded) const {
    for (std::int64_t n = 0; n < treated.frames(); ++n) {
        const auto share = static_cast<float>(spared(heard, treated.first_sample + n, sample_rate));
        if (share <= 0) continue;
        for (int c = 0; c < channels; ++c) {
            float& sample = treated.samples[static_cast<std::size_t>(n * channels + c)];
            sample = share * recorded[n * channels + c] + (1 - share) * sample;
        }
    }
}

std::vector<AudioBlock> Treater::State::covered(std::vector<AudioBlock> blocks) {
    for (AudioBlock& block : blocks) {
        if (!as_recorded.empty()) {
            spare(block, as_recorded.data());
            as_recorded.erase(as_recorded.begin(),
                              as_recorded.begin() + static_cast<std::ptrdiff_t>(block.samples.size()));
        }
        fade_around(block, redacted);
        cover(block, redacted);
    }
    return blocks;
}

Treater::Treater(const Treatment& treatment, int sample_rate, int channels)
    : state_(std::make_unique<State>(State{sample_rate, channels, takes_voice_out(treatment.disguise),
                                           stretches(treatment.redactions, sample_rate),
                                           stretches_of(treatment.spared, sample_rate)})) {
    if (treatment.disguise != Disguise::none && !state_->silent)
        state_->disguise.emplace(treatment.disguise, treatment.seed, sample_rate, channels);
}
Treater::~Treater() = default;
Treater::Treater(Treater&&) noexcept = default;

std::vector<AudioBlock> Treater::apply(AudioBlock block) {
    State& s = *state_;
    s.expect(block);
    // Redacted speech does not even enter the disguise, which would smear it over the edges; the cover comes after.
    clear(block, s.redacted);
    std::vector<AudioBlock> blocks;
    if (s.disguise) {
        fade_around(block, s.redacted);
        if (!s.heard.empty()) s.as_recorded.insert(s.as_recorded.end(), block.samples.begin(), block.samples.end());
        blocks = s.disguise->apply(block);
    } else if (s.silent) {
        const AudioBlock recorded = block;
        std::ranges::fill(block.samples, 0.0F);
        if (!s.heard.empty()) s.spare(block, recorded.samples.data());
        blocks.push_back(std::move(block));
    } else {
        blocks.push_back(std::move(block));
    }
    return s.covered(std::move(blocks));
}

std::vector<AudioBlock> Treater::finish() {
    State& s = *state_;
    if (!s.disguise) return {};
    return s.covered(s.disguise->finish());
}

}  // namespace counterclip::voice
