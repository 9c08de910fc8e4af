#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "media/picture.h"
#include "media/scale.h"

namespace counterclip::media {

namespace {

// The matrix to compute with: a stream that does not say is taken to be as the other one.
int matrix_or(int matrix, int other) {
    if (matrix != AVCOL_SPC_UNSPECIFIED) return matrix;
    return other != AVCOL_SPC_UNSPECIFIED ? other : static_cast<int>(SWS_CS_DEFAULT);
}

bool full_or(const Colour& colour, const Colour& other) {
    return colour.range_known ? colour.full_range : other.range_known && other.full_range;
}

}  // namespace

Frame converted(const Frame& frame, int width, int height, PixelFormat format, const Colour& colour) {
    const Colour from = frame.colour();
    const bool same_values = matrix_or(from.matrix, colour.matrix) == matrix_or(colour.matrix, from.matrix) &&
                             full_or(from, colour) == full_or(colour, from);
    if (frame.width() == width && frame.height() == height && frame.format() == format && same_values) return frame;

    const AVFrame& av = FrameAccess::av(frame);
    const SwsPtr sws(sws_getContext(frame.width(), frame.height(), to_av(frame.format()), width, height, to_av(format),
                                    SWS_BICUBIC, nullptr, nullptr, nullptr));
    if (!sws) throw Error("convert a picture", fmt::format("{}x{} px cannot be scaled", frame.width(), frame.height()));
    sws_setColorspaceDetails(sws.get(), sws_getCoefficients(matrix_or(from.matrix, colour.matrix)),
                             full_or(from, colour), sws_getCoefficients(matrix_or(colour.matrix, from.matrix)),
                             full_or(colour, from), 0, 1 << 16, 1 << 16);
    Frame made(width, height, format, colour);
    made.set_pts(frame.pts());
    std::array<std::uint8_t*, 4> out{};
    std::array<int, 4> stride{};
    for (int i = 0; i < 3; ++i) {
        const Plane plane = made.writable(i);
        out[i] = plane.data;
        stride[i] = static_cast<int>(plane.stride);
    }
    check(sws_scale(sws.get(), av.data, av.linesize, 0, frame.height(), out.data(), stride.data()), "convert a picture");
    return made;
}

}  // namespace counterclip::media
