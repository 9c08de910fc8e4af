#include "media/scale.h"

#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "media/picture.h"
#include "media/upright.h"

namespace counterclip::media {

struct Scaler::State {
    Image image;
    SwsPtr sws;
    struct Source {
        int width, height, format, matrix;
        bool full_range;
        bool operator==(const Source&) const = default;
    };
    std::optional<Source> source;

    void prepare(const Source& wanted);
};

void Scaler::State::prepare(const Source& wanted) {
    if (source == wanted) return;
    // Bilinear that takes in every source pixel when shrinking; made for a detector, not for eyes.
    sws.reset(sws_getContext(wanted.width, wanted.height, static_cast<AVPixelFormat>(wanted.format), image.width,
                             image.height, AV_PIX_FMT_BGR24, SWS_FAST_BILINEAR, nullptr, nullptr, nullptr));
    if (!sws) throw Error("scale a picture", fmt::format("{}x{} px cannot be scaled", wanted.width, wanted.height));
    const int matrix = wanted.matrix == AVCOL_SPC_UNSPECIFIED ? SWS_CS_DEFAULT : wanted.matrix;
    sws_setColorspaceDetails(sws.get(), sws_getCoefficients(matrix), wanted.full_range,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    source = wanted;
}

Scaler::Scaler(int width, int height) : state_(std::make_unique<State>()) {
    if (width < 1 || height < 1)
        throw Error(fmt::format("scale a picture to {}x{} px", width, height), "sides must be at least 1 px");
    Image& image = state_->image;
    image.width = width;
    image.height = height;
    const auto size = static_cast<std::size_t>(width) * height * 3;
    image.pixels.reserve(size + 64);  // swscale's vector code may write a little past the last row
    image.pixels.resize(size);
}
Scaler::~Scaler() = default;
Scaler::Scaler(Scaler&&) noexcept = default;

const Image& Scaler::to_bgr(const Frame& frame) {
    return to_bgr(frame, 0, 0, frame.width(), frame.height());
}

const Image& Scaler::to_bgr(const Frame& frame, int x, int y, int w, int h) {
    const int left = std::clamp(x, 0, frame.width() - 1) & ~1;
    const int top = std::clamp(y, 0, frame.height() - 1) & ~1;
    const int right = std::clamp(x + w, left + 1, frame.width());
    const int bottom = std::clamp(y + h, top + 1, frame.height());
    const AVFrame& av = FrameAccess::av(frame);
    state_->prepare({right - left, bottom - top, av.format, av.colorspace, frame.colour().full_range});

    const int sample = frame.format() == PixelFormat::yuv420p8 ? 1 : 2;
    std::array<const std::uint8_t*, 4> planes{};
    for (int i = 0; i < 3; ++i) {
        const int shift = i > 0 ? 1 : 0;
        planes[i] = av.data[i] + std::ptrdiff_t(top >> shift) * av.linesize[i] + std::ptrdiff_t(left >> shift) * sample;
    }
    Image& image = state_->image;
    std::array<std::uint8_t*, 4> out{image.pixels.data()};
    const std::array<int, 4> stride{image.width * 3};
    check(sws_scale(state_->sws.get(), planes.data(), av.linesize, 0, bottom - top, out.data(), stride.data()),
          "scale a picture");
    return image;
}

Frame resized(const Frame& frame, int width, int height) {
    AvFramePtr av(av_frame_clone(&FrameAccess::av(frame)));
    if (!av) throw std::bad_alloc();
    return Converter(width, height, frame.format()).convert(std::move(av), frame.pts());
}

}  // namespace counterclip::media
