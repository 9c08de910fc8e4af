#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "media/decoder.h"
#include "media/reader.h"
#include "media/resampler.h"

namespace counterclip::media {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t block_frames = 1024;
// Codecs whose frames overlap (AAC, Opus, MP3) need some sound before the first sample that counts.
constexpr Time preroll = 200ms;
// Time stamps rounded to milliseconds wander this much without a sample being lost.
constexpr Time jitter = 10ms;

int stream_of_track(const Input& input, int track) {
    const auto streams = input.tracks(AVMEDIA_TYPE_AUDIO);
    if (streams.empty()) throw Error(reading(input.file()), "it holds no sound");
    if (track < 0 || track >= static_cast<int>(streams.size()))
        throw Error(reading(input.file()),
                    fmt::format("there is no sound track {}; it has {}", track + 1, streams.size()), ErrorKind::usage);
    return streams[track];
}

}  // namespace

struct AudioReader::State {
    Options options;
    Input input;
    int stream;
    StreamClock clock;
    Decoder decoder;
    int sample_rate;
    int channels;
    Range range;

    AvFramePtr held;
    std::optional<Resampler> resampler;
    std::int64_t put_in = 0;               // source samples since range.in put into the resampler
    std::optional<std::int64_t> expected;  // where the next frame begins if nothing is missing, in source samples
    std::int64_t owed = 0;                 // source samples of silence still to be put in before the held frame
    std::vector<float> pending;            // converted, not yet given out
    std::int64_t given = 0;                // frames given out
    std::int64_t wanted;                   // frames to give, negative: as many as there are
    bool started = false;
    bool ended = false;

    State(const std::filesystem::path& file, Options o)
        : options(o),
          input(file),
          stream(stream_of_track(input, o.track)),
          clock(input.clock(stream)),
          decoder(input, stream, {1, false}),
          sample_rate(o.sample_rate > 0 ? o.sample_rate : std::max(1, decoder.codec().sample_rate)),
          channels(o.channels > 0 ? o.channels : std::clamp(decoder.codec().ch_layout.nb_channels, 1, 2)),
          range(o.range.value_or(Range{})),
          wanted(o.range ? std::max<std::int64_t>(0, to_pts(duration(range), {1, sample_rate})) : -1) {}

    std::int64_t pending_frames() const { return static_cast<std::int64_t>(pending.size()) / channels; }
    bool complete() const { return wanted >= 0 && given + pending_frames() >= wanted; }
    void start();
    bool land_before(Time t);
    void feed();
    bool place(const AVFrame& frame);
    void put_silence();
    void end();
};

void AudioReader::State::start() {
    started = true;
    if (range.in <= preroll) return;
    constexpr std::array<Time, 3> further_back{0s, 3s, 30s};
    for (const Time back : further_back)
        if (range.in - preroll - back > 0ns && land_before(range.in - preroll - back)) return;
    decoder.rewind();
    held.reset();
}

bool AudioReader::State::land_before(Time t) {
    if (!decoder.seek(t)) return false;
    held = decoder.next();
    return held && clock.time_of(held->pts) <= range.in;
}

void AudioReader::State::feed() {
    if (owed > 0) return put_silence();
    AvFramePtr frame = held ? std::move(held) : decoder.next();
    if (!frame) return end();
    if (!place(*frame)) held = std::move(frame);
}

// Puts the frame's samples where its time stamp says, without those that lie before what has been put in already. False
// when silence is owed before it: the frame is to be placed again afterwards.
bool AudioReader::State::place(const AVFrame& frame) {
    if (!resampler || !resampler->takes(frame)) {
        if (resampler) {
            resampler->finish(pending);
            put_in = av_rescale(put_in, frame.sample_rate, resampler->source_rate());
        }
        expected.reset();
        resampler.emplace(frame, sample_rate, channels, options.side);
    }
    const Rational tick{1, frame.sample_rate};
    std::int64_t at = to_pts(clock.time_of(frame.pts) - range.in, tick);
    if (expected && std::abs(at - *expected) <= to_pts(jitter, tick)) at = *expected;
    if (at > put_in) {
        owed = at - put_in;
        expected = at;
        return false;
    }
    expected = at + frame.nb_samples;
    const std::int64_t skip = std::max<std::int64_t>(0, put_in - at);
    if (skip >= frame.nb_samples) return true;
    resampler->put(frame, static_cast<int>(skip), pending);
    put_in += frame.nb_samples - skip;
    return true;
}

// A block at a time: a track that begins an hour late costs no more memory than any other.
void AudioReader::State::put_silence() {
    const auto part = std::min(owed, block_frames);
    resampler->put_silence(static_cast<int>(part), pending);
    put_in += part;
    owed -= part;
}

void AudioReader::State::end() {
    ended = true;
    if (resampler) resampler->finish(pending);
}

AudioReader::AudioReader(const std::filesystem::path& file) : AudioReader(file, Options()) {}
AudioReader::AudioReader(const std::filesystem::path& file, Options options)
    : state_(std::make_unique<State>(file, options)) {}
AudioReader::~AudioReader() = default;
AudioReader::AudioReader(AudioReader&&) noexcept = default;

int AudioReader::sample_rate() const noexcept {
    return state_->sample_rate;
}
int AudioReader::channels() const noexcept {
    return state_->channels;
}

bool AudioReader::next(AudioBlock& block) {
    State& s = *state_;
    if (!s.started) s.start();
    while (s.pending_frames() < block_frames && !s.ended && !s.complete()) s.feed();
    std::int64_t frames = std::min(block_frames, s.pending_frames());
    if (s.wanted >= 0) {
        frames = std::min(block_frames, s.wanted - s.given);
        const auto needed = static_cast<std::size_t>(frames * s.channels);
        if (s.pending.size() < needed) s.pending.resize(needed, 0.0F);  // the source ended early
    }
    if (frames <= 0) return false;
    const auto end = s.pending.begin() + frames * s.channels;
    block.first_sample = s.given;
    block.channels = s.channels;
    block.sample_rate = s.sample_rate;
    block.samples.assign(s.pending.begin(), end);
    s.pending.erase(s.pending.begin(), end);
    s.given += frames;
    return true;
}

}  // namespace counterclip::media
