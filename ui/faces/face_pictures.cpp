#include "ui/faces/face_pictures.h"

#include "ui/player/veiled_film.h"

namespace counterclip::ui {

namespace {

constexpr std::size_t most_pictures = 40;
constexpr float head = 2.2F;  // of the face's box
constexpr int read_width = 960;
constexpr int read_height = 540;

QRect head_in(const Picture& picture, const faces::Box& box) {
    const auto wide = faces::scaled_about_centre(box, head);
    const double scale = static_cast<double>(picture.image.width()) / std::max(1, picture.source.width());
    return QRectF(wide.x * scale, wide.y * scale, wide.w * scale, wide.h * scale)
        .toAlignedRect()
        .intersected(picture.image.rect());
}

}  // namespace

std::vector<FacePicture> read_face_pictures(const std::filesystem::path& folder, const FacesKnown& known,
                                            const std::vector<std::int64_t>& tracks, bool of_original) {
    std::vector<FacePicture> pictures;
    try {
        std::unique_ptr<Film> film;
        if (of_original)
            film = std::make_unique<FileFilm>(folder / known.recording.file);
        else
            film = std::make_unique<VeiledFilm>(folder, known.recording.id);
        film->fit_into(read_width, read_height);
        for (const auto id : tracks) {
            const auto* track = track_of(known, id);
            if (!track || track->sightings.empty()) continue;
            if (pictures.size() == most_pictures) break;
            const auto& seen = best_look(*track);
            if (const auto picture = film->at(seen.pts))
                pictures.push_back({id, picture->image.copy(head_in(*picture, seen.box))});
        }
    } catch (const std::exception&) {
        // Pictures are a help: the list stands without them.
    }
    return pictures;
}

}  // namespace counterclip::ui
