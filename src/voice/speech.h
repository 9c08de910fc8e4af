// Captions spoken by a machine, each from its time on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time.h"
#include "media/reader.h"
#include "voice/speaker.h"

namespace counterclip::voice {

struct Line {
    Range range;  // begins at range.in, and should end by range.out
    std::string text;
};

// One line begins at its very time, and ends before the next one begins. A line that is too long for its time is spoken
// faster, up to 1.3 times; what is still too long goes on until the next line; and what does not even fit there is
// spoken and squeezed until it does, which is remarked on. Lines that begin within 0.2 s are spoken one after the
// other, as one.
class Speech {
  public:
    // `end` of the sound; lines are in any order. Throws what Speaker throws.
    Speech(std::vector<Line> lines, const std::string& voice, const std::string& language, Time end, int sample_rate);

    // Adds what is said in the block to all of its channels. Blocks come in order; first_sample counts on the lines'
    // clock.
    void add_to(media::AudioBlock& block);
    // What could not be spoken as it should: a sentence each, with times and without the words.
    const std::vector<std::string>& remarks() const noexcept { return remarks_; }

  private:
    std::vector<float> spoken(std::size_t line);

    std::vector<Line> lines_;
    Speaker speaker_;
    Time end_;
    int sample_rate_;
    std::size_t next_ = 0;        // line that was not spoken yet
    std::int64_t begins_ = 0;     // sample at which `samples_` begins
    std::vector<float> samples_;  // of the line that is being heard
    std::vector<std::string> remarks_;
};

}  // namespace counterclip::voice
