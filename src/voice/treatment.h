// What is done to a recording's sound: stretches silenced or bleeped, and the voice disguised or taken out.
// Descriptions in, sound out; pitch and formants are Rubber Band's work. What is heard in the place of a voice that was
// taken out is speech.h's and room_tone.h's.
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

// From the weakest to the strongest.
// deeper, higher: pitch and formants moved by constants that everyone can read here, so that anyone can move them back.
// drawn: pitch and formants moved apart, by factors drawn by lot for the clip, and never quite the same for long.
// dub: an imported track is played instead.
// revoice: a machine speaks the captions.
// silence: a quiet noise as of a room, made here.
//
// A disguise (the first three) hides who speaks only from those who hear it by chance: it stops no attacker, who can
// measure and undo it, and no acquaintance, who knows how somebody speaks (docs/threat-model.md). The others leave
// nothing of the voice.
enum class Disguise { none, deeper, higher, silence, drawn, revoice, dub };
std::string to_string(Disguise disguise);
Disguise disguise_from(std::string_view text);  // Error(usage) listing the words
// dub, revoice, silence: no sample of the recording goes out.
bool takes_voice_out(Disguise disguise) noexcept;

struct Treatment {
    Disguise disguise = Disguise::none;
    std::int64_t seed = 0;  // what `drawn` is drawn from; Error for 0
    std::vector<Redaction> redactions{};
    // Where the recording is heard as it is (somebody else speaks), on the clock of the sound given. Faded inside of
    // each range; redactions hold there too.
    std::vector<Range> spared{};
};

// Treats one stream of sound block by block; sample n out belongs to sample n in, and as many samples come out as went
// in. Redactions are exact to the sample and taken out twice: before the disguise, so that it cannot smear redacted
// speech over the edges, and after it. No sample out depends on a redacted sample in. Outside of a redaction the sound
// fades away and back within 8 ms, so that nothing clicks.
//
// Blocks must follow each other and have the rate and channels given here, else Error; finish() once, at the end. One
// thread at a time.
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
