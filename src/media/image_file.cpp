#include "media/image_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "core/error.h"
#include "core/staged_file.h"
#include "media/libav.h"

namespace counterclip::media {

namespace {

struct Kind {
    const char* encoder;
    AVPixelFormat format;
};

constexpr Kind jpeg{"mjpeg", AV_PIX_FMT_YUVJ420P};

Kind kind_for(const std::filesystem::path& file, const std::string& doing) {
    const auto ending = file.extension();
    if (ending == ".png") return {"png", AV_PIX_FMT_RGB24};
    if (ending == ".jpg" || ending == ".jpeg") return jpeg;
    throw Error(doing, "pictures are written as .png or .jpg", ErrorKind::usage);
}

AvFramePtr converted(const Image& image, AVPixelFormat format, const std::string& doing) {
    const auto from = image.channels == 1 ? AV_PIX_FMT_GRAY8 : image.channels == 4 ? AV_PIX_FMT_BGRA : AV_PIX_FMT_BGR24;
    AvFramePtr av = new_frame();
    av->width = image.width;
    av->height = image.height;
    av->format = format;
    check(av_frame_get_buffer(av.get(), 0), doing);
    const SwsPtr sws(sws_getContext(image.width, image.height, from, image.width, image.height, format,
                                    SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr));
    if (!sws) throw Error(doing, "the picture cannot be converted");
    const int* table = sws_getCoefficients(SWS_CS_DEFAULT);
    sws_setColorspaceDetails(sws.get(), table, 1, table, 1, 0, 1 << 16, 1 << 16);
    const std::array<const std::uint8_t*, 4> planes{image.pixels.data()};
    const std::array<int, 4> stride{image.width * image.channels};
    check(sws_scale(sws.get(), planes.data(), stride.data(), 0, image.height, av->data, av->linesize), doing);
    return av;
}

AvPacketPtr encoded(const AVFrame& av, const Kind& kind, const std::string& doing) {
    const AVCodec* encoder = avcodec_find_encoder_by_name(kind.encoder);
    if (!encoder) throw Error(doing, fmt::format("this libav has no {} encoder", kind.encoder));
    const CodecContextPtr codec(avcodec_alloc_context3(encoder));
    if (!codec) throw std::bad_alloc();
    codec->width = av.width;
    codec->height = av.height;
    codec->pix_fmt = kind.format;
    codec->time_base = {1, 25};
    codec->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_QSCALE;
    codec->global_quality = 3 * FF_QP2LAMBDA;  // JPEG: 2 best, 31 worst
    codec->thread_count = 1;
    check(avcodec_open2(codec.get(), encoder, nullptr), doing);
    check(avcodec_send_frame(codec.get(), &av), doing);
    check(avcodec_send_frame(codec.get(), nullptr), doing);
    AvPacketPtr packet = new_packet();
    check(avcodec_receive_packet(codec.get(), packet.get()), doing);
    return packet;
}

AvPacketPtr encoded(const Image& image, const Kind& kind, const std::string& doing) {
    silence_libav();
    const std::size_t bytes = static_cast<std::size_t>(image.width) * image.height * image.channels;
    if (image.width < 1 || image.height < 1 || image.pixels.size() < bytes) throw Error(doing, "the picture is empty");
    const AvFramePtr av = converted(image, kind.format, doing);
    av->quality = 3 * FF_QP2LAMBDA;
    return encoded(*av, kind, doing);
}

}  // namespace

void write_image(const std::filesystem::path& file, const Image& image) {
    const std::string doing = "write " + known_place(file).string();
    const AvPacketPtr packet = encoded(image, kind_for(file, doing), doing);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(packet->data), packet->size);
    out.close();
    if (!out) throw Error(doing, std::strerror(errno));
}

std::string jpeg_of(const Image& image) {
    const AvPacketPtr packet = encoded(image, jpeg, "encode a picture");
    return {reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size)};
}

}  // namespace counterclip::media
