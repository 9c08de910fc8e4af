// The plan's texts and its look's logo drawn on pictures by libass: the renderer's way and, for comparison, the
// verifier's.
#pragma once

#include <memory>

#include "clip/plan.h"
#include "core/memory_file.h"
#include "media/filter.h"

namespace counterclip::clip {

// Holds the ASS document, which libass reads from a file, for as long as it lives. One thread; frames in order.
class Texts {
  public:
    // Throws Error when no font of this machine has a letter: an empty box is no caption.
    explicit Texts(const Plan& plan);
    ~Texts();
    // `frame` with the texts of its pts (on the clip's clock); the same frame where the plan has none.
    media::Frame drawn_on(const media::Frame& frame);

  private:
    std::unique_ptr<MemoryFile> document_;  // never on a disk: it holds what people wrote
    std::unique_ptr<media::VideoFilter> filter_;
};

}  // namespace counterclip::clip
