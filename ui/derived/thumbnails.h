// Small veiled pictures of a recording along the timeline: read away from the window as they come into view, kept in
// memory only. What a clip of the recording would hide is hidden in them.
//
// Window's thread; reading runs in a thread of its own, which destroying this ends.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <QImage>
#include <QObject>
#include <QRect>

#include "core/time.h"

class QPainter;

namespace counterclip::ui {

class Thumbnails : public QObject {
    Q_OBJECT
  public:
    explicit Thumbnails(QObject* parent = nullptr);
    ~Thumbnails() override;

    void open(const std::filesystem::path& archive, std::int64_t recording, Time duration);
    void close();
    // Masks or consent may have changed: what was read before is not shown any more.
    void forget();
    // Paints those that are there and asks for those that are not.
    void paint(QPainter& painter, QRect place, Range visible);
    std::size_t known() const { return pictures_.size(); }

  Q_SIGNALS:
    void grew();

  private:
    struct Source {
        std::filesystem::path archive;
        std::int64_t recording = 0;
    };
    void work(const std::stop_token& stop);
    void take(Time at, const QImage& image, quint64 number);

    std::map<Time, QImage> pictures_;
    Time duration_{};
    quint64 number_ = 0;

    std::mutex mutex_;  // guards what follows
    std::condition_variable_any asked_;
    std::optional<Source> source_;
    std::vector<Time> wanted_;  // of the newest view only
    quint64 wanted_number_ = 0;

    std::jthread reader_;  // last: ends before what it uses
};

}  // namespace counterclip::ui
