#include <cmath>
#include <random>

#include "core/error.h"
#include "faces/track_codec.h"

using namespace counterclip;
using namespace counterclip::faces;

namespace {

std::vector<Sighting> random_sightings(std::mt19937& random, std::size_t count, Time step) {
    std::uniform_real_distribution<float> place(-200, 4000);
    std::uniform_real_distribution<float> unit(0, 1);
    std::vector<Sighting> sightings;
    Time pts = std::chrono::hours(4);
    for (std::size_t i = 0; i < count; ++i) {
        pts += step + Time(random() % 1000);
        sightings.push_back({pts,
                             {place(random), place(random), place(random) + 300, place(random) + 300},
                             unit(random) * 3 - 1.5F,
                             unit(random),
                             static_cast<Origin>(random() % 4)});
    }
    return sightings;
}

std::vector<Sighting> steady_sightings(std::size_t count) {
    std::vector<Sighting> sightings;
    for (std::size_t i = 0; i < count; ++i) {
        const auto t = static_cast<float>(i);
        sightings.push_back({Time(static_cast<std::int64_t>(i) * 33'333'333),
                             {600 + 8 * std::sin(t / 9), 200 + 5 * std::cos(t / 7), 120 + std::sin(t / 30), 160},
                             0.1F * std::sin(t / 20),
                             0.9F,
                             i % 4 == 0 ? Origin::detected : Origin::interpolated});
    }
    return sightings;
}

}  // namespace

TEST_CASE("a track comes back from its bytes: times exact, boxes to a quarter px") {
    std::mt19937 random(7);
    for (const std::size_t count : {0U, 1U, 2U, 300U}) {
        const auto before = random_sightings(random, count, Time(33'366'667));
        const auto after = decode(encode(before));
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < count; ++i) {
            REQUIRE(after[i].pts == before[i].pts);
            REQUIRE(after[i].origin == before[i].origin);
            REQUIRE(std::abs(after[i].box.x - before[i].box.x) <= 0.13F);
            REQUIRE(std::abs(after[i].box.y - before[i].box.y) <= 0.13F);
            REQUIRE(std::abs(after[i].box.w - before[i].box.w) <= 0.13F);
            REQUIRE(std::abs(after[i].box.h - before[i].box.h) <= 0.13F);
            REQUIRE(std::abs(after[i].score - before[i].score) <= 0.002F);
            REQUIRE(std::abs(after[i].roll - before[i].roll) <= 0.0051F);
        }
    }
}

TEST_CASE("coding a decoded track again gives the same bytes") {
    std::mt19937 random(11);
    const std::string bytes = encode(random_sightings(random, 50, Time(40'000'000)));
    CHECK(encode(decode(bytes)) == bytes);
}

TEST_CASE("a steady face takes at most 10 bytes a sighting") {
    CHECK(encode(steady_sightings(1800)).size() <= std::size_t{1800} * 10);
}

TEST_CASE("a track of which any byte was changed, cut or added is refused") {
    std::mt19937 random(3);
    const std::string bytes = encode(random_sightings(random, 20, Time(40'000'000)));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ static_cast<char>(1U << (random() % 8)));
        REQUIRE_THROWS_AS(decode(changed), Error);
        REQUIRE_THROWS_AS(decode(bytes.substr(0, i)), Error);
    }
    REQUIRE_THROWS_AS(decode(bytes + "x"), Error);
}

TEST_CASE("a track of a newer version is refused with a word about the version") {
    std::string bytes = encode(steady_sightings(2));
    bytes[1] = 9;
    CHECK_THROWS_WITH(decode(bytes), Catch::Contains("version 9"));
}

TEST_CASE("a box that is not a number is not stored") {
    CHECK_THROWS_AS(encode({Sighting{Time{0}, {NAN, 0, 1, 1}, 0, 1, Origin::detected}}), Error);
}
