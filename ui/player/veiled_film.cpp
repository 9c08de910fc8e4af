#include "ui/player/veiled_film.h"

#include <algorithm>

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

// How much of tracks is read at once around what is looked at: a five-hour recording has many.
constexpr Time reach = 30s;

}  // namespace

VeiledFilm::VeiledFilm(const std::filesystem::path& archive, std::int64_t recording)
    : archive_(archive::Archive::open(archive)),
      recording_(archive_.recording(recording)),
      obscurer_(faces::ObscureOptions{}),
      film_(archive_.path(recording_.file), [this](media::Frame& frame) { return hide(frame); }) {}

std::optional<Picture> VeiledFilm::at(Time t) {
    obscurer_.forget();
    return film_.at(t);
}

const clip::PlannedPart& VeiledFilm::hidden_near(Time t) {
    const bool known = hidden_ && hidden_->range.in <= t && t < hidden_->range.out;
    if (!known) hidden_ = clip::plan_stretch(archive_, recording_.id, Range{std::max(Time(0), t - reach), t + reach});
    return *hidden_;
}

bool VeiledFilm::hide(media::Frame& frame) {
    const auto mask = clip::mask_at(hidden_near(frame.pts()), frame.pts());
    obscurer_.apply(frame, mask);
    return mask.whole;
}

}  // namespace counterclip::ui
