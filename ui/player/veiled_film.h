// One recording as it may be looked at everywhere: frames with everything hidden that a clip of them would hide, before
// they are scaled. A stretch that was not analysed for faces is hidden whole.
#pragma once

#include "archive/archive.h"
#include "clip/plan.h"
#include "faces/obscure.h"
#include "ui/player/film.h"

namespace counterclip::ui {

class VeiledFilm : public Film {
  public:
    VeiledFilm(const std::filesystem::path& archive, std::int64_t recording);

    void fit_into(int width, int height) override { film_.fit_into(width, height); }
    std::optional<Picture> at(Time t) override;
    std::optional<Picture> next() override { return film_.next(); }
    void forget_masks() override { hidden_.reset(); }

  private:
    const clip::PlannedPart& hidden_near(Time t);
    bool hide(media::Frame& frame);

    archive::Archive archive_;
    archive::Recording recording_;
    std::optional<clip::PlannedPart> hidden_;
    faces::Obscurer obscurer_;
    FileFilm film_;
};

}  // namespace counterclip::ui
