// The loudest moments of a recording's sound, for a lane of the timeline: read once, away from the window, shown as
// they come. Nothing is written.
//
// Window's thread; reading runs in a thread of its own, which destroying this ends.
#pragma once

#include <filesystem>
#include <memory>
#include <thread>
#include <vector>

#include <QObject>
#include <QRect>

#include "core/time.h"

class QPainter;

namespace counterclip::ui {

constexpr Time peak_length{std::chrono::milliseconds(20)};

class Waveform : public QObject {
    Q_OBJECT
  public:
    explicit Waveform(QObject* parent = nullptr);
    ~Waveform() override;

    // Empty: nothing.
    void read(const std::filesystem::path& file);
    // 0..1, one for each `peak_length` from the start; grows while it is read.
    const std::vector<float>& peaks() const { return peaks_; }
    bool is_complete() const { return complete_; }
    void paint(QPainter& painter, QRect place, Range visible) const;

  Q_SIGNALS:
    void grew();
    void failed(const QString& why);

  private:
    void take(std::vector<float> more, quint64 number, bool last);
    std::vector<float> peaks_;
    bool complete_ = false;
    quint64 number_ = 0;  // of the reading whose answers count
    std::jthread reader_;
};

}  // namespace counterclip::ui
