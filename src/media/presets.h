// Where clips go: one row a preset, what the world receives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace counterclip::media {

enum class Container { mp4, webm };

struct Preset {
    std::string name;
    std::string description;
    Container container = Container::mp4;
    int max_height = 0;  // px; larger sources are scaled down; 0 = as the source
    int crf = 20;        // constant quality, x264's or VP9's scale
    std::string speed;   // VideoSettings::speed
    int audio_bitrate = 128000;
    int width = 0;  // px of every file of this kind; 0 = the source's shape
    int height = 0;
    bool follows = false;  // a picture of another shape is cut out about the person; else it stands between black bars
    Time longest{};        // that such places take; zero = any length
    // Room at the edges that the place's own buttons and captions lie over, as parts of height and width.
    double room_below = 0;
    double room_right = 0;
    bool still = false;     // sound only: the card stands for the picture throughout
    double loudness = -16;  // LUFS (EBU R 128, integrated) that a clip's sound is brought to
    double true_peak = -1;  // dBTP that it stays below
};
const std::vector<Preset>& presets();
const Preset& preset(std::string_view name);  // Error(usage) listing the names

}  // namespace counterclip::media
