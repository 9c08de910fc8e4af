// Timed text into packets. Private to the media room.
#pragma once

#include "media/muxer.h"
#include "media/text.h"

namespace counterclip::media {

class TextEncoder {
  public:
    TextEncoder(const std::string& doing, Container container, const TextSettings& settings, Muxer& muxer);
    void write(const TimedText& text);

  private:
    std::string doing_;
    Container container_;
    Muxer& muxer_;
    int stream_ = 0;
    Time last_end_{};
};

}  // namespace counterclip::media
