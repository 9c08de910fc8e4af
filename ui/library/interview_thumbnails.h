// One small veiled picture an interview, made in a thread of its own with an archive of its own, and kept in memory
// only. Asked for by what is painted, so only visible rows cost anything; the last one asked for is made first.
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

#include <QHash>
#include <QImage>
#include <QObject>
#include <QThread>

#include "archive/archive.h"

namespace counterclip::ui {

class Desk;

class ThumbnailWorker : public QObject {
    Q_OBJECT
  public Q_SLOTS:
    void make(const QString& folder, const QString& interview, quint64 generation);

  Q_SIGNALS:
    void made(const QString& interview, const QImage& image, quint64 generation);  // null: there is no picture

  private:
    std::optional<archive::Archive> archive_;
    std::filesystem::path folder_;
};

class InterviewThumbnails : public QObject {
    Q_OBJECT
  public:
    static constexpr int width = 72;  // px
    static constexpr int height = 40;

    explicit InterviewThumbnails(Desk& desk, QObject* parent = nullptr);
    ~InterviewThumbnails() override;
    // What is known of it; asks for it otherwise, and says ready() then.
    QImage of(const QString& interview);

  Q_SIGNALS:
    void ready(const QString& interview);

  private:
    void forget();
    void go_on();
    Desk& desk_;
    QThread thread_;
    ThumbnailWorker* worker_;
    QHash<QString, QImage> known_;
    std::deque<QString> wanted_;
    QString making_;
    quint64 generation_ = 0;
};

}  // namespace counterclip::ui
