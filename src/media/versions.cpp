#include "media/versions.h"

#include <fmt/format.h>

#include "media/libav.h"

namespace counterclip::media {

namespace {

std::string version(const char* name, unsigned v) {
    return fmt::format("{} {}.{}.{}", name, AV_VERSION_MAJOR(v), AV_VERSION_MINOR(v), AV_VERSION_MICRO(v));
}

bool encodes(const char* name) {
    return avcodec_find_encoder_by_name(name) != nullptr;
}
bool decodes(const char* name) {
    return avcodec_find_decoder_by_name(name) != nullptr;
}
bool filters(const char* name) {
    return avfilter_get_by_name(name) != nullptr;
}

}  // namespace

std::string libav_versions() {
    return version("libavformat", avformat_version()) + ", " + version("libavcodec", avcodec_version()) + ", " +
           version("libavfilter", avfilter_version()) + ", " + version("libswscale", swscale_version()) + ", " +
           version("libswresample", swresample_version());
}

std::vector<Capability> capabilities() {
    return {
        {"h264 decoder", "reading most recordings", decodes("h264")},
        {"hevc decoder", "reading recordings of newer phones", decodes("hevc")},
        {"libx264", "writing MP4", encodes("libx264")},
        {"aac", "writing sound in MP4", encodes("aac")},
        {"libvpx-vp9", "writing WebM", encodes("libvpx-vp9")},
        {"libopus", "writing sound in WebM", encodes("libopus")},
        {"bwdif filter", "interlaced recordings", filters("bwdif")},
        {"ass filter", "cards, lower-thirds and captions in the picture", filters("ass")},
    };
}

}  // namespace counterclip::media
