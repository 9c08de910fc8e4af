// The sound of a clip in order: silence under cards, every part's, treated, exact to the sample.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "clip/plan.h"
#include "media/reader.h"
#include "voice/treatment.h"

namespace counterclip::clip {

class Sounds {
  public:
    explicit Sounds(const Plan& plan);  // which must outlive this
    ~Sounds();

    // The next block, without holes from sample 0 to the clip's end; empty there.
    std::optional<media::AudioBlock> next();
    // Where the next block begins on the clip's clock.
    Time position() const;

  private:
    void open(std::size_t piece);
    std::optional<media::AudioBlock> next_of_piece();
    std::int64_t sample_at(Time t) const;
    media::AudioBlock silence(std::int64_t frames) const;

    const Plan& plan_;
    std::size_t piece_ = 0;             // 0 = card, n = part n - 1, then the end card
    std::int64_t end_ = 0;              // sample at which the piece ends
    bool as_long_as_the_file_ = false;  // the piece ends where its sound does
    std::int64_t given_ = 0;            // samples handed out
    std::unique_ptr<media::AudioReader> reader_;
    std::unique_ptr<voice::Treater> treater_;
    std::deque<media::AudioBlock> ready_;
};

}  // namespace counterclip::clip
