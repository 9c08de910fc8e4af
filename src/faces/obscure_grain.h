// Light noise over a fill, like a camera's: the same seed and frame number give the same grain.
#pragma once

#include <cstdint>
#include <vector>

namespace counterclip::faces {

// A well mixed number from two (splitmix64).
std::uint64_t mixed(std::uint64_t seed, std::uint64_t index) noexcept;

class Grain {
  public:
    explicit Grain(std::uint64_t seed);

    // Where in the tile the grain of a frame, one of its masks and one of its planes begins.
    struct Place {
        unsigned x = 0;
        unsigned y = 0;
    };
    Place place(std::uint64_t frame, std::uint64_t mask, int plane) const noexcept;

    // Grain of standard deviation `strength` for `count` samples from column x of row y.
    void row(Place place, int x, int y, float strength, int count, float* out) const;

  private:
    std::uint64_t seed_;
    std::vector<std::int8_t> tile_;  // side * side, standard deviation `step`
};

}  // namespace counterclip::faces
