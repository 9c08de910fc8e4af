#include "voice/treatment.h"

#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "voice/cover.h"
#include "voice/disguise.h"

namespace counterclip::voice {

namespace {

using media::AudioBlock;

constexpr std::array<const char*, 4> words{"none", "deeper", "higher", "silence"};  // the n-th names the value n

}  // namespace

std::string to_string(Disguise disguise) {
    return words.at(static_cast<std::size_t>(disguise));
}

Disguise disguise_from(std::string_view text) {
    for (std::size_t n = 0; n < words.size(); ++n)
        if (text == words[n]) return static_cast<Disguise>(n);
    throw Error(fmt::format("read the voice disguise '{}'", text),
                fmt::format("expected one of: {}", fmt::join(words, ", ")), ErrorKind::usage);
}

struct Treater::State {
    int sample_rate;
    int channels;
    bool silent;
    std::vector<Stretch> redacted;
    std::optional<DisguiseFilter> disguise{};
    std::optional<std::int64_t> next{};  // the first sample of the block that must come next

    void expect(const AudioBlock& block);
    std::vector<AudioBlock> covered(std::vector<AudioBlock> blocks) const;
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

std::vector<AudioBlock> Treater::State::covered(std::vector<AudioBlock> blocks) const {
    for (AudioBlock& block : blocks) cover(block, redacted);
    return blocks;
}

Treater::Treater(const Treatment& treatment, int sample_rate, int channels)
    : state_(std::make_unique<State>(State{sample_rate, channels, treatment.disguise == Disguise::silence,
                                           stretches(treatment.redactions, sample_rate)})) {
    if (treatment.disguise != Disguise::none && !state_->silent)
        state_->disguise.emplace(treatment.disguise, sample_rate, channels);
}
Treater::~Treater() = default;
Treater::Treater(Treater&&) noexcept = default;

std::vector<AudioBlock> Treater::apply(AudioBlock block) {
    State& s = *state_;
    s.expect(block);
    // Redacted speech does not even enter the disguise, which would smear it over the edges; the cover comes after.
    clear(block, s.redacted);
    if (s.silent) std::ranges::fill(block.samples, 0.0F);
    std::vector<AudioBlock> blocks;
    if (s.disguise)
        blocks = s.disguise->apply(block);
    else
        blocks.push_back(std::move(block));
    return s.covered(std::move(blocks));
}

std::vector<AudioBlock> Treater::finish() {
    State& s = *state_;
    if (!s.disguise) return {};
    return s.covered(s.disguise->finish());
}

}  // namespace counterclip::voice
