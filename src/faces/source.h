// The pictures of one range, decoded ahead in a thread of its own, with their shots marked.
#pragma once

#include <deque>
#include <exception>
#include <filesystem>
#include <optional>
#include <thread>

#include "core/bounded_queue.h"
#include "core/time.h"
#include "faces/picture.h"

namespace counterclip::faces {

class Source {
  public:
    // Throws Error naming the file when it cannot be opened. `range` empty: the whole file.
    Source(const std::filesystem::path& file, std::optional<Range> range, int video_track);
    ~Source();
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    // Source px over picture px: 1 unless the source is very large.
    float shrink() const noexcept { return shrink_; }
    // The next picture, in order; false at the end. Rethrows what stopped the decoder.
    bool next(Picture& picture);

  private:
    struct Decoder;
    void decode();
    void fill_window();

    std::unique_ptr<Decoder> decoder_;
    float shrink_ = 1;
    BoundedQueue<Picture> queue_;
    std::exception_ptr error_;
    std::jthread thread_;
    // Two pictures before the next one to give and two after: what telling a cut takes.
    std::deque<Picture> window_;
    cv::Mat before_;
    cv::Mat before2_;
    bool ended_ = false;
};

}  // namespace counterclip::faces
