// Keeps sound below a true peak, by turning it down for as long as it would be above.
#pragma once

#include <deque>
#include <vector>

#include "media/loudness.h"

namespace counterclip::media {

// The true peak is measured by libebur128 in pieces of 5 ms; the gain falls within the piece before a peak and comes
// back within a quarter of a second. As many samples come out as went in, sample n for sample n.
class Limiter {
  public:
    Limiter(double true_peak_db, int sample_rate, int channels);

    // Blocks must follow each other.
    std::vector<AudioBlock> apply(const AudioBlock& block);
    std::vector<AudioBlock> finish();

  private:
    struct Piece {
        AudioBlock sound;
        double needed;  // gain at which it stays below
    };
    void take_piece();
    void give(std::vector<AudioBlock>& out, double after);

    double limit_;
    int sample_rate_;
    int channels_;
    LoudnessMeter meter_;
    std::vector<float> gathering_;  // less than a piece
    std::int64_t gathered_at_ = 0;
    std::deque<Piece> waiting_;  // up to three
    double gain_ = 1;            // at the end of the piece given last
    bool began_ = false;
};

}  // namespace counterclip::media
