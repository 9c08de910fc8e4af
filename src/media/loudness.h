// How loud sound is: EBU R 128 (ITU-R BS.1770-4), by libebur128.
#pragma once

#include <memory>
#include <optional>

#include "media/reader.h"

namespace counterclip::media {

class LoudnessMeter {
  public:
    LoudnessMeter(int sample_rate, int channels);
    ~LoudnessMeter();
    LoudnessMeter(LoudnessMeter&&) noexcept;

    void add(const AudioBlock& block);  // of that rate and so many channels, else Error

    // Integrated and gated, in LUFS. Not set when there is nothing to measure: less than 0.4 s, or silence.
    std::optional<double> integrated() const;
    // The highest of all channels between the samples too (four times oversampled), in dBTP. Not set for silence.
    std::optional<double> true_peak() const;
    // Of what the last add() brought, as a factor of full scale.
    double last_true_peak() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// A level in dB as a factor, and back.
double factor_of(double db) noexcept;
double db_of(double factor) noexcept;

}  // namespace counterclip::media
