#include "faces/track_codec.h"

#include <array>

#include <cmath>

#include "core/error.h"

namespace counterclip::faces {

namespace {

// Numbers are zigzag varints (LEB128); the last four bytes are an FNV-1a of all before them: a flipped bit must not
// move a mask.
//
// Version 1: 'T' 1, count, then for each sighting: time step's change, origin, x, y, w, h, roll and score as changes.
//
// Version 2: 'T' 2, count of stored sightings, then for each: head = origin + 4 * uneven + 8 * n, where n interpolated
// sightings lie between the stored one before and this one; the change of the time step (its time less n + 1 steps);
// x, y, w, h, roll and score as changes; if uneven, how far each of the n times lies from its place on the line. The n
// sightings are computed: values on the line between both ends, the score the lower of both. So what the machine did
// not see takes no room, and is the same whenever it is read.
constexpr char magic = 'T';
constexpr char first_version = 1;
constexpr char version = 2;
constexpr std::size_t checksum_bytes = 4;
constexpr std::int64_t origin_values = 4;
constexpr std::int64_t most_between = 1 << 10;
constexpr std::int64_t most_sightings = 1 << 25;  // 39 h at 240 frames a second: more is damage
constexpr std::int64_t line_tolerance = 1;        // steps that a computed value may lie beside what was there

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

Sighting sighting_of(Time pts, const Values& v, Origin origin) {
    return {
        pts,
        {in_units(v[0], box_steps), in_units(v[1], box_steps), in_units(v[2], box_steps), in_units(v[3], box_steps)},
        in_units(v[4], roll_steps),
        in_units(v[5], score_steps),
        origin};
}

// a + (b - a) * i / n to the nearest whole, in integers: the same on every machine. 0 < i < n <= most_between + 1.
std::int64_t on_line(std::int64_t a, std::int64_t b, std::int64_t i, std::int64_t n) {
    const std::int64_t way = minus(b, a);
    const auto whole = static_cast<std::int64_t>(static_cast<std::uint64_t>(way / n) * static_cast<std::uint64_t>(i));
    const std::int64_t rest = way % n * i;
    return plus(a, plus(whole, (2 * rest + (rest >= 0 ? n : -n)) / (2 * n)));
}

// Sighting i of the n between two stored ones, without its time.
Values values_between(const Values& a, const Values& b, std::int64_t i, std::int64_t n) {
    Values v{};
    for (std::size_t k = 0; k + 1 < v.size(); ++k) v[k] = on_line(a[k], b[k], i, n + 1);
    v.back() = std::min(a.back(), b.back());
    return v;
}

// Whether everything between `from` and `to` is what will be computed.
bool lies_on_line(const std::vector<Sighting>& sightings, const std::vector<Values>& values, std::size_t from,
                  std::size_t to) {
    const auto n = static_cast<std::int64_t>(to - from) - 1;
    for (std::size_t i = from + 1; i < to; ++i) {
        if (sightings[i].origin != Origin::interpolated) return false;
        const Values v = values_between(values[from], values[to], static_cast<std::int64_t>(i - from), n);
        for (std::size_t k = 0; k < v.size(); ++k)
            if (std::abs(v[k] - values[i][k]) > line_tolerance) return false;
    }
    return true;
}

// Which sightings are stored: all but the interpolated ones between two others where all of these can be computed.
std::vector<std::size_t> to_store(const std::vector<Sighting>& sightings, const std::vector<Values>& values) {
    std::vector<std::size_t> stored;
    for (std::size_t from = 0; from < sightings.size();) {
        if (stored.empty()) stored.push_back(from);
        std::size_t to = from + 1;
        while (to + 1 < sightings.size() && sightings[to].origin == Origin::interpolated &&
               to - from < static_cast<std::size_t>(most_between))
            ++to;
        if (to >= sightings.size()) break;
        if (lies_on_line(sightings, values, from, to)) {
            stored.push_back(to);
        } else {
            for (std::size_t i = from + 1; i <= to; ++i) stored.push_back(i);
        }
        from = to;
    }
    return stored;
}

std::int64_t time_between(Time a, Time b, std::int64_t i, std::int64_t n) {
    return on_line(a.count(), b.count(), i, n + 1);
}

bool is_even(const std::vector<Sighting>& sightings, std::size_t from, std::size_t to) {
    const auto n = static_cast<std::int64_t>(to - from) - 1;
    for (std::size_t i = from + 1; i < to; ++i)
        if (sightings[i].pts.count() !=
            time_between(sightings[from].pts, sightings[to].pts, static_cast<std::int64_t>(i - from), n))
            return false;
    return true;
}

std::vector<Sighting> decode_first_version(std::string_view rest) {
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
        sightings.push_back(sighting_of(Time(pts), v, static_cast<Origin>(origin)));
    }
    if (!rest.empty()) damaged("bytes are left over");
    return sightings;
}

std::vector<Sighting> decode_second_version(std::string_view rest) {
    const std::int64_t count = take(rest);
    if (count < 0 || static_cast<std::uint64_t>(count) > rest.size()) damaged("its length is wrong");
    std::vector<Sighting> sightings;
    sightings.reserve(static_cast<std::size_t>(count));
    std::int64_t pts = 0;
    std::int64_t step = 0;
    Values v{};
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t head = take(rest);
        const std::int64_t between = head / 8;
        if (head < 0 || between > most_between || (i == 0 && between > 0)) damaged("an origin is unknown");
        if (static_cast<std::int64_t>(sightings.size()) + between >= most_sightings) damaged("its length is wrong");
        step = plus(step, take(rest));
        const std::int64_t before = pts;
        pts = plus(
            pts, static_cast<std::int64_t>(static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(between + 1)));
        // What is left of the way after even steps.
        if (between > 0) pts = plus(pts, take(rest));
        const Values last = v;
        for (std::int64_t& value : v) value = plus(value, take(rest));
        const bool uneven = (head & 4) != 0;
        for (std::int64_t k = 1; k <= between; ++k) {
            const std::int64_t aside = uneven ? take(rest) : 0;
            sightings.push_back(sighting_of(Time(plus(on_line(before, pts, k, between + 1), aside)),
                                            values_between(last, v, k, between), Origin::interpolated));
        }
        sightings.push_back(sighting_of(Time(pts), v, static_cast<Origin>(head & 3)));
    }
    if (!rest.empty()) damaged("bytes are left over");
    return sightings;
}

}  // namespace

std::string encode(const std::vector<Sighting>& sightings) {
    std::vector<Values> values;
    values.reserve(sightings.size());
    for (const Sighting& s : sightings) values.push_back(quantised(s));
    std::string body;
    std::int64_t step = 0;
    std::size_t from = 0;
    Time pts{};
    Values last{};
    const auto stored = to_store(sightings, values);
    for (const std::size_t i : stored) {
        const auto between = i == 0 ? 0 : static_cast<std::int64_t>(i - from) - 1;
        const bool uneven = between > 0 && !is_even(sightings, from, i);
        put(body, static_cast<std::int64_t>(sightings[i].origin) + (uneven ? 4 : 0) + 8 * between);
        const std::int64_t way = minus(sightings[i].pts.count(), pts.count());
        // The step before is kept where it fits: at a constant frame rate it never changes.
        const std::int64_t fits = way / (between + 1);
        const std::int64_t new_step = between > 0 && std::abs(minus(fits, step)) <= 1 ? step : fits;
        put(body, minus(new_step, step));
        if (between > 0) put(body, minus(way, new_step * (between + 1)));
        for (std::size_t k = 0; k < last.size(); ++k) put(body, values[i][k] - last[k]);
        if (uneven)
            for (std::int64_t k = 1; k <= between; ++k)
                put(body, minus(sightings[from + static_cast<std::size_t>(k)].pts.count(),
                                time_between(sightings[from].pts, sightings[i].pts, k, between)));
        step = new_step;
        pts = sightings[i].pts;
        last = values[i];
        from = i;
    }
    std::string out{magic, version};
    put(out, static_cast<std::int64_t>(stored.size()));
    out += body;
    const std::uint32_t sum = checksum(out);
    for (std::size_t i = 0; i < checksum_bytes; ++i) out.push_back(static_cast<char>(sum >> (8 * i)));
    return out;
}

std::vector<Sighting> decode(std::string_view bytes) {
    if (bytes.size() < 2 + checksum_bytes || bytes[0] != magic) damaged("not a face track");
    if (bytes[1] != first_version && bytes[1] != version) {
        throw Error("read face track", "it is of version " + std::to_string(static_cast<int>(bytes[1])) +
                                           ", made by a newer counterclip; this one reads versions 1 and 2");
    }
    const std::string_view body = bytes.substr(0, bytes.size() - checksum_bytes);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < checksum_bytes; ++i) {
        sum |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[body.size() + i])) << (8 * i);
    }
    if (sum != checksum(body)) damaged("its checksum is wrong");
    return bytes[1] == first_version ? decode_first_version(body.substr(2)) : decode_second_version(body.substr(2));
}

}  // namespace counterclip::faces
