#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "media/picture.h"
#include "media/scale.h"

extern "C" {
#include <libavutil/opt.h>
}

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
    // Ranges are set before the context is made: afterwards swscale would take equal formats for a plain copy.
    const SwsPtr sws(sws_alloc_context());
    if (!sws) throw std::bad_alloc();
    const auto set = [&](const char* option, int value) { av_opt_set_int(sws.get(), option, value, 0); };
    set("srcw", frame.width());
    set("srch", frame.height());
    set("src_format", to_av(frame.format()));
    set("src_range", full_or(from, colour));
    set("dstw", width);
    set("dsth", height);
    set("dst_format", to_av(format));
    set("dst_range", full_or(colour, from));
    set("sws_flags", SWS_BICUBIC);
    if (sws_init_context(sws.get(), nullptr, nullptr) < 0)
        throw Error("convert a picture", fmt::format("{}x{} px cannot be scaled", frame.width(), frame.height()));
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
    check(sws_scale(sws.get(), av.data, av.linesize, 0, frame.height(), out.data(), stride.data()),
          "convert a picture");
    return made;
}

}  // namespace counterclip::media
