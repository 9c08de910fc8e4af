// A picture of each person of a recording, where they were seen best: of the original, or of the veiled film.
#pragma once

#include <filesystem>
#include <vector>

#include <QImage>

#include "ui/faces/faces_known.h"

namespace counterclip::ui {

struct FacePicture {
    std::int64_t track = 0;
    QImage image;
};

// At most the first forty of `tracks`. Away from the window's thread; never throws, never writes.
std::vector<FacePicture> read_face_pictures(const std::filesystem::path& archive, const FacesKnown& known,
                                            const std::vector<std::int64_t>& tracks, bool of_original);

}  // namespace counterclip::ui
