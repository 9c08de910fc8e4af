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

// As finish() makes them: a face that moves and jitters, seen every fourth frame, on the line between.
std::vector<Sighting> followed_sightings(std::mt19937& random, std::size_t count, Rational time_base,
                                         std::int64_t ticks) {
    std::normal_distribution<float> jitter(0, 1.5F);
    std::vector<Sighting> sightings(count);
    for (std::size_t i = 0; i < count; ++i) sightings[i].pts = to_time(static_cast<std::int64_t>(i) * ticks, time_base);
    const auto seen = [&](std::size_t i) {
        const auto t = static_cast<float>(i);
        auto& s = sightings[i];
        s.box = {600 + 80 * std::sin(t / 90) + jitter(random), 200 + 30 * std::cos(t / 70) + jitter(random),
                 120 + 10 * std::sin(t / 300) + jitter(random), 160 + 10 * std::sin(t / 300) + jitter(random)};
        s.roll = 0.1F * std::sin(t / 20) + 0.02F * jitter(random);
        s.score = std::clamp(0.85F + 0.03F * jitter(random), 0.F, 1.F);
        s.origin = Origin::detected;
    };
    seen(0);
    for (std::size_t from = 0; from + 1 < count;) {
        const std::size_t to = std::min(count - 1, from + 3 + random() % 2);
        seen(to);
        for (std::size_t i = from + 1; i < to; ++i) {
            const float t = static_cast<float>(i - from) / static_cast<float>(to - from);
            const auto &a = sightings[from], &b = sightings[to];
            sightings[i] = {sightings[i].pts, between(a.box, b.box, t), a.roll + (b.roll - a.roll) * t,
                            std::min(a.score, b.score), Origin::interpolated};
        }
        from = to;
    }
    return sightings;
}

}  // namespace

TEST_CASE("what was interpolated is computed again: its time exactly, its box to half a px") {
    std::mt19937 random(5);
    for (const auto& [base, ticks] :
         {std::pair(Rational{1, 25}, std::int64_t{1}), {{1001, 30000}, 1}, {{1, 1000}, 33}}) {
        auto before = followed_sightings(random, 500, base, ticks);
        // A frame that came late.
        before[101].pts += Time(7'000'000);
        const auto bytes = encode(before);
        const auto after = decode(bytes);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            REQUIRE(after[i].pts == before[i].pts);
            REQUIRE(after[i].origin == before[i].origin);
            const float tolerance = before[i].origin == Origin::interpolated ? 0.5F : 0.13F;
            REQUIRE(std::abs(after[i].box.x - before[i].box.x) <= tolerance);
            REQUIRE(std::abs(after[i].box.h - before[i].box.h) <= tolerance);
            REQUIRE(std::abs(after[i].score - before[i].score) <= 0.006F);
        }
        CHECK(encode(after) == bytes);
    }
}

TEST_CASE("what was said to be interpolated and lies beside the line is stored as it is") {
    std::mt19937 random(6);
    auto before = followed_sightings(random, 40, {1, 25}, 1);
    before[9].box.x += 30;
    before[9].origin = Origin::interpolated;
    const auto after = decode(encode(before));
    CHECK(after[9].box.x == Approx(before[9].box.x).margin(0.13));
}

TEST_CASE("five hours of three faces fit in 20 MB, four times over") {
    std::mt19937 random(8);
    constexpr std::size_t minute = 25 * 60;
    const auto bytes = encode(followed_sightings(random, 5 * minute, {1, 25}, 1)).size();
    const double five_hours = static_cast<double>(bytes) * 60 * 3;
    INFO(bytes << " bytes for five minutes of one face");
    CHECK(five_hours < 5e6);
}

TEST_CASE("tracks written by version 1 are read") {
    // Two sightings, 40 ms apart: (100, 50, 40, 50) with a score of 0.8, then 1 px to the right.
    const std::string bytes(
        "\x54\x01\x04\x00\x00\xa0\x06\x90\x03\xc0\x02\x90\x03\x00"
        "\x98\x03\x80\xe8\x92\x26\x02\x08\x00\x00\x00\x00\x00",
        27);
    std::uint32_t sum = 2166136261U;
    for (const char c : bytes) sum = (sum ^ static_cast<std::uint8_t>(c)) * 16777619U;
    std::string whole = bytes;
    for (int i = 0; i < 4; ++i) whole.push_back(static_cast<char>(sum >> (8 * i)));
    const auto track = decode(whole);
    REQUIRE(track.size() == 2);
    CHECK(track[0].box == Box{100, 50, 40, 50});
    CHECK(track[1].pts == Time(40'000'000));
    CHECK(track[1].box == Box{101, 50, 40, 50});
    CHECK(track[1].origin == Origin::interpolated);
    CHECK(track[1].score == Approx(0.8).margin(0.002));
}

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

TEST_CASE("bytes that are damaged with a checksum that fits never crash, and never fill the memory") {
    std::mt19937 random(17);
    const std::string good = encode(followed_sightings(random, 60, {1001, 30000}, 1));
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = good.substr(0, good.size() - 4);
        for (int k = 0; k < 3; ++k) bytes[2 + random() % (bytes.size() - 2)] = static_cast<char>(random());
        bytes[1] = static_cast<char>(1 + i % 2);
        std::uint32_t sum = 2166136261U;
        for (const char c : bytes) sum = (sum ^ static_cast<std::uint8_t>(c)) * 16777619U;
        for (int k = 0; k < 4; ++k) bytes.push_back(static_cast<char>(sum >> (8 * k)));
        std::size_t size = 0;
        try {
            size = decode(bytes).size();
        } catch (const Error&) {
        }
        REQUIRE(size < 1'000'000);
    }
}

TEST_CASE("a track of a newer version is refused with a word about the version") {
    std::string bytes = encode(steady_sightings(2));
    bytes[1] = 9;
    CHECK_THROWS_WITH(decode(bytes), Catch::Contains("version 9"));
}

TEST_CASE("a box that is not a number is not stored") {
    CHECK_THROWS_AS(encode({Sighting{Time{0}, {NAN, 0, 1, 1}, 0, 1, Origin::detected}}), Error);
}
