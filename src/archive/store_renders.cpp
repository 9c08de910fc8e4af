// Renders: finished files and what they were made from.
#include "archive/state.h"
#include "core/hash.h"
#include "core/ids.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT id, clip, file, sha256, frames, duration_ns, consent_revisions, settings_sha256, verification, by, at, "
    "shown, withdrawn_at, purged_at FROM renders ";

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
    return r;
}

void require_file(std::string_view doing, const fs::path& archive, const std::string& file) {
    const auto relative = fs::path(file).lexically_normal();
    if (relative.parent_path() != "renders" || relative.string() != file)
        throw Error(doing, fmt::format("its file {} does not lie in renders/", file));
    std::error_code error;
    if (!fs::is_regular_file(archive / relative, error))
        throw Error(doing, fmt::format("its file {} is not there", (archive / relative).string()));
}

}  // namespace

Render find_render(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(columns) + "WHERE id = ?", id);
    if (!row.executeStep())
        throw unknown("render", fmt::format("{}", id), "`counterclip clip show CODE` lists a clip's renders");
    return read_render(row);
}

Render Archive::add_render(Render render, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("add render of clip {}", render.clip);
    require_file(doing, state_->folder, render.file);
    render.by = by;
    state_->change(doing, "render", by, [&]() -> Deed {
        (void)find_clip(db, render.clip);
        render.at = utc_now();
        run(db,
            "INSERT INTO renders (clip, clip_version, file, sha256, frames, duration_ns, consent_revisions, "
            "settings_sha256, verification, by, at, shown) VALUES (?1, (SELECT max(version) FROM clip_versions WHERE "
            "clip = "
            "?1), ?2, ?3, "
            "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            render.clip, render.file, render.sha256, render.frames, render.duration, render.consent_revisions,
            render.settings_sha256, render.verification, by, render.at,
            render.shown ? nlohmann::json(*render.shown) : nlohmann::json());
        render.id = db.getLastInsertRowid();
        return {fmt::format("render {} of clip {}", render.id, render.clip),
                {{"sha256", render.sha256},
                 {"settings_sha256", render.settings_sha256},
                 {"consent_revisions", render.consent_revisions}}};
    });
    return render;
}

void Archive::set_verification(std::int64_t id, const std::string& report, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("store the verification of render {}", id);
    if (!nlohmann::json::accept(report)) throw Error(doing, "the report is no JSON");
    state_->change(doing, "verify", by, [&]() -> Deed {
        const auto render = find_render(db, id);
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
