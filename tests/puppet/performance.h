// Plays a scene: its frames, their truth and its sound.
#pragma once

#include <memory>
#include <vector>

#include "media/frame.h"
#include "puppet/scene.h"
#include "puppet/speech.h"

namespace counterclip::puppet {

// Keeps the painted faces and rooms between frames, so: one a thread. Frames may be drawn in any order.
class Performance {
  public:
    // Throws Error naming the scene when it makes no sense (odd size, nobody's pose, no shot).
    explicit Performance(Scene scene);
    ~Performance();
    Performance(Performance&&) noexcept;

    const Scene& scene() const noexcept;
    std::int64_t frames() const noexcept;
    Time pts(std::int64_t frame) const;  // of frames() it is the end
    media::Frame draw(std::int64_t frame);
    std::vector<FaceBox> truth(std::int64_t frame) const;
    // As long as the picture, to the sample; nothing when the scene is silent.
    const std::optional<Speech>& speech() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::puppet
