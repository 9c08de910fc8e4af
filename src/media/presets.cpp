#include "media/presets.h"

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::media {

using namespace std::chrono_literals;

namespace {

// For platforms whose clips are short and whose players lay buttons over the picture's edges.
Preset social(std::string name, std::string description, int width, int height) {
    Preset p{std::move(name), std::move(description), Container::mp4, 0, 20, "superfast", 128000, width, height};
    p.follows = true;
    p.longest = 60s;
    return p;
}

// Upright and as large as the screen: the player's own words lie over its foot, its buttons over the right edge.
Preset story() {
    auto p = social("social-story", "9:16 for stories and reels, 1080x1920, at most a minute", 1080, 1920);
    p.room_below = 0.20;
    p.room_right = 0.12;
    return p;
}

Preset still() {
    Preset p{"audio", "sound only, under a still card: a small MP4", Container::mp4, 0, 30, "medium", 64000, 640, 360};
    p.still = true;
    return p;
}

}  // namespace

const std::vector<Preset>& presets() {
    static const std::vector<Preset> table{
        // name, description, container, max height, crf, speed, audio bit rate, width, height
        {"web", "MP4 (H.264 + AAC) that plays everywhere, size kept", Container::mp4, 0, 20, "superfast", 128000},
        {"webm", "WebM (VP9 + Opus) for open players, size kept", Container::webm, 0, 31, "superfast", 96000},
        {"small", "small MP4, at most 480 px high", Container::mp4, 480, 26, "medium", 64000},
        {"hd", "MP4, 1920x1080 (16:9)", Container::mp4, 0, 20, "superfast", 128000, 1920, 1080},
        {"hd720", "MP4, 1280x720 (16:9)", Container::mp4, 0, 20, "superfast", 128000, 1280, 720},
        {"messenger", "as small as can be watched, at most 480 px high, for messengers", Container::mp4, 480, 31,
         "medium", 48000},
        social("social-square", "1:1 for social networks, 1080x1080, at most a minute", 1080, 1080),
        social("social-portrait", "4:5 for social networks, 1080x1350, at most a minute", 1080, 1350),
        story(),
        still(),
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
