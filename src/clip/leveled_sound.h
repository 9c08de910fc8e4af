// A clip's sound, as loud as its preset wants it.
#pragma once

#include <deque>

#include "clip/sounds.h"
#include "core/progress.h"
#include "media/limiter.h"

namespace counterclip::clip {

// What is done to the whole of a clip's sound.
struct Level {
    double gain = 1;       // factor
    bool limited = false;  // true peaks are held down
};

// Listens to all of it before it is written, and up to three times more where peaks have to be held down: once costs
// about what decoding and treating the sound costs, little beside the picture. Speech is brought to the preset's
// loudness; a clip without any, or shorter than 0.4 s, stays as it is, and nothing is raised by more than 30 dB.
// Error(cancelled) when stopped.
Level level_of(const Plan& plan, Progress& progress);

class LeveledSound {
  public:
    LeveledSound(const Plan& plan, const Level& level);  // `plan` must outlive this

    // The next block, without holes from sample 0 to the clip's end; empty there.
    std::optional<media::AudioBlock> next();
    // Where the next block begins on the clip's clock.
    Time position() const;
    // What whoever rendered it should know, a sentence each; complete at the end.
    std::vector<std::string> remarks() const { return sounds_.remarks(); }

  private:
    std::optional<media::AudioBlock> next_raised();

    const Plan& plan_;
    Level level_;
    Sounds sounds_;
    std::optional<media::Limiter> limiter_;
    std::deque<media::AudioBlock> ready_;
    bool ended_ = false;
    std::int64_t given_ = 0;  // samples
};

}  // namespace counterclip::clip
