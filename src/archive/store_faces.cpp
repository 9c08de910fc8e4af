// Analyses, tracks and gaps.
#include "archive/analysis_merge.h"
#include "archive/state.h"
#include "faces/track_codec.h"

namespace counterclip::archive {

namespace {

using faces::Analysis;
using faces::Gap;
using faces::Track;
using nlohmann::json;

constexpr std::array gap_reasons{faces::GapReason::lost, faces::GapReason::starts_midframe, faces::GapReason::low_score,
                                 faces::GapReason::damaged, faces::GapReason::fallback};

faces::GapReason gap_reason_from(const std::string& text) {
    for (const auto reason : gap_reasons)
        if (to_string(reason) == text) return reason;
    throw Error(fmt::format("read gap with reason '{}'", text), "this program does not know it; use a newer one");
}

json to_json(const std::vector<Range>& ranges) {
    json list = json::array();
    for (const auto& r : ranges) list.push_back({r.in.count(), r.out.count()});
    return list;
}

json to_json(const std::vector<Time>& times) {
    json list = json::array();
    for (const auto t : times) list.push_back(t.count());
    return list;
}

// Of a model's path only the file's name: folders can hold a person's name.
json to_json(const std::vector<faces::DetectorModel>& models) {
    json list = json::array();
    for (const auto& m : models)
        list.push_back({{"name", m.name}, {"file", m.file.filename().string()}, {"sha256", m.sha256}});
    return list;
}

std::vector<Range> ranges_from(const json& list) {
    std::vector<Range> ranges;
    for (const auto& r : list) ranges.push_back({Time(r.at(0).get<std::int64_t>()), Time(r.at(1).get<std::int64_t>())});
    return ranges;
}

std::vector<Time> times_from(const json& list) {
    std::vector<Time> times;
    for (const auto& t : list) times.emplace_back(t.get<std::int64_t>());
    return times;
}

std::vector<faces::DetectorModel> models_from(const json& list) {
    std::vector<faces::DetectorModel> models;
    for (const auto& m : list)
        models.push_back(
            {m.at("name").get<std::string>(), m.at("file").get<std::string>(), m.at("sha256").get<std::string>()});
    return models;
}

std::vector<Track> read_tracks(SQLite::Database& db, std::int64_t recording) {
    std::vector<Track> tracks;
    auto row = statement(db, "SELECT id, label, sightings FROM tracks WHERE recording = ?", recording);
    while (row.executeStep()) {
        Columns c(row);
        Track track;
        track.id = c.integer();
        track.label = faces::label_from(c.text());
        track.sightings = faces::decode(c.text());
        tracks.push_back(std::move(track));
    }
    std::sort(tracks.begin(), tracks.end(), [](const Track& a, const Track& b) {
        const auto begin = [](const Track& t) { return t.sightings.empty() ? Time{} : t.sightings.front().pts; };
        return std::pair(begin(a), a.id) < std::pair(begin(b), b.id);
    });
    return tracks;
}

std::vector<Gap> read_gaps(SQLite::Database& db, std::int64_t recording) {
    std::vector<Gap> gaps;
    auto row = statement(db,
                         "SELECT id, in_ns, out_ns, reason, track, x, y, w, h, resolved_by, resolution FROM gaps "
                         "WHERE recording = ? ORDER BY in_ns, id",
                         recording);
    while (row.executeStep()) {
        Columns c(row);
        Gap gap;
        gap.id = c.integer();
        gap.range = c.range();
        gap.reason = gap_reason_from(c.text());
        gap.track = c.integer();
        gap.where.x = c.real();
        gap.where.y = c.real();
        gap.where.w = c.real();
        gap.where.h = c.real();
        gap.resolved_by = c.text();
        gap.resolution = c.text();
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

std::optional<Analysis> read_analysis(SQLite::Database& db, std::int64_t recording) {
    auto row = statement(db,
                         "SELECT ranges, frames, width, height, shot_changes, detectors, detector_runs FROM analyses "
                         "WHERE recording = ?",
                         recording);
    if (!row.executeStep()) return std::nullopt;
    Columns c(row);
    Analysis a;
    a.ranges = ranges_from(c.json());
    a.frames = c.integer();
    a.width = c.small();
    a.height = c.small();
    a.shot_changes = times_from(c.json());
    a.detectors = models_from(c.json());
    a.detector_runs = c.integer();
    a.tracks = read_tracks(db, recording);
    a.gaps = read_gaps(db, recording);
    return a;
}

// Ids 1, 2, ... for what has none yet.
void number_through(Analysis& analysis) {
    std::int64_t track = 0;
    for (auto& t : analysis.tracks) t.id = t.id ? t.id : track + 1, track = std::max(track, t.id);
    std::int64_t gap = 0;
    for (auto& g : analysis.gaps) g.id = g.id ? g.id : gap + 1, gap = std::max(gap, g.id);
}

void replace_analysis(SQLite::Database& db, std::int64_t recording, const Analysis& a) {
    run(db, "DELETE FROM analyses WHERE recording = ?", recording);
    run(db, "INSERT INTO analyses VALUES (?, ?, ?, ?, ?, ?, ?, ?)", recording, to_json(a.ranges), a.frames, a.width,
        a.height, to_json(a.shot_changes), to_json(a.detectors), a.detector_runs);
    for (const auto& t : a.tracks)
        run(db, "INSERT INTO tracks VALUES (?, ?, ?, ?)", recording, t.id, to_string(t.label),
            Blob{faces::encode(t.sightings)});
    for (const auto& g : a.gaps)
        run(db, "INSERT INTO gaps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", recording, g.id, g.range.in,
            g.range.out, to_string(g.reason), g.track, double{g.where.x}, double{g.where.y}, double{g.where.w},
            double{g.where.h}, g.resolved_by, g.resolution);
}

std::string object_of(const Recording& recording) {
    return fmt::format("recording {} of interview {}", recording.position, recording.interview);
}

// Where on the recording a change of faces took place: editors_of() reads it back.
json place(std::int64_t recording, Range range) {
    return {{"recording", recording}, {"in", range.in.count()}, {"out", range.out.count()}};
}

constexpr const char* tracks_hint = "`counterclip faces tracks` lists them";
constexpr const char* gaps_hint = "`counterclip faces gaps` lists them";

}  // namespace

void Archive::store_analysis(std::int64_t recording, const Analysis& analysis, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("store the faces of recording {}", recording);
    auto now = analysis;
    now.ranges = joined(std::move(now.ranges));
    if (now.ranges.empty()) throw Error(doing, "the analysis looked at nothing");
    number_through(now);
    state_->change(doing, "faces analyze", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const Range looked_at{now.ranges.front().in, now.ranges.back().out};
        const auto before = read_analysis(db, recording);
        const auto whole = before ? merged(*before, std::move(now)) : std::move(now);
        replace_analysis(db, recording, whole);
        auto details = place(recording, looked_at);
        details["ranges"] = to_json(joined(analysis.ranges));
        details["detectors"] = to_json(analysis.detectors);
        details["tracks"] = analysis.tracks.size();
        details["gaps"] = analysis.gaps.size();
        return {object_of(where), std::move(details)};
    });
}

std::optional<Analysis> Archive::analysis(std::int64_t recording) const {
    return state_->read("read faces", [&] {
        (void)find_recording(state_->db, recording);
        return read_analysis(state_->db, recording);
    });
}

void Archive::label_track(std::int64_t recording, std::int64_t track, faces::Label label, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("label track {} of recording {}", track, recording);
    state_->change(doing, "faces label", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        auto row =
            statement(db, "SELECT label, sightings FROM tracks WHERE recording = ? AND id = ?", recording, track);
        if (!row.executeStep()) throw unknown("track", fmt::format("{}", track), tracks_hint);
        Columns c(row);
        const auto before = c.text();
        const auto sightings = faces::decode(c.text());
        run(db, "UPDATE tracks SET label = ? WHERE recording = ? AND id = ?", to_string(label), recording, track);
        Range range{};
        if (!sightings.empty()) range = {sightings.front().pts, sightings.back().pts + Time{1}};
        auto details = place(recording, range);
        details["track"] = track;
        details["from"] = before;
        details["to"] = to_string(label);
        return {object_of(where), std::move(details)};
    });
}

void Archive::resolve_gap(std::int64_t recording, std::int64_t gap, const std::string& resolution,
                          const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("resolve gap {} of recording {}", gap, recording);
    if (resolution.empty()) throw Error(doing, "say what was found, for example \"no face\"", ErrorKind::usage);
    state_->change(doing, "faces resolve", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        auto row = statement(db, "SELECT in_ns, out_ns FROM gaps WHERE recording = ? AND id = ?", recording, gap);
        if (!row.executeStep()) throw unknown("gap", fmt::format("{}", gap), gaps_hint);
        auto details = place(recording, Columns(row).range());
        run(db, "UPDATE gaps SET resolved_by = ?, resolution = ? WHERE recording = ? AND id = ?", by, resolution,
            recording, gap);
        details["gap"] = gap;
        return {object_of(where), std::move(details)};
    });
}

}  // namespace counterclip::archive
