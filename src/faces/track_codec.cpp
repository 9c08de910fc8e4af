#include "faces/track_codec.h"

#include <array>

#include <cmath>

#include "core/error.h"

namespace counterclip::faces {

namespace {

// Version 1: 'T' 1, count, then for each sighting: time step's change, origin, x, y, w, h, roll and score as changes.
// Numbers are zigzag varints (LEB128). The time step is coded as its change, so a constant frame rate costs one byte;
// the last four bytes are an FNV-1a of all before them: a flipped bit must not move a mask.
constexpr char magic = 'T';
constexpr char version = 1;
constexpr std::size_t checksum_bytes = 4;
constexpr std::int64_t origin_values = 4;

constexpr float box_steps = 4;
constexpr float score_steps = 255;
constexpr float roll_steps = 100;

using Values = std::array<std::int64_t, 6>;  // x, y, w, h, roll, score in steps

std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t h = 2166136261U;
    for (const char c : bytes) h = (h ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return h;
}

std::int64_t steps(float value, float per_unit) {
    if (!std::isfinite(value)) throw Error("encode face track", "a number of it is not finite");
    return std::llround(static_cast<double>(value) * static_cast<double>(per_unit));
}

Values quantised(const Sighting& s) {
    return {steps(s.box.x, box_steps), steps(s.box.y, box_steps), steps(s.box.w, box_steps),
            steps(s.box.h, box_steps), steps(s.roll, roll_steps), steps(std::clamp(s.score, 0.F, 1.F), score_steps)};
}

void put(std::string& out, std::int64_t value) {
    auto zigzag = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    while (zigzag >= 0x80) {
        out.push_back(static_cast<char>(zigzag | 0x80));
        zigzag >>= 7;
    }
    out.push_back(static_cast<char>(zigzag));
}

[[noreturn]] void damaged(std::string_view what) {
    throw Error("read face track", "damaged: " + std::string(what));
}

std::int64_t take(std::string_view& bytes) {
    std::uint64_t zigzag = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (bytes.empty()) damaged("it ends too early");
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        zigzag |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if ((byte & 0x80) == 0) return static_cast<std::int64_t>(zigzag >> 1) ^ -static_cast<std::int64_t>(zigzag & 1);
    }
    damaged("a number is too long");
}

// Additions of what was read must not overflow: wrap as unsigned.
std::int64_t plus(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::int64_t minus(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

float in_units(std::int64_t steps_taken, float per_unit) {
    return static_cast<float>(steps_taken) / per_unit;
}

}  // namespace

std::string encode(const std::vector<Sighting>& sightings) {
    std::string out{magic, version};
    put(out, static_cast<std::int64_t>(sightings.size()));
    std::int64_t pts = 0;
    std::int64_t step = 0;
    Values last{};
    for (const Sighting& s : sightings) {
        const std::int64_t new_step = minus(s.pts.count(), pts);
        put(out, minus(new_step, step));
        put(out, static_cast<std::int64_t>(s.origin));
        const Values now = quantised(s);
        for (std::size_t i = 0; i < now.size(); ++i) put(out, now[i] - last[i]);
        step = new_step;
        pts = s.pts.count();
        last = now;
    }
    const std::uint32_t sum = checksum(out);
    for (std::size_t i = 0; i < checksum_bytes; ++i) out.push_back(static_cast<char>(sum >> (8 * i)));
    return out;
}

std::vector<Sighting> decode(std::string_view bytes) {
    if (bytes.size() < 2 + checksum_bytes || bytes[0] != magic) damaged("not a face track");
    if (bytes[1] != version) {
        throw Error("read face track", "it is of version " + std::to_string(static_cast<int>(bytes[1])) +
                                           ", made by a newer counterclip; this one reads version 1");
    }
    const std::string_view body = bytes.substr(0, bytes.size() - checksum_bytes);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < checksum_bytes; ++i) {
        sum |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[body.size() + i])) << (8 * i);
    }
    if (sum != checksum(body)) damaged("its checksum is wrong");

    std::string_view rest = body.substr(2);
    const std::int64_t count = take(rest);
    if (count < 0 || static_cast<std::uint64_t>(count) > rest.size()) damaged("its length is wrong");
    std::vector<Sighting> sightings;
    sightings.reserve(static_cast<std::size_t>(count));
    std::int64_t pts = 0;
    std::int64_t step = 0;
    Values v{};
    for (std::int64_t i = 0; i < count; ++i) {
        step = plus(step, take(rest));
        pts = plus(pts, step);
        const std::int64_t origin = take(rest);
        if (origin < 0 || origin >= origin_values) damaged("an origin is unknown");
        for (std::int64_t& value : v) value = plus(value, take(rest));
        sightings.push_back({Time(pts),
                             {in_units(v[0], box_steps), in_units(v[1], box_steps), in_units(v[2], box_steps),
                              in_units(v[3], box_steps)},
                             in_units(v[4], roll_steps),
                             in_units(v[5], score_steps),
                             static_cast<Origin>(origin)});
    }
    if (!rest.empty()) damaged("bytes are left over");
    return sightings;
}

}  // namespace counterclip::faces
