#include "faces/obscure_grain.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace counterclip::faces {

namespace {

constexpr std::size_t side = 256;  // of the tile, a power of two
constexpr float step = 32;         // tile units a standard deviation

// Standard normal numbers, in pairs (Box and Muller).
std::vector<float> normal_numbers(std::uint64_t seed, std::size_t count) {
    std::vector<float> all(count);
    for (std::size_t i = 0; i + 1 < count; i += 2) {
        const std::uint64_t bits = mixed(seed, i);
        const double u = (static_cast<double>(bits >> 32) + 1) / 4294967297.0;
        const double angle = 2 * std::numbers::pi * static_cast<double>(bits & 0xffffffffU) / 4294967296.0;
        const double r = std::sqrt(-2 * std::log(u));
        all[i] = static_cast<float>(r * std::cos(angle));
        all[i + 1] = static_cast<float>(r * std::sin(angle));
    }
    return all;
}

}  // namespace

std::uint64_t mixed(std::uint64_t seed, std::uint64_t index) noexcept {
    std::uint64_t z = seed + (index + 1) * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

Grain::Grain(std::uint64_t seed) : seed_(seed), tile_(side * side) {
    const std::vector<float> white = normal_numbers(seed, side * side);
    const auto at = [&white](std::size_t x, std::size_t y) { return white[(y % side) * side + x % side]; };
    // A camera's noise is not quite white after its own filtering and coding: each number leans on its neighbours.
    constexpr float lean = 0.35F;
    const float norm = 1 / std::sqrt(1 + 4 * lean * lean);
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            const float around = at(x + 1, y) + at(x + side - 1, y) + at(x, y + 1) + at(x, y + side - 1);
            const float v = (at(x, y) + lean * around) * norm * step;
            tile_[y * side + x] = static_cast<std::int8_t>(std::clamp(std::lround(v), -127L, 127L));
        }
    }
}

Grain::Place Grain::place(std::uint64_t frame, std::uint64_t mask, int plane) const noexcept {
    const std::uint64_t bits = mixed(mixed(seed_, frame), mask * 3 + static_cast<std::uint64_t>(plane));
    return {static_cast<unsigned>(bits % side), static_cast<unsigned>((bits >> 32) % side)};
}

void Grain::row(Place place, int x, int y, float strength, int count, float* out) const {
    const std::int8_t* const line = tile_.data() + ((static_cast<unsigned>(y) + place.y) % side) * side;
    const float scale = strength / step;
    std::size_t from = (static_cast<unsigned>(x) + place.x) % side;
    while (count > 0) {
        const int run = std::min(count, static_cast<int>(side - from));
        for (int i = 0; i < run; ++i) out[i] = scale * static_cast<float>(line[from + static_cast<std::size_t>(i)]);
        out += run;
        count -= run;
        from = 0;
    }
}

}  // namespace counterclip::faces
