#include "media/input.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "core/error.h"

namespace fs = std::filesystem;

namespace counterclip::media {

namespace {

void require_readable(const fs::path& file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status)) throw Error(reading(file), "there is no such file");
    if (fs::is_directory(status)) throw Error(reading(file), "it is a folder, not a media file");
    // Opening a pipe waits for whoever writes into it, and a recording is read more than once.
    if (!fs::is_regular_file(status) && !fs::is_block_file(status))
        throw Error(reading(file), "it is a pipe or a device, not a file");
    if (!std::ifstream(file, std::ios::binary)) throw Error(reading(file), std::strerror(errno));
    if (fs::is_regular_file(status) && fs::file_size(file, error) == 0) throw Error(reading(file), "the file is empty");
}

// Formats that are text or lists of other files: an untrusted one could make us read what the user never named.
bool is_refused(std::string_view format) {
    constexpr std::array refused{"tty",  "hls", "applehttp", "dash",   "concat",   "imf",         "sdp",
                                 "rtsp", "rtp", "lavfi",     "image2", "avisynth", "vapoursynth", "webm_dash_manifest"};
    return std::any_of(refused.begin(), refused.end(),
                       [&](std::string_view name) { return format.substr(0, format.find(',')) == name; });
}

// By the file's first bytes alone: opening a list would already open what it names.
const AVInputFormat* recognised_format(const fs::path& file, const std::string& url) {
    AVIOContext* io = nullptr;
    check(avio_open(&io, url.c_str(), AVIO_FLAG_READ), reading(file));
    const AVInputFormat* format = nullptr;
    const int found = av_probe_input_buffer2(io, &format, url.c_str(), nullptr, 0, 0);
    avio_closep(&io);
    if (found < 0 || !format) throw Error(reading(file), "it is not a media file");
    if (is_refused(format->name))
        throw Error(reading(file), fmt::format("it is not a media file but a text or a list ({})", format->name));
    return format;
}

FormatInputPtr open_container(const fs::path& file, Input::EditLists edit_lists) {
    // "file:" keeps a name with a colon from being read as an address.
    const std::string url = "file:" + file.string();
    Options options{{"protocol_whitelist", "file"}};
    if (edit_lists == Input::EditLists::ignore) options.set("ignore_editlist", "1");
    AVFormatContext* raw = nullptr;
    const int failed = avformat_open_input(&raw, url.c_str(), recognised_format(file, url), options.get());
    FormatInputPtr format(raw);
    if (failed == AVERROR_INVALIDDATA || failed == AVERROR_EOF)
        throw Error(reading(file),
                    "it is not a media file, or it is damaged or cut short so that its index is missing");
    check(failed, reading(file));
    return format;
}

// The part of a stream's start that no one hears: in Matroska the encoder's delay counts into the first time stamp.
Time priming(const AVFormatContext& format, const AVStream& stream) {
    const AVCodecParameters& p = *stream.codecpar;
    const bool matroska = std::string_view(format.iformat->name).starts_with("matroska");
    if (!matroska || p.codec_type != AVMEDIA_TYPE_AUDIO || p.initial_padding <= 0 || p.sample_rate <= 0) return {};
    const Rational tick = from_av(stream.time_base);
    return to_time(to_pts(to_time(p.initial_padding, {1, p.sample_rate}), tick), tick);
}

Time start_of(const AVFormatContext& format) {
    std::optional<Time> start;
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream& stream = *format.streams[i];
        const auto type = stream.codecpar->codec_type;
        const bool plays = type == AVMEDIA_TYPE_VIDEO || type == AVMEDIA_TYPE_AUDIO;
        if (!plays || stream.disposition & AV_DISPOSITION_ATTACHED_PIC || stream.start_time == AV_NOPTS_VALUE) continue;
        const Time own = to_time(stream.start_time, from_av(stream.time_base)) + priming(format, stream);
        start = start ? std::min(*start, own) : own;
    }
    return start.value_or(Time{});
}

}  // namespace

std::string reading(const fs::path& file) {
    return "read " + file.string();
}

std::int64_t StreamClock::ticks_before(Time t) const {
    const std::int64_t nearest = to_pts(t + remainder, time_base) + start;
    return time_of(nearest) > t ? nearest - 1 : nearest;
}

Input::Input(const fs::path& file, EditLists edit_lists) : file_(file), edit_lists_(edit_lists) {
    silence_libav();
    require_readable(file);
    open();
}

void Input::open() {
    format_ = open_container(file_, edit_lists_);
    check(avformat_find_stream_info(format_.get(), nullptr), reading(file_));
    start_ = start_of(*format_);
    if (selected_ >= 0) select(selected_);
}

void Input::reopen() {
    open();
}

bool Input::is_cover(int stream) const noexcept {
    return format_->streams[stream]->disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS);
}

std::vector<int> Input::tracks(AVMediaType type) const {
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(format_->nb_streams); ++i)
        if (format_->streams[i]->codecpar->codec_type == type && !(type == AVMEDIA_TYPE_VIDEO && is_cover(i)))
            found.push_back(i);
    return found;
}

StreamClock Input::clock(int stream) const {
    StreamClock clock{from_av(format_->streams[stream]->time_base)};
    clock.start = to_pts(start_, clock.time_base);
    clock.remainder = start_ - to_time(clock.start, clock.time_base);
    return clock;
}

void Input::select(int stream) noexcept {
    selected_ = stream;
    for (int i = 0; i < static_cast<int>(format_->nb_streams); ++i)
        format_->streams[i]->discard = i == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

bool Input::read(AVPacket& packet) {
    while (true) {
        av_packet_unref(&packet);
        const int got = av_read_frame(format_.get(), &packet);
        if (got == AVERROR(EAGAIN)) continue;
        if (got < 0) return false;
        if (selected_ < 0 || packet.stream_index == selected_) return true;
    }
}

bool Input::seek(int stream, Time t) {
    if (format_->iformat->flags & AVFMT_NOTIMESTAMPS) return false;
    return av_seek_frame(format_.get(), stream, clock(stream).ticks_before(t), AVSEEK_FLAG_BACKWARD) >= 0;
}

}  // namespace counterclip::media
