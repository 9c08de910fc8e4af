// Releases: packages on their way out, where they went, and their takedown.
#include "archive/ledger_rows.h"
#include "archive/state.h"
#include "archive/takedown.h"
#include "archive/text_limits.h"
#include "core/ids.h"
#include "core/staged_file.h"

namespace counterclip::archive {

namespace {

std::string object_of(const Release& r) {
    return fmt::format("release {} of clip {}", r.id, r.clip);
}

// What a takedown order reaches is not released, however far it was.
void require_on_its_way(std::string_view doing, const Release& r) {
    if (r.state != "writing")
        throw Error(doing, r.state == "written" ? "it was released already" : "it was given up", ErrorKind::refused);
    if (!r.takedown_due.empty())
        throw Error(doing, "consent was withdrawn while the package was being made; it is not released",
                    ErrorKind::refused);
}

// A release that a dead process left in doubt is settled by whoever looked.
void require_may_be_done(std::string_view doing, const Release& r) {
    if (r.state == "failed") throw Error(doing, "it was never written, so it is nowhere");
    if (r.state == "writing" && is_writer_alive(r.staging)) throw Error(doing, "it is being written just now");
}

void require_render_stands(std::string_view doing, const Render& render) {
    if (!render.withdrawn_at.empty())
        throw Error(doing,
                    fmt::format("somebody it shows took their consent back on {}; render the clip anew",
                                render.withdrawn_at.substr(0, 10)),
                    ErrorKind::refused);
    if (!render.purged_at.empty()) throw Error(doing, "its file was destroyed on request", ErrorKind::refused);
}

void insert(SQLite::Database& db, Release& r, const std::string& by) {
    r.by = by;
    r.at = utc_now();
    run(db,
        "INSERT INTO releases (render, folder, destination, sha256, by, at, state, manifest_sha256, staging) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.render, r.folder, r.destination, r.sha256, by, r.at, r.state, r.manifest_sha256, r.staging);
    r.id = db.getLastInsertRowid();
}

nlohmann::json facts_of(const Release& r) {
    return {{"render", r.render},
            {"sha256", r.sha256},
            {"destination", r.destination},
            {"manifest_sha256", r.manifest_sha256}};
}

std::string where_of(const LedgerFilter& filter) {
    std::string where = "WHERE (?2 = '' OR r.clip = ?2) AND (?3 = '' OR l.destination = ?3) ";
    if (!filter.interview.empty()) where += std::string("AND ") + render_draws_from;
    return where;
}

// A misspelt filter must not look like an empty ledger.
void require_known(SQLite::Database& db, const LedgerFilter& filter) {
    if (!filter.clip.empty()) (void)find_clip(db, filter.clip);
    if (!filter.interview.empty()) require_interview(db, filter.interview);
    if (filter.destination.empty()) return;
    if (number(db, 0,
               "SELECT EXISTS (SELECT 1 FROM destinations WHERE code = ?1) "
               "OR EXISTS (SELECT 1 FROM releases WHERE destination = ?1)",
               filter.destination) == 0)
        throw unknown("destination", filter.destination, "`counterclip destination list` shows what there is");
}

}  // namespace

Release Archive::begin_release(Release release, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("release render {}", release.render);
    state_->change(doing, "release begin", by, [&]() -> Deed {
        const auto render = find_render(db, release.render);
        require_render_stands(doing, render);
        (void)require_open_destination(db, doing, release.destination);
        release.clip = render.clip;
        release.sha256 = render.sha256;
        release.state = "writing";
        release.manifest_sha256.clear();
        insert(db, release, by);
        return {object_of(release), facts_of(release)};
    });
    return release;
}

void Archive::seal_release(std::int64_t id, const std::string& manifest_sha256, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("seal release {}", id);
    state_->change(doing, "release seal", by, [&]() -> Deed {
        auto release = find_release(db, id);
        require_on_its_way(doing, release);
        require_render_stands(doing, find_render(db, release.render));
        release.manifest_sha256 = manifest_sha256;
        run(db, "UPDATE releases SET manifest_sha256 = ? WHERE id = ?", manifest_sha256, id);
        return {object_of(release), facts_of(release)};
    });
}

Release Archive::finish_release(std::int64_t id, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("finish release {}", id);
    Release release;
    state_->change(doing, "release", by, [&]() -> Deed {
        release = find_release(db, id);
        // The package lies there: whatever was ordered since, the ledger has to know it. The order stays with it.
        if (release.state != "writing") require_on_its_way(doing, release);
        run(db, "UPDATE releases SET state = 'written', staging = '' WHERE id = ?", id);
        release.state = "written";
        release.staging.clear();
        return {object_of(release), facts_of(release)};
    });
    return release;
}

void Archive::fail_release(std::int64_t id, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("give up release {}", id);
    state_->change(doing, "release failed", by, [&]() -> Deed {
        const auto release = find_release(db, id);
        if (release.state != "writing") throw Error(doing, fmt::format("it is {}", release.state));
        run(db, "UPDATE releases SET state = 'failed', staging = '' WHERE id = ?", id);
        return {object_of(release), {{"render", release.render}}};
    });
}

Release Archive::add_release(Release release, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("record the release of render {}", release.render);
    state_->change(doing, "release", by, [&]() -> Deed {
        const auto render = find_render(db, release.render);
        require_render_stands(doing, render);
        (void)require_open_destination(db, doing, release.destination);
        release.clip = render.clip;
        release.sha256 = render.sha256;
        release.state = "written";
        insert(db, release, by);
        return {object_of(release), facts_of(release)};
    });
    return release;
}

Release Archive::release(std::int64_t id) const {
    return state_->read("read releases", [&] { return find_release(state_->db, id); });
}

std::vector<Release> Archive::releases(const std::string& clip) const {
    LedgerFilter filter;
    filter.clip = clip;
    return releases(filter);
}

std::vector<Release> Archive::releases(const LedgerFilter& filter) const {
    return state_->read("read releases", [&] {
        require_known(state_->db, filter);
        return read_releases(statement(state_->db, std::string(release_columns) + where_of(filter) + "ORDER BY l.id",
                                       filter.interview, filter.clip, filter.destination));
    });
}

std::vector<Place> Archive::places(const LedgerFilter& filter) const {
    return state_->read("read places", [&] {
        require_known(state_->db, filter);
        return read_places(statement(state_->db,
                                     std::string(place_columns) + where_of(filter) + "ORDER BY p.release, p.id",
                                     filter.interview, filter.clip, filter.destination));
    });
}

Takedown Archive::order_takedown(const Withdrawal& withdrawal, const std::string& by) {
    auto& db = state_->db;
    state_->change(fmt::format("order the takedown of interview {}", withdrawal.interview), "takedown order", by,
                   [&]() -> Deed {
                       require_interview(db, withdrawal.interview);
                       return {"interview " + withdrawal.interview, archive::order_takedown(db, withdrawal)};
                   });
    return takedown_of(withdrawal.interview, withdrawal.person);
}

Takedown Archive::takedown_of(const std::string& interview, const std::string& person) const {
    return state_->read("read the ledger", [&] {
        require_interview(state_->db, interview);
        return archive::takedown_of(state_->db, interview, person);
    });
}

void Archive::takedown_done(std::int64_t id, const std::string& by, const std::string& note) {
    auto& db = state_->db;
    const auto doing = fmt::format("note the takedown of release {}", id);
    require_text(doing, limit::note, note);
    state_->change(doing, "takedown done", by, [&]() -> Deed {
        const auto release = find_release(db, id);
        require_may_be_done(doing, release);
        if (!release.takedown_done.empty()) throw Error(doing, "it was taken down on " + release.takedown_done);
        if (release.places_open > 0)
            throw Error(doing, fmt::format("{} place{} of it {} still up; note each first: `counterclip ledger list "
                                           "--clip {}`",
                                           release.places_open, release.places_open == 1 ? "" : "s",
                                           release.places_open == 1 ? "is" : "are", release.clip));
        run(db,
            "UPDATE releases SET takedown_done = ?, takedown_note = ?, "
            "state = iif(state = 'writing', 'failed', state), staging = '' WHERE id = ?",
            utc_now(), note, id);
        return {object_of(release), {{"render", release.render}}};
    });
}

}  // namespace counterclip::archive
