#include "media/text_encoder.h"

#include <cstring>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::media {

namespace {

constexpr Rational millisecond{1, 1000};

// The look that libav's own encoder gives mov_text when nobody asks for another: players choose theirs anyway.
constexpr const char* plain_header =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 384\nPlayResY: 288\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, "
    "MarginV, Encoding\n"
    "Style: Default,Sans,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

// Only what it says of the track (the sample description) is wanted; packets are plain text and written by us, since
// the encoder reads braces and backslashes as markup.
CodecContextPtr open_codec(const std::string& doing, Container container) {
    const auto id = container == Container::mp4 ? AV_CODEC_ID_MOV_TEXT : AV_CODEC_ID_WEBVTT;
    const AVCodec* encoder = avcodec_find_encoder(id);
    if (!encoder) throw Error(doing, "this libav has no encoder for text tracks");
    CodecContextPtr codec(avcodec_alloc_context3(encoder));
    if (!codec) throw std::bad_alloc();
    codec->time_base = to_av(millisecond);
    codec->subtitle_header_size = static_cast<int>(std::strlen(plain_header));
    codec->subtitle_header = reinterpret_cast<std::uint8_t*>(av_strdup(plain_header));
    if (!codec->subtitle_header) throw std::bad_alloc();
    check(avcodec_open2(codec.get(), encoder, nullptr), doing);
    return codec;
}

// What is markup in WebVTT, as it writes the letters themselves.
std::string as_webvtt(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '&' ? std::string("&amp;") : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return out;
}

// mov_text: two bytes of length, then the text. WebVTT in Matroska: the text alone.
std::string payload(Container container, const std::string& text, const std::string& doing) {
    if (container == Container::webm) return as_webvtt(text);
    if (text.size() > 0xFFFF) throw Error(doing, "a caption is longer than 65,535 bytes");
    return {std::string{static_cast<char>(text.size() >> 8), static_cast<char>(text.size() & 0xFF)} + text};
}

}  // namespace

TextEncoder::TextEncoder(const std::string& doing, Container container, const TextSettings& settings, Muxer& muxer)
    : doing_(doing), container_(container), muxer_(muxer) {
    stream_ = muxer.add_stream(*open_codec(doing, container), settings.language);
}

void TextEncoder::write(const TimedText& text) {
    const auto in = to_pts(text.range.in, millisecond), out = to_pts(text.range.out, millisecond);
    if (out <= in || text.text.empty()) return;
    if (text.range.in < last_end_)
        throw Error(doing_,
                    fmt::format("the caption at {} begins before the one before it ends", format_time(text.range.in)));
    last_end_ = text.range.out;
    const auto bytes = payload(container_, text.text, doing_);
    const AvPacketPtr packet = new_packet();
    check(av_new_packet(packet.get(), static_cast<int>(bytes.size())), doing_);
    std::memcpy(packet->data, bytes.data(), bytes.size());
    packet->pts = packet->dts = in;
    packet->duration = out - in;
    packet->flags |= AV_PKT_FLAG_KEY;
    muxer_.write(*packet, stream_, to_av(millisecond));
}

}  // namespace counterclip::media
