// The finished file with the recording's picture of the same moment: the file's pictures go the way of every film, the
// recording's are put where whoever paints finds them by the same pts. So the two can never be apart.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "ui/audit/clip_audit.h"
#include "ui/player/film.h"

namespace counterclip::ui {

// The recording's pictures by the pts of the file's picture they belong to; the latest few. Any thread.
class BesidePictures {
  public:
    void put(Time pts, const QImage& image);
    QImage at(Time pts) const;  // null where there is none
    // Takes everything off, and lets nothing in any more.
    void close();

  private:
    mutable std::mutex mutex_;
    std::map<Time, QImage> images_;
    bool is_closed_ = false;
};

enum class BesideKind { original, veiled };

class BesideFilm : public Film {
  public:
    BesideFilm(const std::filesystem::path& archive, std::shared_ptr<const ClipAudit> audit, BesideKind kind,
               std::shared_ptr<BesidePictures> pictures);

    void fit_into(int width, int height) override;
    std::optional<Picture> at(Time t) override;
    std::optional<Picture> next() override;
    void forget_masks() override;

  private:
    std::optional<Picture> with_source(std::optional<Picture> picture, bool anew);
    void open_source(const SourceMoment& moment);
    std::filesystem::path archive_;
    std::shared_ptr<const ClipAudit> audit_;
    BesideKind kind_;
    std::shared_ptr<BesidePictures> pictures_;
    FileFilm file_;
    std::unique_ptr<Film> source_;
    std::optional<std::size_t> part_;
    std::optional<Time> source_at_;  // the recording's picture that was read last
    int width_ = 960;
    int height_ = 540;
};

}  // namespace counterclip::ui
