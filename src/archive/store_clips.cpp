// Clips: every change is a new version; the versions before it stay.
#include "archive/state.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT clip, version, title, card, lower_third, preset, purpose, hide_faces, style, tone, disguise, cover, by "
    "FROM clip_versions AS v ";
constexpr const char* is_latest = "version = (SELECT max(version) FROM clip_versions WHERE clip = v.clip) ";

std::string to_word(voice::Cover cover) {
    return cover == voice::Cover::bleep ? "bleep" : "silence";
}
voice::Cover cover_from(const std::string& word) {
    return word == "bleep" ? voice::Cover::bleep : voice::Cover::silence;
}

std::vector<ClipPart> read_parts(SQLite::Database& db, const std::string& clip, std::int64_t version) {
    std::vector<ClipPart> parts;
    auto row =
        statement(db,
                  "SELECT r.interview, p.recording, p.in_ns, p.out_ns, p.segment FROM clip_parts p "
                  "JOIN recordings r ON r.id = p.recording WHERE p.clip = ? AND p.version = ? ORDER BY p.position",
                  clip, version);
    while (row.executeStep()) {
        Columns c(row);
        ClipPart part;
        part.interview = c.text();
        part.recording = c.integer();
        part.range = c.range();
        part.segment = c.maybe_integer();
        parts.push_back(std::move(part));
    }
    return parts;
}

Clip read_clip(SQLite::Database& db, SQLite::Statement& row) {
    Columns c(row);
    Clip clip;
    clip.code = c.text();
    const auto version = c.integer();
    clip.title = c.text();
    clip.card = c.text();
    clip.lower_third = c.text();
    clip.preset = c.text();
    clip.purpose = c.text();
    clip.treatments.hide_faces = c.flag();
    clip.treatments.style = faces::style_from(c.text());
    clip.treatments.tone = faces::tone_from(c.text());
    clip.treatments.disguise = voice::disguise_from(c.text());
    clip.treatments.cover = cover_from(c.text());
    clip.by = c.text();
    clip.parts = read_parts(db, clip.code, version);
    return clip;
}

void require_part(SQLite::Database& db, std::string_view doing, const ClipPart& part) {
    const auto recording = find_recording(db, part.recording);
    if (!part.interview.empty() && part.interview != recording.interview)
        throw Error(doing, fmt::format("recording {} belongs to interview {}, not {}", recording.id,
                                       recording.interview, part.interview));
    require_inside(doing, recording, part.range);
    if (!part.segment) return;
    const auto of = number(db, 0, "SELECT recording FROM segments WHERE id = ?", *part.segment);
    if (of == 0)
        throw unknown("segment", fmt::format("{}", *part.segment),
                      "`counterclip segment list CODE` shows what there is");
    if (of != part.recording)
        throw Error(doing,
                    fmt::format("segment {} belongs to recording {}, not {}", *part.segment, of, part.recording));
}

void require_sound_clip(SQLite::Database& db, std::string_view doing, const Clip& clip) {
    (void)consent::use_from(clip.purpose);
    if (clip.parts.empty()) throw Error(doing, "it has no part; name at least one segment or range", ErrorKind::usage);
    for (const auto& part : clip.parts) require_part(db, doing, part);
}

std::int64_t latest_version(SQLite::Database& db, const std::string& clip) {
    return number(db, 0, "SELECT coalesce(max(version), 0) FROM clip_versions WHERE clip = ?", clip);
}

Deed insert(SQLite::Database& db, const Clip& clip, std::int64_t version, const std::string& by) {
    const auto& t = clip.treatments;
    run(db, "INSERT INTO clip_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", clip.code, version,
        clip.title, clip.card, clip.lower_third, clip.preset, clip.purpose, t.hide_faces, to_string(t.style),
        to_string(t.tone), to_string(t.disguise), to_word(t.cover), by, utc_now());
    auto parts = nlohmann::json::array();
    int position = 0;
    for (const auto& part : clip.parts) {
        run(db, "INSERT INTO clip_parts VALUES (?, ?, ?, ?, ?, ?, ?)", clip.code, version, ++position, part.recording,
            part.range.in, part.range.out, part.segment);
        parts.push_back(
            {{"recording", part.recording}, {"in", part.range.in.count()}, {"out", part.range.out.count()}});
    }
    // Title, card and lower-third are free text: they stay out of the log.
    return {"clip " + clip.code,
            {{"version", version},
             {"purpose", clip.purpose},
             {"hide_faces", t.hide_faces},
             {"style", to_string(t.style)},
             {"disguise", to_string(t.disguise)},
             {"parts", std::move(parts)}}};
}

}  // namespace

Clip find_clip(SQLite::Database& db, const std::string& code) {
    auto row = statement(db, std::string(columns) + "WHERE clip = ? AND " + is_latest, code);
    if (!row.executeStep()) throw unknown("clip", code, "`counterclip clip list` shows what there is");
    return read_clip(db, row);
}

void Archive::add_clip(const Clip& clip, const std::string& by) {
    require_code("clip", clip.code);
    auto& db = state_->db;
    const auto doing = fmt::format("add clip {}", clip.code);
    state_->change(doing, "clip new", by, [&] {
        if (latest_version(db, clip.code) > 0) throw Error(doing, "there is one already; choose another code");
        require_sound_clip(db, doing, clip);
        return insert(db, clip, 1, by);
    });
}

void Archive::change_clip(const Clip& clip, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("change clip {}", clip.code);
    state_->change(doing, "clip change", by, [&] {
        (void)find_clip(db, clip.code);
        require_sound_clip(db, doing, clip);
        return insert(db, clip, latest_version(db, clip.code) + 1, by);
    });
}

Clip Archive::clip(const std::string& code) const {
    return state_->read("read clips", [&] { return find_clip(state_->db, code); });
}

std::vector<Clip> Archive::clips() const {
    return state_->read("read clips", [&] {
        std::vector<Clip> all;
        auto row = statement(state_->db, std::string(columns) + "WHERE " + is_latest + "ORDER BY clip");
        while (row.executeStep()) all.push_back(read_clip(state_->db, row));
        return all;
    });
}

std::vector<std::string> Archive::editors_of(const std::string& clip) const {
    // Segments and changes of faces count where they touch what the clip shows; whoever labelled or edited a track that
    // is seen in it counts wherever the track was then, and so do those who worked on what it was split or merged from.
    constexpr const char* sql = R"sql(
        WITH RECURSIVE shown AS (SELECT recording, in_ns, out_ns FROM clip_parts
                       WHERE clip = ?1 AND version = (SELECT max(version) FROM clip_versions WHERE clip = ?1)),
        seen(recording, track) AS (
              SELECT t.recording, t.id FROM tracks t JOIN shown ON shown.recording = t.recording
                  AND (t.in_ns IS NULL OR (t.in_ns < shown.out_ns AND shown.in_ns < t.out_ns))
              UNION SELECT e.recording, e.track FROM track_edits e
                  JOIN seen ON seen.recording = e.recording AND seen.track = e.other)
        SELECT by FROM clip_versions WHERE clip = ?1
        UNION SELECT by FROM renders WHERE clip = ?1
        UNION SELECT s.by FROM segments s JOIN shown
              ON shown.recording = s.recording AND s.in_ns < shown.out_ns AND shown.in_ns < s.out_ns
        UNION SELECT e.by FROM events e JOIN shown
              ON shown.recording = json_extract(e.details, '$.recording')
             AND json_extract(e.details, '$.in') < shown.out_ns AND shown.in_ns < json_extract(e.details, '$.out')
              WHERE e.verb LIKE 'faces %'
        UNION SELECT e.by FROM events e JOIN seen
              ON seen.recording = json_extract(e.details, '$.recording')
             AND seen.track = json_extract(e.details, '$.track')
              WHERE e.verb LIKE 'faces %'
        ORDER BY 1)sql";
    return state_->read("read clips", [&] {
        (void)find_clip(state_->db, clip);
        std::vector<std::string> editors;
        auto row = statement(state_->db, sql, clip);
        while (row.executeStep()) editors.push_back(Columns(row).text());
        return editors;
    });
}

}  // namespace counterclip::archive
