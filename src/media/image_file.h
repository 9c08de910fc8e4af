// Still pictures as files, through libav's encoders and decoders.
#pragma once

#include <filesystem>
#include <string>

#include "media/frame.h"

namespace counterclip::media {

// PNG or JPEG by the name's ending; no metadata. Not atomic: write to a Staged path. Throws Error naming the file.
void write_image(const std::filesystem::path& file, const Image& image);

// The same as the bytes of a JPEG, for pages that hold their pictures. Throws Error when the picture is empty.
std::string jpeg_of(const Image& image);

}  // namespace counterclip::media
