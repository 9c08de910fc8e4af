#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "media/decoder.h"
#include "media/picture.h"
#include "media/reader.h"
#include "media/tracks.h"
#include "media/upright.h"

namespace counterclip::media {

namespace {

using namespace std::chrono_literals;

int stream_of_track(const Input& input, AVMediaType type, int track) {
    const auto streams = input.tracks(type);
    if (streams.empty()) throw Error(reading(input.file()), "it holds no picture");
    if (track < 0 || track >= static_cast<int>(streams.size()))
        throw Error(reading(input.file()),
                    fmt::format("there is no picture track {}; it has {}", track, streams.size()), ErrorKind::usage);
    return streams[track];
}

}  // namespace

struct VideoReader::State {
    Options options;
    Input input;
    int stream;
    VideoTrack track;
    StreamClock clock;
    Decoder decoder;
    bool turned;
    Uprighter uprighter;
    Converter converter;
    AvFramePtr held;      // decoded, not yet put in
    AvFramePtr previous;  // the frame before `in`, which the deinterlacer looks at
    bool started = false;
    bool ended = false;

    State(const std::filesystem::path& file, Options o)
        : options(o),
          input(file),
          stream(stream_of_track(input, AVMEDIA_TYPE_VIDEO, o.track)),
          track(video_track(input, stream)),
          clock(input.clock(stream)),
          decoder(input, stream, {o.threads, o.key_frames_only, o.roughly}),
          turned(!orientation_of(input.stream(stream)).filter.empty()),
          uprighter(orientation_of(input.stream(stream)).filter, input.stream(stream).time_base,
                    input.stream(stream).sample_aspect_ratio),
          converter(track.width, track.height,
                    format_for(static_cast<AVPixelFormat>(input.stream(stream).codecpar->format))) {}

    bool before_in(const AVFrame& f) const { return options.range && clock.time_of(f.pts) < options.range->in; }
    bool past_out(const AVFrame& f) const { return options.range && clock.time_of(f.pts) >= options.range->out; }

    void start();
    bool land_before(Time t);
    void feed();
};

// Decoding begins at a key frame at or before `in`. Where a format's index lands too late (transport streams, open
// groups of pictures) we look further back, in the end from the file's start.
void VideoReader::State::start() {
    started = true;
    if (options.range && is_empty(*options.range)) ended = true;
    if (!options.range || options.range->in <= 0ns) return;
    // What comes just before is wanted by the deinterlacer, and where stamps are a little wrong.
    decoder.hurry_to(options.range->in - 500ms);
    constexpr std::array<Time, 4> further_back{0s, 3s, 15s, 60s};
    for (const Time back : further_back)
        if (options.range->in - back > 0ns && land_before(options.range->in - back)) return;
    decoder.rewind();
    held.reset();
}

bool VideoReader::State::land_before(Time t) {
    if (!decoder.seek(t)) return false;
    held = decoder.next();
    return held && clock.time_of(held->pts) <= options.range->in;
}

void VideoReader::State::feed() {
    AvFramePtr frame = held ? std::move(held) : decoder.next();
    if (frame && before_in(*frame)) {
        previous = std::move(frame);
        return;
    }
    const bool last = !frame || past_out(*frame);
    if (previous && frame && (frame->interlaced_frame || previous->interlaced_frame))
        uprighter.push(std::move(previous));
    previous.reset();
    // The frame after the last one is wanted by the deinterlacer only; pull() leaves it out.
    if (frame && (!last || uprighter.deinterlaces())) uprighter.push(std::move(frame));
    if (last) {
        uprighter.finish();
        ended = true;
    }
}

VideoReader::VideoReader(const std::filesystem::path& file) : VideoReader(file, Options()) {}
VideoReader::VideoReader(const std::filesystem::path& file, Options options)
    : state_(std::make_unique<State>(file, options)) {}
VideoReader::~VideoReader() = default;
VideoReader::VideoReader(VideoReader&&) noexcept = default;

const VideoTrack& VideoReader::track() const noexcept {
    return state_->track;
}
std::int64_t VideoReader::damaged() const noexcept {
    return state_->decoder.damaged();
}

bool VideoReader::next(Frame& frame) {
    State& s = *state_;
    if (!s.started) s.start();
    while (true) {
        if (auto ready = s.uprighter.pull()) {
            if (s.before_in(*ready) || s.past_out(*ready)) continue;
            const Time pts = s.clock.time_of(ready->pts);
            if (s.turned) ready->chroma_location = static_cast<AVChromaLocation>(s.track.colour.chroma_location);
            frame = s.converter.convert(std::move(ready), pts);
            return true;
        }
        if (s.ended) return false;
        s.feed();
    }
}

}  // namespace counterclip::media
