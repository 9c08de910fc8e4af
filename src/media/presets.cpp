#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "media/writer.h"

namespace counterclip::media {

const std::vector<Preset>& presets() {
    static const std::vector<Preset> table{
        // name, description, container, max height, crf, speed, audio bit rate
        {"web", "MP4 (H.264 + AAC) that plays everywhere, size kept", Container::mp4, 0, 20, "superfast", 128000},
        {"webm", "WebM (VP9 + Opus) for open players, size kept", Container::webm, 0, 31, "superfast", 96000},
        {"small", "small MP4 for messengers, at most 480 px high", Container::mp4, 480, 26, "medium", 64000},
    };
    return table;
}

const Preset& preset(std::string_view name) {
    std::string names;
    for (const auto& row : presets()) {
        if (row.name == name) return row;
        names += (names.empty() ? "" : ", ") + row.name;
    }
    throw Error(fmt::format("preset '{}'", name), fmt::format("there is no such preset; choose from {}", names),
                ErrorKind::usage);
}

}  // namespace counterclip::media
