#include "media/frame.h"

#include <new>

#include <fmt/format.h>

#include "core/error.h"
#include "media/picture.h"

namespace counterclip::media {

namespace {

constexpr int largest_side = 16384;  // px

template <class Source>
Colour colour_from(const Source& s, int matrix, AVPixelFormat format, int chroma_location) noexcept {
    Colour colour;
    colour.primaries = s.color_primaries;
    colour.transfer = s.color_trc;
    colour.matrix = matrix;
    const bool j_format = format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P ||
                          format == AV_PIX_FMT_YUVJ444P || format == AV_PIX_FMT_YUVJ440P;
    colour.full_range = j_format || s.color_range == AVCOL_RANGE_JPEG;
    colour.range_known = j_format || s.color_range != AVCOL_RANGE_UNSPECIFIED;
    colour.chroma_location = chroma_location;
    return colour;
}

template <class Out, class Picture>
Out plane_of(const Picture& av, int index) noexcept {
    const bool chroma = index > 0;
    return {av.data[index], av.linesize[index], chroma ? (av.width + 1) / 2 : av.width,
            chroma ? (av.height + 1) / 2 : av.height};
}

}  // namespace

AVPixelFormat to_av(PixelFormat format) noexcept {
    return format == PixelFormat::yuv420p8 ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV420P10LE;
}

void set_colour(AVFrame& av, const Colour& colour) noexcept {
    av.color_primaries = static_cast<AVColorPrimaries>(colour.primaries);
    av.color_trc = static_cast<AVColorTransferCharacteristic>(colour.transfer);
    av.colorspace = static_cast<AVColorSpace>(colour.matrix);
    av.color_range = !colour.range_known ? AVCOL_RANGE_UNSPECIFIED
                     : colour.full_range ? AVCOL_RANGE_JPEG
                                         : AVCOL_RANGE_MPEG;
    av.chroma_location = static_cast<AVChromaLocation>(colour.chroma_location);
}

Colour colour_of(const AVFrame& av) noexcept {
    return colour_from(av, av.colorspace, static_cast<AVPixelFormat>(av.format), av.chroma_location);
}

Colour colour_of(const AVCodecParameters& p) noexcept {
    return colour_from(p, p.color_space, static_cast<AVPixelFormat>(p.format), p.chroma_location);
}

Frame FrameAccess::wrap(AvFramePtr av, Time pts) {
    if (av->format == AV_PIX_FMT_YUVJ420P) {
        av->format = AV_PIX_FMT_YUV420P;
        av->color_range = AVCOL_RANGE_JPEG;
    }
    while (av->nb_side_data > 0) av_frame_remove_side_data(av.get(), av->side_data[0]->type);
    av_dict_free(&av->metadata);
    av_buffer_unref(&av->opaque_ref);
    Frame frame;
    frame.picture_ = std::make_unique<Frame::Picture>();
    frame.picture_->av = std::move(av);
    frame.picture_->pts = pts;
    return frame;
}

Frame::Frame() = default;
Frame::~Frame() = default;
Frame::Frame(Frame&&) noexcept = default;
Frame& Frame::operator=(Frame&&) noexcept = default;

Frame::Frame(int width, int height, PixelFormat format, Colour colour) : picture_(std::make_unique<Picture>()) {
    if (width < 1 || height < 1 || width > largest_side || height > largest_side)
        throw Error(fmt::format("make a picture of {}x{} px", width, height),
                    fmt::format("sides must be 1 to {} px", largest_side));
    picture_->av = new_frame();
    AVFrame& av = *picture_->av;
    av.width = width;
    av.height = height;
    av.format = to_av(format);
    set_colour(av, colour);
    if (av_frame_get_buffer(&av, 0) < 0) throw std::bad_alloc();
}

Frame::Frame(const Frame& other) : picture_(other.picture_ ? std::make_unique<Picture>() : nullptr) {
    if (!picture_) return;
    picture_->av.reset(av_frame_clone(other.picture_->av.get()));
    if (!picture_->av) throw std::bad_alloc();
    picture_->pts = other.picture_->pts;
}

Frame& Frame::operator=(const Frame& other) {
    if (this != &other) *this = Frame(other);
    return *this;
}

Frame::operator bool() const noexcept {
    return picture_ != nullptr;
}
int Frame::width() const noexcept {
    return picture_->av->width;
}
int Frame::height() const noexcept {
    return picture_->av->height;
}
PixelFormat Frame::format() const noexcept {
    return picture_->av->format == AV_PIX_FMT_YUV420P ? PixelFormat::yuv420p8 : PixelFormat::yuv420p10;
}
Colour Frame::colour() const noexcept {
    return colour_of(*picture_->av);
}
Time Frame::pts() const noexcept {
    return picture_->pts;
}
void Frame::set_pts(Time pts) noexcept {
    picture_->pts = pts;
}

ConstPlane Frame::plane(int index) const noexcept {
    return plane_of<ConstPlane>(*picture_->av, index);
}

Plane Frame::writable(int index) {
    if (av_frame_make_writable(picture_->av.get()) < 0) throw std::bad_alloc();
    return plane_of<Plane>(*picture_->av, index);
}

}  // namespace counterclip::media
