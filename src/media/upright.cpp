#include "media/upright.h"

#include <cstdlib>
#include <new>

#include <fmt/format.h>

#include "core/error.h"
#include "media/picture.h"

namespace counterclip::media {

namespace {

// The matrix takes (x, y) of the coded picture to (a x + c y, b x + d y) of the displayed one, y pointing down.
Orientation orientation_of_matrix(const std::int32_t* m) {
    const auto a = m[0], b = m[1], c = m[3], d = m[4];
    const auto size = [](std::int32_t v) { return std::abs(static_cast<std::int64_t>(v)); };
    if (size(a) + size(d) >= size(b) + size(c)) {
        if (a < 0 && d < 0) return {"hflip,vflip", 180};
        if (a < 0) return {"hflip", 0};
        if (d < 0) return {"vflip", 0};
        return {};
    }
    if (b > 0 && c < 0) return {"transpose=clock", 90};
    if (b < 0 && c > 0) return {"transpose=cclock", 270};
    if (b < 0) return {"transpose=clock_flip", 270};
    return {"transpose=cclock_flip", 90};
}

AVPixelFormat without_j(int format) noexcept {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            return AV_PIX_FMT_YUV440P;
        default:
            return static_cast<AVPixelFormat>(format);
    }
}

bool is_rgb(int format) noexcept {
    const auto* description = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
    return description && description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL);
}

// RGB has no matrix of its own, so one is chosen the way televisions do: by height.
int matrix_for_rgb(int height) noexcept {
    return height >= 720 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
}

const int* coefficients(int matrix) noexcept {
    return sws_getCoefficients(matrix == AVCOL_SPC_UNSPECIFIED ? SWS_CS_DEFAULT : matrix);
}

}  // namespace

Orientation orientation_of(const AVStream& stream) {
    const auto* matrix =
        reinterpret_cast<const std::int32_t*>(av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr));
    return matrix ? orientation_of_matrix(matrix) : Orientation{};
}

PixelFormat format_for(AVPixelFormat coded) noexcept {
    const auto* description = av_pix_fmt_desc_get(coded);
    return description && description->comp[0].depth > 8 ? PixelFormat::yuv420p10 : PixelFormat::yuv420p8;
}

void Converter::prepare(const AVFrame& av) {
    const bool rgb = is_rgb(av.format);
    Colour colour = colour_of(av);
    const bool source_full = rgb || colour.full_range;
    const Shape shape{av.width, av.height, av.format, rgb ? -1 : colour.matrix, source_full};
    if (rgb) {
        colour.matrix = matrix_for_rgb(height_);
        colour.full_range = false;
        colour.range_known = true;
    }
    made_ = colour;
    if (source_ == shape) return;
    sws_.reset(sws_getContext(av.width, av.height, without_j(av.format), width_, height_, to_av(format_),
                              SWS_BICUBIC | SWS_ACCURATE_RND | (rgb ? SWS_FULL_CHR_H_INP : 0), nullptr, nullptr,
                              nullptr));
    if (!sws_)
        throw Error("convert a picture", fmt::format("pixels of the format {} cannot be read",
                                                     av_get_pix_fmt_name(static_cast<AVPixelFormat>(av.format))));
    const int* table = coefficients(colour.matrix);
    sws_setColorspaceDetails(sws_.get(), table, source_full, table, colour.full_range, 0, 1 << 16, 1 << 16);
    source_ = shape;
}

Frame Converter::convert(AvFramePtr av, Time pts) {
    if (av->width == width_ && av->height == height_ && without_j(av->format) == to_av(format_))
        return FrameAccess::wrap(std::move(av), pts);
    prepare(*av);
    Frame frame(width_, height_, format_, made_);
    AVFrame& out = const_cast<AVFrame&>(FrameAccess::av(frame));
    check(sws_scale(sws_.get(), av->data, av->linesize, 0, av->height, out.data, out.linesize), "convert a picture");
    frame.set_pts(pts);
    return frame;
}

void Uprighter::push(AvFramePtr frame) {
    const bool first_interlaced = frame->interlaced_frame && !deinterlaces_;
    const bool other_shape = graph_ && (frame->width != width_ || frame->height != height_ || frame->format != format_);
    if (first_interlaced || other_shape) {
        finish();
        graph_.reset();
    }
    deinterlaces_ |= first_interlaced;
    if (turn_.empty() && !deinterlaces_) {
        ready_.push_back(std::move(frame));
        return;
    }
    if (!graph_) {
        width_ = frame->width;
        height_ = frame->height;
        format_ = frame->format;
        const std::string deinterlace = "bwdif=mode=send_frame:parity=auto:deint=interlaced";
        const std::string both = deinterlaces_ && !turn_.empty() ? deinterlace + "," + turn_
                                 : deinterlaces_                 ? deinterlace
                                                                 : turn_;
        graph_ = FilterGraph::video(both, *frame, time_base_, sample_aspect_);
    }
    graph_->push(frame.get());
    drain();
}

void Uprighter::finish() {
    if (!graph_) return;
    graph_->push(nullptr);
    drain();
    graph_.reset();
}

void Uprighter::drain() {
    while (auto frame = graph_->pull()) {
        frame->pts = av_rescale_q(frame->pts, graph_->time_base(), time_base_);
        ready_.push_back(std::move(frame));
    }
}

AvFramePtr Uprighter::pull() {
    if (ready_.empty()) return nullptr;
    auto frame = std::move(ready_.front());
    ready_.pop_front();
    return frame;
}

void Uprighter::reset() {
    graph_.reset();
    ready_.clear();
}

}  // namespace counterclip::media
