// Packages made from renders, and their takedown.
#include "archive/state.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* release_columns =
    "SELECT l.id, l.render, r.clip, l.folder, l.destination, l.sha256, l.by, l.at, l.takedown_due, l.takedown_done "
    "FROM releases l JOIN renders r ON r.id = l.render ";

Release read_release(SQLite::Statement& row) {
    Columns c(row);
    Release r;
    r.id = c.integer();
    r.render = c.integer();
    r.clip = c.text();
    r.folder = c.text();
    r.destination = c.text();
    r.sha256 = c.text();
    r.by = c.text();
    r.at = c.text();
    r.takedown_due = c.text();
    r.takedown_done = c.text();
    return r;
}

std::vector<Release> read_releases(SQLite::Statement row) {
    std::vector<Release> all;
    while (row.executeStep()) all.push_back(read_release(row));
    return all;
}

// Releases still out that show the interview: by the consent their render pins and by the parts it was made from.
std::vector<Release> still_out(SQLite::Database& db, const std::string& interview) {
    return read_releases(statement(db, std::string(release_columns) + R"sql(
        WHERE l.takedown_done = '' AND (
            EXISTS (SELECT 1 FROM json_each(r.consent_revisions) WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM clip_parts p JOIN recordings o ON o.id = p.recording
                       WHERE p.clip = r.clip AND p.version = r.clip_version AND o.interview = ?1))
        ORDER BY l.id)sql",
                                   interview));
}

}  // namespace

Release Archive::add_release(Release release, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("record the release of render {}", release.render);
    release.by = by;
    state_->change(doing, "release", by, [&]() -> Deed {
        release.clip = find_render(db, release.render).clip;
        release.at = utc_now();
        run(db,
            "INSERT INTO releases (render, folder, destination, sha256, by, at, takedown_due, takedown_done) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            release.render, release.folder, release.destination, release.sha256, by, release.at, release.takedown_due,
            release.takedown_done);
        release.id = db.getLastInsertRowid();
        return {fmt::format("release {} of clip {}", release.id, release.clip),
                {{"render", release.render}, {"sha256", release.sha256}, {"destination", release.destination}}};
    });
    return release;
}

std::vector<Release> Archive::releases(const std::string& clip) const {
    return state_->read("read releases", [&] {
        if (clip.empty()) return read_releases(statement(state_->db, std::string(release_columns) + "ORDER BY l.id"));
        (void)find_clip(state_->db, clip);
        return read_releases(
            statement(state_->db, std::string(release_columns) + "WHERE r.clip = ? ORDER BY l.id", clip));
    });
}

std::vector<Release> Archive::order_takedown(const std::string& interview, const std::string& due,
                                             const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("order the takedown of interview {}", interview);
    if (due.empty()) throw Error(doing, "say until when, for example 2026-12-01", ErrorKind::usage);
    std::vector<Release> out;
    state_->change(doing, "takedown order", by, [&]() -> Deed {
        require_interview(db, interview);
        out = still_out(db, interview);
        auto ids = nlohmann::json::array();
        for (auto& release : out) {
            ids.push_back(release.id);
            // An earlier order stays: a second one gives no more time.
            if (release.takedown_due.empty() || due < release.takedown_due) release.takedown_due = due;
            run(db, "UPDATE releases SET takedown_due = ? WHERE id = ?", release.takedown_due, release.id);
        }
        return {"interview " + interview, {{"releases", std::move(ids)}, {"due", due}}};
    });
    return out;
}

void Archive::takedown_done(std::int64_t id, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("note the takedown of release {}", id);
    state_->change(doing, "takedown done", by, [&]() -> Deed {
        auto row = statement(db, std::string(release_columns) + "WHERE l.id = ?", id);
        if (!row.executeStep()) throw unknown("release", fmt::format("{}", id), "`counterclip release` lists them");
        const auto release = read_release(row);
        if (!release.takedown_done.empty()) throw Error(doing, "it was taken down on " + release.takedown_done);
        run(db, "UPDATE releases SET takedown_done = ? WHERE id = ?", utc_now(), id);
        return {fmt::format("release {} of clip {}", id, release.clip), {{"render", release.render}}};
    });
}

}  // namespace counterclip::archive
