// One recording as it may be looked at: frames with everything hidden that a clip of them would hide, scaled for the
// screen. The original is read in here and nowhere else above the engine.
//
// One thread at a time, with an archive of its own. Errors: Error as the readers throw them; a stretch that was not
// analysed for faces is hidden whole.
#pragma once

#include <memory>
#include <optional>

#include <QImage>

#include "archive/archive.h"
#include "clip/plan.h"
#include "faces/obscure.h"
#include "media/reader.h"
#include "media/scale.h"

namespace counterclip::ui {

struct Picture {
    QImage image;   // RGB32, as wide as asked for
    Time pts{};     // on the recording's clock
    Time length{};  // until the next one, about
    bool hidden_whole = false;
};

class VeiledFilm {
  public:
    VeiledFilm(const std::filesystem::path& archive, std::int64_t recording);
    ~VeiledFilm();

    const archive::Recording& recording() const { return recording_; }
    Time frame_length() const;
    // The size of the picture as shown, px; scaled pictures fit in `width` x `height` of screen.
    void fit_into(int width, int height);
    // The picture at `t`: the first that begins there or, by half a picture, before. Nothing beyond the end.
    std::optional<Picture> at(Time t);
    std::optional<Picture> next();
    // What was read of consent, tracks and regions is read anew.
    void forget_masks();

  private:
    const clip::PlannedPart& hidden_near(Time t);
    void read_from(Time t);

    archive::Archive archive_;
    archive::Recording recording_;
    std::unique_ptr<media::VideoReader> reader_;
    std::optional<clip::PlannedPart> hidden_;
    faces::Obscurer obscurer_;
    std::unique_ptr<media::Scaler> scaler_;
    int box_width_ = 960;
    int box_height_ = 540;
};

}  // namespace counterclip::ui
