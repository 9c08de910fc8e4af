// The discrete Fourier transform of one length.
#pragma once

#include <complex>
#include <memory>
#include <vector>

namespace counterclip::media {

// Not normalised: inverse(forward(x)) is x times the length. One thread at a time; dear to make, cheap to use.
class Fourier {
  public:
    explicit Fourier(int length);  // a power of two; Error else
    ~Fourier();
    Fourier(Fourier&&) noexcept;

    using Values = std::vector<std::complex<float>>;  // `length` of them, else Error
    Values forward(const Values& values) const;
    Values inverse(const Values& values) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::media
