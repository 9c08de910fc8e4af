// A machine that speaks: espeak-ng, of which there is one a process.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::voice {

class Speaker {
  public:
    // `voice` by espeak-ng's name ("en-gb", "ar", "en+f3"); where it is empty, the voice of the language (BCP 47, or
    // the part before its first '-'). Error(usage) when there is none, Error when espeak-ng or its voices are missing.
    Speaker(const std::string& voice, std::string_view language);

    // One channel of sample_rate(), without silence before and after; empty for a text that nothing can be said of.
    // `speed` 1 is espeak-ng's usual one, up to max_speed. The text is read as it is, never as markup. May be called
    // from any thread.
    std::vector<float> say(const std::string& text, double speed) const;
    int sample_rate() const noexcept { return sample_rate_; }

    static constexpr double max_speed = 2;

  private:
    std::string voice_;
    int sample_rate_ = 0;
};

}  // namespace counterclip::voice
