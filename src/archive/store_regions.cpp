// Regions that people marked. A removed one stays in the catalog, with who removed it and why.
#include "archive/face_records.h"
#include "archive/text_limits.h"
#include "core/ids.h"
#include "faces/region.h"

namespace counterclip::archive {

namespace {

using faces::Region;
using faces::RegionKey;
using nlohmann::json;

json to_json(const std::vector<RegionKey>& keys) {
    json list = json::array();
    for (const auto& k : keys) list.push_back({k.pts.count(), k.x, k.y, k.w, k.h, k.angle});
    return list;
}

std::vector<RegionKey> keys_from(const json& list) {
    std::vector<RegionKey> keys;
    for (const auto& k : list) {
        const auto number = [&](std::size_t i) { return k.at(i).get<float>(); };
        keys.push_back({Time(k.at(0).get<std::int64_t>()), number(1), number(2), number(3), number(4), number(5)});
    }
    return keys;
}

enum class Which { held, removed };

std::vector<Region> read_regions(SQLite::Database& db, std::int64_t recording, Which which = Which::held) {
    std::vector<Region> regions;
    auto row = statement(db,
                         "SELECT id, what, shape, keys, out_ns, note, by FROM regions "
                         "WHERE recording = ? AND (removed_by = '') = ? ORDER BY id",
                         recording, which == Which::held);
    while (row.executeStep()) {
        Columns c(row);
        Region region;
        region.id = c.integer();
        region.what = c.text();
        region.shape = faces::shape_from(c.text());
        region.keys = keys_from(c.json());
        region.out = c.time();
        region.note = c.text();
        region.by = c.text();
        regions.push_back(std::move(region));
    }
    return regions;
}

Region find_region(SQLite::Database& db, std::int64_t recording, std::int64_t id, Which which = Which::held) {
    for (auto& region : read_regions(db, recording, which))
        if (region.id == id) return region;
    throw unknown(which == Which::held ? "region" : "removed region", fmt::format("{}", id),
                  "`counterclip faces region list` lists those that are hidden");
}

// What the region is and its note are people's words, which could hold a name: they stay out of the log.
json details_of(std::int64_t recording, const Region& region) {
    auto details = place(recording, faces::range_of(region));
    details["region"] = region.id;
    details["shape"] = to_string(region.shape);
    details["keys"] = region.keys.size();
    return details;
}

// Stores it with the next id, which no region of the recording had before.
void insert(SQLite::Database& db, std::int64_t recording, Region& region, const std::string& by) {
    region.id = 1 + number(db, 0, "SELECT coalesce(max(id), 0) FROM regions WHERE recording = ?", recording);
    region.by = by;
    run(db, "INSERT INTO regions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')", recording, region.id, region.what,
        to_string(region.shape), to_json(region.keys), region.out, region.note, by, utc_now());
}

void require_region(std::string_view doing, const Recording& recording, const Region& region) {
    faces::require_sound(region);
    if (!recording.has_picture) throw Error(doing, "it has sound only", ErrorKind::usage);
    require_inside(doing, recording, faces::range_of(region));
    const faces::Box picture{0, 0, static_cast<float>(recording.width), static_cast<float>(recording.height)};
    const auto touches = [&](const RegionKey& k) { return area(intersection({k.x, k.y, k.w, k.h}, picture)) > 0; };
    if (std::none_of(region.keys.begin(), region.keys.end(), touches))
        throw Error(doing,
                    fmt::format("it lies outside the picture, which has {}x{} px", recording.width, recording.height),
                    ErrorKind::usage);
}

// The moments of the gap at which the region could lie worst: its ends, and the keys between.
std::vector<Time> moments(Range gap, const Region& region) {
    std::vector<Time> all{gap.in};
    for (const auto& key : region.keys)
        if (gap.in < key.pts && key.pts < gap.out) all.push_back(key.pts);
    all.push_back(gap.out - Time{1});
    return all;
}

// The whole of the gap's time must be covered, and the place where the face was last known, as far as one is known.
void require_cover(const std::string& doing, const Recording& recording, const faces::Gap& gap, const Region& region) {
    constexpr float enough = 0.9F;
    const auto covered = faces::range_of(region);
    if (!contains(covered, gap.range))
        throw Error(doing,
                    fmt::format("region {} lasts from {} to {} and the gap from {} to {}: all of it must be covered",
                                region.id, format_time(covered.in), format_time(covered.out), format_time(gap.range.in),
                                format_time(gap.range.out)),
                    ErrorKind::usage);
    const faces::Box picture{0, 0, static_cast<float>(recording.width), static_cast<float>(recording.height)};
    const auto where = intersection(gap.where, picture);
    if (area(where) <= 0) return;
    for (const auto t : moments(gap.range, region)) {
        faces::FrameMask mask;
        faces::add_regions(mask, {region}, t);
        const float share = faces::covered_share(where, mask);
        if (share < enough)
            throw Error(
                doing,
                fmt::format("at {} region {} covers {:.0f} % of the place where the face was last seen ({:.0f}x"
                            "{:.0f} px at {:.0f},{:.0f}), and must cover {:.0f} %; move or enlarge it",
                            format_time(t), region.id, 100 * share, where.w, where.h, where.x, where.y, 100 * enough),
                ErrorKind::usage);
    }
}

}  // namespace

Region Archive::add_region(std::int64_t recording, Region region, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("mark a region in recording {}", recording);
    require_text(doing, limit::trait, region.what);
    require_text(doing, limit::note, region.note);
    state_->change(doing, "faces region add", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        require_region(doing, where, region);
        insert(db, recording, region, by);
        return {object_of(where), details_of(recording, region)};
    });
    return region;
}

void Archive::remove_region(std::int64_t recording, std::int64_t region, const std::string& reason,
                            const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("remove region {} of recording {}", region, recording);
    if (reason.empty()) throw Error(doing, "say why it need not be hidden", ErrorKind::usage);
    require_text(doing, limit::reason, reason);
    state_->change(doing, "faces region remove", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto gone = find_region(db, recording, region);
        run(db, "UPDATE regions SET removed_by = ?, removed_at = ?, removed_reason = ? WHERE recording = ? AND id = ?",
            by, utc_now(), reason, recording, region);
        // Gaps that it had closed are open again.
        const auto opened = open_again(db, recording, fmt::format("region {}", region));
        auto details = details_of(recording, gone);
        details["gaps_opened"] = opened;
        return {object_of(where), std::move(details)};
    });
}

Region Archive::restore_region(std::int64_t recording, std::int64_t region, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("restore region {} of recording {}", region, recording);
    Region back;
    state_->change(doing, "faces region restore", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        back = find_region(db, recording, region, Which::removed);
        run(db,
            "UPDATE regions SET removed_by = '', removed_at = '', removed_reason = '' WHERE recording = ? AND id = ?",
            recording, region);
        return {object_of(where), details_of(recording, back)};
    });
    return back;
}

std::vector<Region> Archive::regions(std::int64_t recording) const {
    return state_->read("read regions", [&] {
        (void)find_recording(state_->db, recording);
        return read_regions(state_->db, recording);
    });
}

void Archive::cover_gap(std::int64_t recording, std::int64_t gap, std::int64_t region, const std::string& by,
                        const std::string& note) {
    auto& db = state_->db;
    const auto doing = fmt::format("resolve gap {} of recording {}", gap, recording);
    require_text(doing, limit::note, note);
    state_->change(doing, "faces resolve", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto doubt = find_gap(db, recording, gap);
        const auto cover = find_region(db, recording, region);
        require_cover(doing, where, doubt, cover);
        mark_resolved(db, recording, gap, with_note(fmt::format("region {}", region), note), by);
        auto details = place(recording, doubt.range);
        details["gap"] = gap;
        details["as"] = "region";
        details["region"] = region;
        return {object_of(where), std::move(details)};
    });
}

}  // namespace counterclip::archive
