// The sound of a clip in order: silence under the card, then every part's, treated, exact to the sample; what is heard
// in the place of voices that were taken out; short fades where parts meet.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "clip/plan.h"
#include "media/reader.h"
#include "voice/room_tone.h"
#include "voice/speech.h"
#include "voice/treatment.h"

namespace counterclip::clip {

// As loud as it comes; leveled_sound.h brings it to the preset's loudness.
class Sounds {
  public:
    // `plan` must outlive this. Error where a voice is to speak anew and there is no caption to speak.
    explicit Sounds(const Plan& plan);
    ~Sounds();

    // The next block, without holes from sample 0 to the clip's end; empty there.
    std::optional<media::AudioBlock> next();
    // What whoever rendered it should know, a sentence each.
    std::vector<std::string> remarks() const;

  private:
    void open(std::size_t piece);
    void open_recording(const PlannedPart& part);
    void open_dub(const PlannedPart& part);
    void fade_at_cuts(media::AudioBlock& block) const;
    std::optional<media::AudioBlock> next_of_piece();
    std::int64_t sample_at(Time t) const;
    media::AudioBlock silence(std::int64_t frames) const;

    const Plan& plan_;
    std::size_t piece_ = 0;             // 0 = card, n = part n - 1, then the end card
    std::int64_t begin_ = 0;            // sample at which the piece begins
    std::int64_t end_ = 0;              // and ends
    bool as_long_as_the_file_ = false;  // the piece ends where its sound does
    std::int64_t given_ = 0;            // samples handed out
    std::int64_t waits_ = 0;            // samples of silence before the piece's sound begins
    std::unique_ptr<media::AudioReader> reader_;
    std::unique_ptr<voice::Treater> treater_;
    std::deque<media::AudioBlock> ready_;
    std::optional<voice::RoomTone> room_;
    std::optional<voice::Speech> speech_;
};

}  // namespace counterclip::clip
