// Analyses, tracks and gaps.
#include "archive/analysed.h"
#include "archive/analysis_merge.h"
#include "archive/face_records.h"
#include "archive/text_limits.h"
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

// Those that are seen in `near`; all without one.
std::vector<Track> read_tracks(SQLite::Database& db, std::int64_t recording, std::optional<Range> near) {
    const Range when = near.value_or(Range{Time::min(), Time::max()});
    std::vector<Track> tracks;
    auto row = statement(db,
                         "SELECT id, label, sightings FROM tracks "
                         "WHERE recording = ? AND (in_ns IS NULL OR (in_ns < ? AND out_ns > ?))",
                         recording, when.out, when.in);
    while (row.executeStep()) {
        Columns c(row);
        Track track;
        track.id = c.integer();
        track.label = faces::label_from(c.text());
        track.sightings = faces::decode(c.text());
        if (!near || overlaps(range_of(track), when)) tracks.push_back(std::move(track));
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

std::optional<Analysis> read_analysis(SQLite::Database& db, std::int64_t recording, std::optional<Range> near) {
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
    a.tracks = read_tracks(db, recording, near);
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

// `before` are the tracks that the new state was made from; others stay as they are.
void replace_analysis(SQLite::Database& db, std::int64_t recording, const std::vector<Track>& before,
                      const Analysis& a) {
    run(db,
        "INSERT INTO analyses (recording, ranges, frames, width, height, shot_changes, detectors, detector_runs) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET ranges = ?2, frames = ?3, width = ?4, "
        "height = ?5, shot_changes = ?6, detectors = ?7, detector_runs = ?8",
        recording, to_json(a.ranges), a.frames, a.width, a.height, to_json(a.shot_changes), to_json(a.detectors),
        a.detector_runs);
    run(db,
        "UPDATE analyses SET edits_seen = (SELECT coalesce(max(id), 0) FROM track_edits WHERE recording = ?1) "
        "WHERE recording = ?1",
        recording);
    for (const auto& t : before) run(db, "DELETE FROM tracks WHERE recording = ? AND id = ?", recording, t.id);
    for (const auto& t : a.tracks) insert_track(db, recording, t);
    run(db, "DELETE FROM gaps WHERE recording = ?", recording);
    for (const auto& g : a.gaps)
        run(db, "INSERT INTO gaps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", recording, g.id, g.range.in,
            g.range.out, to_string(g.reason), g.track, double{g.where.x}, double{g.where.y}, double{g.where.w},
            double{g.where.h}, g.resolved_by, g.resolution);
}

// Farther from a new analysis than this no track of before can have to do with it.
constexpr Time reach = std::chrono::seconds(5);

struct Added {
    std::vector<Range> core;      // what the new analysis decided
    std::vector<Range> not_open;  // open gaps that are none any more
};

// Stores what is known when `now` is added to what was.
Added add_analysis(SQLite::Database& db, std::int64_t recording, Analysis now, const std::vector<Range>& asked) {
    const Range near{now.ranges.front().in - reach, now.ranges.back().out + reach};
    const auto before = read_analysis(db, recording, near);
    if (!before) {
        replace_analysis(db, recording, {}, now);
        return {now.ranges, {}};
    }
    Added added{decided_anew(before->ranges, now.ranges, asked), {}};
    const auto whole = merged(*before, std::move(now), highest_track(db, recording), asked);
    for (const auto& gap : gaps_gone(*before, whole)) added.not_open.push_back(gap.range);
    replace_analysis(db, recording, before->tracks, whole);
    return added;
}

}  // namespace

void Archive::store_analysis(std::int64_t recording, const Analysis& analysis, const std::string& by,
                             const AnalysisAsked& asked) {
    auto& db = state_->db;
    const auto doing = fmt::format("store the faces of recording {}", recording);
    auto now = analysis;
    now.ranges = joined(std::move(now.ranges));
    auto looked_at = joined(asked.ranges);
    if (now.ranges.empty() && looked_at.empty()) throw Error(doing, "the analysis looked at nothing");
    number_through(now);
    state_->change(doing, "faces analyze", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        require_not_purged(doing, where);  // a purge may have been confirmed while it was looked at
        auto details = looked_at.empty() ? nlohmann::json::object() : place(recording, looked_at.front());
        if (!now.ranges.empty()) {
            details = place(recording, {now.ranges.front().in, now.ranges.back().out});
            const auto added = add_analysis(db, recording, now, asked.ranges);
            looked_at.insert(looked_at.end(), added.core.begin(), added.core.end());
            if (!added.not_open.empty()) details["gaps_gone"] = to_json(added.not_open);
        }
        add_analysed(db, recording, joined(looked_at), detector_key(analysis.detectors, asked.exhaustive));
        details["ranges"] = to_json(now.ranges);
        details["detectors"] = to_json(analysis.detectors);
        details["tracks"] = analysis.tracks.size();
        details["gaps"] = analysis.gaps.size();
        return {object_of(where), std::move(details)};
    });
}

std::optional<Analysis> Archive::analysis(std::int64_t recording, std::optional<Range> near) const {
    return state_->read("read faces", [&] {
        (void)find_recording(state_->db, recording);
        return read_analysis(state_->db, recording, near);
    });
}

void Archive::label_track(std::int64_t recording, std::int64_t track, faces::Label label, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("label track {} of recording {}", track, recording);
    if (label == faces::Label::not_a_face)
        throw Error(doing, "what is no face is no longer hidden, so a reason is kept: use `counterclip faces delete`",
                    ErrorKind::usage);
    state_->change(doing, "faces label", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto before = find_track(db, recording, track);
        run(db, "UPDATE tracks SET label = ? WHERE recording = ? AND id = ?", to_string(label), recording, track);
        auto details = place(recording, range_of(before));
        details["track"] = track;
        details["from"] = to_string(before.label);
        details["to"] = to_string(label);
        return {object_of(where), std::move(details)};
    });
}

void Archive::resolve_gap(std::int64_t recording, std::int64_t gap, const std::string& resolution,
                          const std::string& by, const std::string& note) {
    auto& db = state_->db;
    const auto doing = fmt::format("resolve gap {} of recording {}", gap, recording);
    if (resolution.empty()) throw Error(doing, "say what was found, for example \"no face\"", ErrorKind::usage);
    require_text(doing, limit::note, resolution);
    require_text(doing, limit::note, note);
    state_->change(doing, "faces resolve", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        auto details = place(recording, find_gap(db, recording, gap).range);
        mark_resolved(db, recording, gap, with_note(resolution, note), by);
        details["gap"] = gap;
        details["as"] = resolution == "no face" ? resolution : "in words";  // people's words stay out of the log
        return {object_of(where), std::move(details)};
    });
}

}  // namespace counterclip::archive
