#include "faces/obscure_levels.h"

namespace counterclip::faces {

namespace {

constexpr float hidden_grey = 0.40F;  // luma share: a mid grey to the eye, darker than a face in light

// R, G, B of each tone relative to each other, as a grey card would look in such light.
std::array<float, 3> rgb_of(Tone tone) {
    switch (tone) {
        case Tone::none:
            return {1, 1, 1};
        case Tone::neutral:
            return {176, 152, 136};
        case Tone::warm:
            return {184, 148, 121};
        case Tone::cool:
            return {146, 153, 166};
    }
    return {1, 1, 1};
}

}  // namespace

Levels levels_of(const media::Frame& frame) {
    Levels l;
    const media::Colour colour = frame.colour();
    if (colour.full_range) {
        l.black = 0;
        l.white = 255;
        l.chroma_half = 127;
    }
    switch (colour.matrix) {
        case 5:
        case 6:
            l.kr = 0.299F, l.kb = 0.114F;
            break;
        case 9:
        case 10:
            l.kr = 0.2627F, l.kb = 0.0593F;
            break;
        default:
            break;  // BT.709; unspecified too, where the difference in a pale tint is not seen
    }
    if (frame.format() == media::PixelFormat::yuv420p10) {
        l.unit = 4;
        l.black *= 4;
        l.white = colour.full_range ? 1023 : l.white * 4;
        l.chroma_mid *= 4;
        l.chroma_half = colour.full_range ? 511 : l.chroma_half * 4;
        l.max = 1023;
    }
    return l;
}

Colour3 neutral_grey(const Levels& levels) {
    return {luma(levels, hidden_grey), levels.chroma_mid, levels.chroma_mid};
}

Tint tint_of(Tone tone, const Levels& l) {
    const auto [r, g, b] = rgb_of(tone);
    const float y = l.kr * r + (1 - l.kr - l.kb) * g + l.kb * b;
    const float range = 2 * l.chroma_half / (l.white - l.black);  // chroma and luma steps are not the same
    return {(b - y) / y / (2 * (1 - l.kb)) * range, (r - y) / y / (2 * (1 - l.kr)) * range};
}

Colour3 solid_colour(Tone tone, const Levels& levels) {
    const Colour3 grey = neutral_grey(levels);
    const Tint tint = tint_of(tone, levels);
    const float above = grey[0] - levels.black;
    return {grey[0], grey[1] + tint.cb * above, grey[2] + tint.cr * above};
}

}  // namespace counterclip::faces
