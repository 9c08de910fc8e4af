// What a player shows: pictures by time, scaled for the screen. veiled_film.h is the one that may be shown everywhere.
//
// A film is made, used and destroyed on the player's reading thread, with an archive of its own where it needs one.
// Errors: Error as the readers throw them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include <QImage>
#include <QSize>

#include "core/time.h"
#include "media/reader.h"
#include "media/scale.h"

namespace counterclip::ui {

struct Picture {
    QImage image{};  // RGB32, as wide as asked for
    QSize source{};  // px of the film's own picture as displayed: overlays are drawn in these
    Time pts{};     // on the film's clock
    Time length{};  // until the next one, about
    bool hidden_whole = false;
};

class Film {
  public:
    virtual ~Film() = default;
    // The size of the picture as shown, px; scaled pictures fit in `width` x `height` of screen.
    virtual void fit_into(int width, int height) = 0;
    // The picture that is seen at `t`: the first that begins there or, by half a picture, before. Nothing beyond the
    // end.
    virtual std::optional<Picture> at(Time t) = 0;
    virtual std::optional<Picture> next() = 0;
    // Consent, tracks or regions may have changed: reads them anew.
    virtual void forget_masks() {}
};

// Called on the reading thread.
using FilmMaker = std::function<std::unique_ptr<Film>()>;

// A file as it is, without a veil: a finished render, or, where a room and a role may see it, an original. `hide` is
// called on each decoded frame before it is scaled; empty = nothing is hidden; returns whether all of it was.
class FileFilm : public Film {
  public:
    using Hide = std::function<bool(media::Frame&)>;
    explicit FileFilm(std::filesystem::path file, Hide hide = {});
    void fit_into(int width, int height) override;
    std::optional<Picture> at(Time t) override;
    std::optional<Picture> next() override;

  private:
    void read_from(Time t);
    Time frame_length() const;
    std::filesystem::path file_;
    Hide hide_;
    std::unique_ptr<media::VideoReader> reader_;
    std::unique_ptr<media::Scaler> scaler_;
    int box_width_ = 960;
    int box_height_ = 540;
};

}  // namespace counterclip::ui
