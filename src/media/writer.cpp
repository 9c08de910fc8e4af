#include "media/writer.h"

#include "core/error.h"
#include "media/audio_encoder.h"
#include "media/text_encoder.h"
#include "media/video_encoder.h"

namespace counterclip::media {

struct Writer::State {
    std::string doing;
    Muxer muxer;
    VideoEncoder video;
    std::optional<AudioEncoder> audio;
    std::optional<TextEncoder> text;

    State(const std::filesystem::path& file, Container container, const VideoSettings& v,
          const std::optional<AudioSettings>& a, const std::optional<TextSettings>& t)
        : doing(writing(file)), muxer(file, container), video(doing, container, v, muxer) {
        if (a) audio.emplace(doing, container, *a, muxer);
        if (t) text.emplace(doing, container, *t, muxer);
        muxer.begin();
    }
};

Writer::Writer(const std::filesystem::path& file, Container container, VideoSettings video,
               std::optional<AudioSettings> audio, std::optional<TextSettings> text)
    : state_(std::make_unique<State>(file, container, video, audio, text)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;

void Writer::write(const Frame& frame) {
    state_->video.write(frame);
}

void Writer::write(const AudioBlock& block) {
    if (!state_->audio) throw Error(state_->doing, "the file was opened without sound");
    state_->audio->write(block);
}

void Writer::write(const TimedText& text) {
    if (!state_->text) throw Error(state_->doing, "the file was opened without a text track");
    state_->text->write(text);
}

void Writer::finish() {
    if (state_->video.frames() == 0) throw Error(state_->doing, "there is not a single picture to write");
    if (state_->audio) state_->audio->finish();
    state_->video.finish();
    state_->muxer.finish();
}

std::int64_t Writer::frames_written() const noexcept {
    return state_->video.frames();
}

}  // namespace counterclip::media
