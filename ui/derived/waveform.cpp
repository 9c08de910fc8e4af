#include "ui/derived/waveform.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include <QPainter>

#include "media/reader.h"
#include "ui/look/roles.h"
#include "ui/timeline/scale.h"

namespace counterclip::ui {

namespace {

// Enough for what the eye sees of speech, and quick to read.
constexpr int samples_a_second = 8'000;
constexpr std::size_t peaks_at_once = 3'000;  // a minute

using Deliver = std::function<void(std::vector<float>, bool last)>;

void read_peaks(const std::filesystem::path& file, const std::stop_token& stop, const Deliver& deliver) {
    media::AudioReader reader(file, {.sample_rate = samples_a_second, .channels = 1});
    const auto samples_a_peak = static_cast<std::size_t>(samples_a_second * seconds(peak_length));
    media::AudioBlock block;
    std::vector<float> peaks;
    float loudest = 0;
    std::size_t seen = 0;
    while (!stop.stop_requested() && reader.next(block)) {
        for (const float sample : block.samples) {
            loudest = std::max(loudest, std::abs(sample));
            if (++seen < samples_a_peak) continue;
            peaks.push_back(std::min(1.0F, std::exchange(loudest, 0.0F)));
            seen = 0;
        }
        if (peaks.size() >= peaks_at_once) deliver(std::exchange(peaks, {}), false);
    }
    if (seen > 0) peaks.push_back(std::min(1.0F, loudest));
    deliver(std::move(peaks), true);
}

}  // namespace

Waveform::Waveform(QObject* parent) : QObject(parent) {}
Waveform::~Waveform() = default;

void Waveform::read(const std::filesystem::path& file) {
    reader_ = {};  // ends the one before
    peaks_.clear();
    complete_ = file.empty();
    ++number_;
    Q_EMIT grew();
    if (file.empty()) return;
    reader_ = std::jthread([this, file, number = number_](const std::stop_token& stop) {
        try {
            read_peaks(file, stop, [&](std::vector<float> more, bool last) {
                QMetaObject::invokeMethod(
                    this, [this, more = std::move(more), number, last] { take(more, number, last); },
                    Qt::QueuedConnection);
            });
        } catch (const std::exception& error) {
            QMetaObject::invokeMethod(
                this, [this, why = QString::fromUtf8(error.what())] { Q_EMIT failed(why); }, Qt::QueuedConnection);
        }
    });
}

void Waveform::take(std::vector<float> more, quint64 number, bool last) {
    if (number != number_) return;
    peaks_.insert(peaks_.end(), more.begin(), more.end());
    complete_ = last;
    Q_EMIT grew();
}

void Waveform::paint(QPainter& painter, QRect place, Range visible) const {
    const Scale scale{visible, static_cast<double>(place.left()), static_cast<double>(place.width())};
    const auto needed = painter.hasClipping() ? painter.clipBoundingRect().toAlignedRect() & place : place;
    const auto index = [&](int x) { return time_at(scale, x) / peak_length; };
    QColor colour = roles().info;
    colour.setAlpha(200);
    const double middle = place.center().y() + 0.5;
    // A column of 2 px each, on a grid of the widget, so that parts painted apart fit together.
    for (int x = needed.left() & ~1; x <= needed.right(); x += 2) {
        const auto first = std::max<std::int64_t>(0, index(x));
        const auto last =
            std::min<std::int64_t>(std::max(index(x + 2), first + 1), static_cast<std::int64_t>(peaks_.size()));
        if (first >= last) continue;
        const auto loudest = *std::max_element(peaks_.begin() + first, peaks_.begin() + last);
        const double high = std::max(0.5, loudest * (place.height() - 4) / 2.0);
        painter.fillRect(QRectF(x, middle - high, 1.4, 2 * high), colour);
    }
}

}  // namespace counterclip::ui
