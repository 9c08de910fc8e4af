// What is done to sound: stretches silenced or bleeped, and the voice disguised. Descriptions in, sound out; the work
// is libavfilter's.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "media/reader.h"

namespace counterclip::voice {

// How a stretch is taken out. Both replace every sample of it; nothing of the speech remains.
enum class Cover { silence, bleep };

struct Redaction {
    Range range;  // on the clock of the sound given
    Cover cover = Cover::silence;
};

// A disguise hides who speaks only from those who hear it by chance (docs/threat-model.md); silence takes all sound
// out.
enum class Disguise { none, deeper, higher, silence };
std::string to_string(Disguise disguise);
Disguise disguise_from(std::string_view text);  // Error(usage) listing the words

struct Treatment {
    Disguise disguise = Disguise::none;
    std::vector<Redaction> redactions{};
};

// Treats one stream of sound block by block; sample n out belongs to sample n in, and as many samples come out as went
// in. Redactions are exact to the sample and taken out twice: before the disguise, so that it cannot smear redacted
// speech over the edges, and after it. No sample out depends on a redacted sample in.
//
// Blocks must follow each other and have the rate and channels given here, else Error; finish() once, at the end. Error
// when this libav lacks the filter a disguise needs (doctor tells). Cheap to make, except for a disguise: it sends a
// second of sound through the filter to measure its delay. One thread at a time.
class Treater {
  public:
    Treater(const Treatment& treatment, int sample_rate, int channels);
    ~Treater();
    Treater(Treater&&) noexcept;
    std::vector<media::AudioBlock> apply(media::AudioBlock block);
    std::vector<media::AudioBlock> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::voice
