// Packets into a container file. Private to the media room.
#pragma once

#include <filesystem>
#include <vector>

#include "media/libav.h"
#include "media/writer.h"

namespace counterclip::media {

class Muxer {
  public:
    Muxer(const std::filesystem::path& file, Container container);

    bool wants_global_header() const noexcept { return format_->oformat->flags & AVFMT_GLOBALHEADER; }
    // A stream for what `codec` (open) makes; its index.
    // `language`: ISO 639-2, kept in the track's header; empty = not said.
    int add_stream(const AVCodecContext& codec, const std::string& language = {});
    void begin();
    // Takes the packet's data; its times are in `time_base`.
    void write(AVPacket& packet, int stream, AVRational time_base);
    void finish();

  private:
    struct Close {
        void operator()(AVFormatContext* format) const noexcept {
            avio_closep(&format->pb);
            avformat_free_context(format);
        }
    };
    std::string doing_;
    Container container_;
    std::unique_ptr<AVFormatContext, Close> format_;
    std::vector<std::int64_t> delays_;  // added to the times of each stream, in its ticks

    std::int64_t stored_delay(const AVStream& stream) const;
};

// "write <file>", the beginning of the Writer's errors.
std::string writing(const std::filesystem::path& file);

}  // namespace counterclip::media
