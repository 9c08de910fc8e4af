// Renders: finished files and what they were made from.
#include "archive/originals.h"
#include "archive/state.h"
#include "core/hash.h"
#include "core/ids.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT id, clip, file, sha256, frames, duration_ns, consent_revisions, settings_sha256, verification, by, at, "
    "shown, withdrawn_at, purged_at, clip_version, made_from FROM renders ";

Render read_render(SQLite::Statement& row) {
    Columns c(row);
    Render r;
    r.id = c.integer();
    r.clip = c.text();
    r.file = c.text();
    r.sha256 = c.text();
    r.frames = c.integer();
    r.duration = c.time();
    r.consent_revisions = c.revisions();
    r.settings_sha256 = c.text();
    r.verification = c.text();
    r.by = c.text();
    r.at = c.text();
    if (const auto shown = c.json(); shown.is_array()) r.shown = shown.get<Texts>();
    r.withdrawn_at = c.text();
    r.purged_at = c.text();
    r.made_from.clip_version = c.integer();
    const auto counters = c.json();
    for (const auto& [recording, changes] : counters.items())
        r.made_from.recordings[std::stoll(recording)] = changes.get<std::int64_t>();
    return r;
}

nlohmann::json to_json(const std::map<std::int64_t, std::int64_t>& counters) {
    auto json = nlohmann::json::object();
    for (const auto& [recording, changes] : counters) json[fmt::format("{}", recording)] = changes;
    return json;
}

// The file lies there, or will once `staged` is put in its place.
void require_file(std::string_view doing, const fs::path& archive, const std::string& file, const fs::path& staged) {
    const auto relative = fs::path(file).lexically_normal();
    if (relative.parent_path() != "renders" || relative.string() != file)
        throw Error(doing, fmt::format("its file {} does not lie in renders/", file));
    std::error_code error;
    const auto there = staged.empty() ? archive / relative : staged;
    if (!fs::is_regular_file(there, error)) throw Error(doing, fmt::format("its file {} is not there", there.string()));
}

// A purge may have been confirmed while it was made.
void require_not_destroyed(SQLite::Database& db, std::string_view doing, const Render& render) {
    auto row = statement(db,
                         "SELECT c.recording FROM clip_parts c JOIN recordings o ON o.id = c.recording "
                         "WHERE c.clip = ?1 AND o.purged_at <> '' AND c.version = CASE ?2 WHEN 0 THEN "
                         "(SELECT max(version) FROM clip_versions WHERE clip = ?1) ELSE ?2 END",
                         render.clip, render.made_from.clip_version);
    if (row.executeStep()) require_not_purged(doing, find_recording(db, Columns(row).integer()));
}

}  // namespace

Render find_render(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(columns) + "WHERE id = ?", id);
    if (!row.executeStep())
        throw unknown("render", fmt::format("{}", id), "`counterclip clip show CODE` lists a clip's renders");
    return read_render(row);
}

void require_not_purged(std::string_view doing, const Render& render) {
    if (render.purged_at.empty()) return;
    throw Error(doing,
                fmt::format("render {} of clip {} was destroyed on request on {}", render.id, render.clip,
                            render.purged_at.substr(0, 10)),
                ErrorKind::refused);
}

MadeFrom Archive::made_from(const std::string& clip) const {
    return state_->read("read what a clip is made from", [&] {
        auto& db = state_->db;
        (void)find_kept_clip(db, fmt::format("clip '{}'", clip), clip);
        MadeFrom counters;
        counters.clip_version = number(db, 0, "SELECT max(version) FROM clip_versions WHERE clip = ?", clip);
        auto row =
            statement(db,
                      "SELECT DISTINCT r.id, r.changes FROM clip_parts p JOIN recordings r ON r.id = p.recording "
                      "WHERE p.clip = ? AND p.version = ?",
                      clip, counters.clip_version);
        while (row.executeStep()) {
            Columns c(row);
            const auto recording = c.integer();
            counters.recordings[recording] = c.integer();
        }
        return counters;
    });
}

Render Archive::add_render(Render render, const std::string& by, const fs::path& staged) {
    auto& db = state_->db;
    const auto doing = fmt::format("add render of clip {}", render.clip);
    require_file(doing, state_->folder, render.file, staged);
    render.by = by;
    bool placed = false;
    const auto work = [&]() -> Deed {
        require_not_destroyed(db, doing, render);
        if (!staged.empty()) {
            if (fs::exists(path(render.file))) throw Error(doing, fmt::format("{} is there already", render.file));
            placed = true;
            place_original(staged, path(render.file));
        }
        (void)find_kept_clip(db, doing, render.clip);
        render.at = utc_now();
        const auto latest = number(db, 0, "SELECT max(version) FROM clip_versions WHERE clip = ?", render.clip);
        if (render.made_from.clip_version == 0) render.made_from.clip_version = latest;
        if (render.made_from.clip_version < 0 || render.made_from.clip_version > latest)
            throw Error(doing, fmt::format("the clip has no version {}", render.made_from.clip_version));
        run(db,
            "INSERT INTO renders (clip, clip_version, file, sha256, frames, duration_ns, consent_revisions, "
            "settings_sha256, verification, by, at, made_from, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            render.clip, render.made_from.clip_version, render.file, render.sha256, render.frames, render.duration,
            render.consent_revisions, render.settings_sha256, render.verification, by, render.at,
            to_json(render.made_from.recordings), render.shown ? nlohmann::json(*render.shown) : nlohmann::json());
        render.id = db.getLastInsertRowid();
        return {fmt::format("render {} of clip {}", render.id, render.clip),
                {{"sha256", render.sha256},
                 {"settings_sha256", render.settings_sha256},
                 {"consent_revisions", render.consent_revisions}}};
    };
    state_->change(doing, "render", by, work, [&] {
        std::error_code ignored;
        if (placed) fs::remove(path(render.file), ignored);
    });
    return render;
}

void Archive::set_verification(std::int64_t id, const std::string& report, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("store the verification of render {}", id);
    if (!nlohmann::json::accept(report)) throw Error(doing, "the report is no JSON");
    state_->change(doing, "verify", by, [&]() -> Deed {
        const auto render = find_render(db, id);
        require_not_purged(doing, render);
        run(db, "UPDATE renders SET verification = ? WHERE id = ?", report, id);
        return {fmt::format("render {} of clip {}", id, render.clip), {{"report_sha256", sha256(report)}}};
    });
}

Render Archive::render(std::int64_t id) const {
    return state_->read("read renders", [&] { return find_render(state_->db, id); });
}

std::vector<Render> Archive::renders(const std::string& clip) const {
    return state_->read("read renders", [&] {
        (void)find_clip(state_->db, clip);
        std::vector<Render> all;
        auto row = statement(state_->db, std::string(columns) + "WHERE clip = ? ORDER BY id", clip);
        while (row.executeStep()) all.push_back(read_render(row));
        return all;
    });
}

std::optional<Render> Archive::latest_render(const std::string& clip) const {
    auto all = renders(clip);
    if (all.empty()) return std::nullopt;
    return std::move(all.back());
}

}  // namespace counterclip::archive
