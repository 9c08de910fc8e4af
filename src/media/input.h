// A media file opened for reading packets, and the clock of one of its streams. Private to the media room.
#pragma once

#include <filesystem>
#include <vector>

#include "media/libav.h"

namespace counterclip::media {

// Times of one stream, counted from the start of the file.
struct StreamClock {
    Rational time_base;
    std::int64_t start = 0;  // the file's start in ticks of this stream
    Time remainder{};        // what is left of the file's start when it lies between two ticks

    Time time_of(std::int64_t pts) const { return to_time(pts - start, time_base) - remainder; }
    // The last tick not after `t`.
    std::int64_t ticks_before(Time t) const;
};

class Input {
  public:
    // Throws Error naming the file: missing, a folder, empty, not a media file. Playlists and other lists that make
    // libav open further files or addresses are refused. With EditLists::ignore an MP4 shows what its edit lists hide.
    enum class EditLists { apply, ignore };
    explicit Input(const std::filesystem::path& file, EditLists edit_lists = EditLists::apply);

    AVFormatContext& format() noexcept { return *format_; }
    AVStream& stream(int index) noexcept { return *format_->streams[index]; }
    const std::filesystem::path& file() const noexcept { return file_; }

    // Streams of pictures (covers are not among them) or of sound, in the file's order.
    std::vector<int> tracks(AVMediaType type) const;
    bool is_cover(int stream) const noexcept;

    StreamClock clock(int stream) const;
    // Only packets of this stream come from now on.
    void select(int stream) noexcept;

    // The next packet; false at the end of the file or where it cannot be read any further.
    bool read(AVPacket& packet);
    // To the key frame at or before `t`; false when the format cannot seek.
    bool seek(int stream, Time t);
    // Back to the start, by opening the file anew: works where seeking does not.
    void reopen();

  private:
    std::filesystem::path file_;
    EditLists edit_lists_;
    FormatInputPtr format_;
    Time start_{};
    int selected_ = -1;

    void open();
};

// "read <file>", the beginning of most errors.
std::string reading(const std::filesystem::path& file);

}  // namespace counterclip::media
