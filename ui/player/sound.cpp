#include "ui/player/sound.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>
#include <utility>

#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include "core/bounded_queue.h"
#include "core/error.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr int rate_hz = 48'000;
constexpr int channels = 2;
constexpr int bytes_a_frame = channels * static_cast<int>(sizeof(float));
constexpr Time blink = 80ms;
constexpr double fastest_heard = 2;
constexpr qint64 longest_silence_us = 20'000;
// Left to itself PulseAudio waits up to a second for a buffer of its own choice to fill.
constexpr qint64 buffer_us = 200'000;
constexpr std::size_t blocks_ahead = 128;  // about 2.7 s: more than a device takes in at once

QAudioFormat format() {
    QAudioFormat f;
    f.setSampleRate(rate_hz);
    f.setChannelCount(channels);
    f.setSampleFormat(QAudioFormat::Float);
    return f;
}

}  // namespace

// Decodes ahead into a bounded queue and hands out bytes as the device asks for them. Asked on a thread of the
// device's.
class Sound::Feed : public QIODevice {
  public:
    // Played at `rate`: resampled to so many samples that the device's own pace gives it.
    Feed(const SoundFile& file, Range range, double rate)
        : from_(range.in), rate_(rate), sink_(QMediaDevices::defaultAudioOutput(), format()) {
        sink_.setBufferSize(format().bytesForDuration(buffer_us));
        open(QIODevice::ReadOnly);
        decoder_ = std::thread([this, file, range] { decode(file, range); });
    }
    ~Feed() override {
        sink_.stop();
        queue_.abandon();
        decoder_.join();
    }
    void set_volume(double volume) { sink_.setVolume(volume); }
    bool is_playing() const { return sink_.state() == QAudio::ActiveState; }
    bool has_begun() const { return given_ > 0; }
    // What the device played, without the silence it was given while sound was late; in steps of its period.
    Time position() const {
        const auto late = format().durationForBytes(static_cast<qint32>(silence_));
        const auto heard = std::max<qint64>(0, sink_.processedUSecs() - late);
        return from_ + Time(static_cast<std::int64_t>(static_cast<double>(heard) * 1'000 * rate_));
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return bytes_a_frame * 4'096 + QIODevice::bytesAvailable(); }

  protected:
    // Never nothing while there is sound: a device that starves stops. A little silence stands for what is late; as
    // much as the device has room for would be heard, and seen, as a pause of seconds.
    qint64 readData(char* out, qint64 most) override {
        qint64 done = 0;
        while (done < most) {
            if (at_ == block_.size()) {
                at_ = 0;
                block_.clear();
                auto next = queue_.try_pop();
                if (!next) break;
                block_ = std::move(*next);
            }
            const auto bytes =
                std::min<qint64>(most - done, static_cast<qint64>((block_.size() - at_) * sizeof(float)));
            const auto whole = bytes / static_cast<qint64>(sizeof(float));
            if (whole == 0) break;
            std::memcpy(out + done, block_.data() + at_, static_cast<std::size_t>(whole) * sizeof(float));
            at_ += static_cast<std::size_t>(whole);
            done += whole * static_cast<qint64>(sizeof(float));
        }
        given_ += done;
        if (done == 0 && !ended_) {
            const auto little = std::min<qint64>(most, format().bytesForDuration(longest_silence_us));
            std::memset(out, 0, static_cast<std::size_t>(little));
            silence_ += little;
            return little;
        }
        return done;
    }
    qint64 writeData(const char* /*data*/, qint64 /*size*/) override { return -1; }

  private:
    // Only when there is something to play: a device fills all of its buffer at once, and would with silence.
    void begin() {
        QMetaObject::invokeMethod(
            this, [this] { sink_.start(this); }, Qt::QueuedConnection);
    }
    void decode(const SoundFile& file, Range range) {
        try {
            media::AudioReader reader(file.file, {.range = range,
                                                  .track = file.track,
                                                  .sample_rate = static_cast<int>(rate_hz / rate_),
                                                  .channels = channels,
                                                  .side = file.side});
            media::AudioBlock block;
            bool begun = false;
            while (reader.next(block)) {
                if (!queue_.push(std::move(block.samples))) return;
                if (!std::exchange(begun, true)) begin();
            }
        } catch (const Error&) {
            // A picture that plays without its sound: the import said what the file lacks.
        }
        ended_ = true;
    }

    Time from_;
    double rate_;
    QAudioSink sink_;
    BoundedQueue<std::vector<float>> queue_{blocks_ahead};
    std::vector<float> block_;
    std::size_t at_ = 0;
    std::atomic<qint64> given_{0};
    std::atomic<qint64> silence_{0};
    std::atomic<bool> ended_{false};
    std::thread decoder_;
};

Sound::Sound(QObject* parent) : QObject(parent) {}
Sound::~Sound() = default;

void Sound::open(std::optional<SoundFile> file) {
    stop();
    file_ = std::move(file);
}

void Sound::start(Range range, double rate) {
    stop();
    if (rate > 0 && rate <= fastest_heard) play(range, rate);
}

void Sound::scrub(Time t) {
    stop();
    play({t, t + blink}, 1);
}

void Sound::play(Range range, double rate) {
    if (!file_ || QMediaDevices::defaultAudioOutput().isNull()) return;
    feed_ = std::make_unique<Feed>(*file_, range, rate);
    feed_->set_volume(volume_);
}

void Sound::stop() {
    feed_.reset();
}

void Sound::set_volume(double volume) {
    volume_ = std::clamp(volume, 0.0, 1.0);
    if (feed_) feed_->set_volume(volume_);
}

bool Sound::is_heard() const {
    return feed_ && feed_->has_begun() && feed_->is_playing();
}

Time Sound::position() const {
    return feed_->position();
}

}  // namespace counterclip::ui
