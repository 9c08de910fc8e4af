#include "clip/proof_sheet.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace counterclip::clip {

namespace {

constexpr int bright_enough = 90;  // of 255: what a twentieth of the picture reaches

bool brighten(media::Image& picture) {
    std::array<std::size_t, 256> levels{};
    for (const auto level : picture.pixels) ++levels[level];
    std::size_t above = 0;
    int high = 255;
    while (high > 0 && (above += levels[static_cast<std::size_t>(high)]) < picture.pixels.size() / 20) --high;
    if (high >= bright_enough || high == 0) return false;
    const float gain = std::min(16.F, 200.F / static_cast<float>(high));
    for (auto& level : picture.pixels)
        level = static_cast<std::uint8_t>(std::min(255.F, gain * static_cast<float>(level)));
    return true;
}

std::string name_of(const HiddenFace& f) {
    if (f.region) return fmt::format("region {}, {}", f.region, f.what);
    return f.track ? fmt::format("track {}", f.track) : "held mask";
}

}  // namespace

std::string verdict(const Verification& v) {
    const auto& f = v.facts;
    const bool is_good = v.problems.empty() && f.frames_as_planned && f.streams_as_planned && f.in_sync &&
                         f.foreign_tags && f.foreign_tags->empty() && f.frames_uncovered == 0 && f.faces_found == 0;
    if (v.problems.empty()) return is_good ? "GOOD" : "NOT GOOD";
    return v.problems.size() == 1 ? "1 PROBLEM" : fmt::format("{} PROBLEMS", v.problems.size());
}

faces::Tile tile(const media::Image& picture, std::vector<std::string> caption, bool is_bad) {
    faces::Tile t{picture, std::move(caption), is_bad};
    if (brighten(t.picture) && !t.caption.empty()) t.caption.front() += "  brightened";
    return t;
}

std::vector<std::string> caption(const HiddenFace& f) {
    if (f.track == 0 && area(f.box) <= 0) return {format_time(f.at), "not the planned picture"};
    return {fmt::format("{}  {}", format_time(f.at), name_of(f)),
            fmt::format("visible {:.0f} %  covered {:.0f} %  relief {:.1f}{}", f.visible * 100, f.covered * 100,
                        f.relief, f.follows ? "  follows" : ""),
            f.score > 0 ? fmt::format("{} sees a face: {:.2f}", f.by, f.score) : "no detector sees a face"};
}

std::vector<std::string> caption(const FaceElsewhere& f) {
    return {fmt::format("{}  {}", format_time(f.from),
                        f.deleted ? fmt::format("deleted track {}", f.deleted) : "a face no track knows"),
            fmt::format("until {}, {} looks", format_time(f.to), f.looks), fmt::format("{}: {:.2f}", f.by, f.score)};
}

std::vector<std::string> caption(const DeletedFace& f) {
    return {fmt::format("{}  deleted track {}", format_time(f.range.in), f.track),
            fmt::format("'not a face', by {}", f.by.empty() ? "?" : f.by), f.reason};
}

}  // namespace counterclip::clip
